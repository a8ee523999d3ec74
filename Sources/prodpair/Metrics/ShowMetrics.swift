import ArgumentParser
import Domain
import Exchange
import Foundation
import Host
import Store

extension FigureName: ExpressibleByArgument {}

/// `prodpair metrics`: a team's numbers, computed from the record.
struct ShowMetrics: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics",
    abstract: "Show a team's numbers: what it deploys, what fails, what it learns, what duty costs it.",
    discussion: """
      Computed from the record, each with how many it is made of; of nothing there is no rate. Without a figure all of \
      them, with one its chart, and with --list what it counts. The window is the last 13 weeks unless --since and \
      --until, days that both count whole, say otherwise. What each figure counts is in docs/manual.md, The numbers.
      """)

  @OptionGroup var reading: ReadingOptions

  @Flag(help: "Print OpenMetrics text, for Prometheus and what reads the same.")
  var openmetrics = false

  @Option(
    help: ArgumentHelp("Write a page with charts to this file, over one that is there.", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var html: String?

  @OptionGroup var owning: TeamOption

  @Option(help: ArgumentHelp("Runs of this artifact, and incidents that name it as a service.", valueName: "name"))
  var service: String?

  @Option(help: ArgumentHelp("From this day on, YYYY-MM-DD.", valueName: "day"))
  var since: String?

  @Option(help: ArgumentHelp("To this day, which counts whole; else to now.", valueName: "day"))
  var until: String?

  @Flag(help: "List what the figure counts.")
  var list = false

  @Argument(
    help: ArgumentHelp(
      "One of: \(FigureName.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "figure"))
  var figure: FigureName?

  func validate() throws {
    if [reading.isJSON, openmetrics, html != nil].count(where: \.self) > 1 {
      throw ValidationError("--json, --openmetrics and --html are forms of output: use one of them")
    }
    if list, figure == nil {
      throw ValidationError("--list takes a figure, as in prodpair metrics change-fail-rate --list")
    }
    if figure != nil, openmetrics || html != nil {
      throw ValidationError("--openmetrics and --html show all figures: leave the figure out")
    }
    for day in [since, until].compactMap(\.self) where !CalendarDate.isValid(day) {
      throw ValidationError("\(day) is no day: write it as 2026-12-07")
    }
  }

  func run() throws {
    let now = Session.now
    let (numbers, clock) = try reading.store.open().read { reader in
      let team = try reader.team(orOnly: owning.team)
      guard let window = NumbersWindow(since: since, until: until, zone: team.zone ?? .gmt, now: now) else {
        throw ValidationError("the window is empty: --since has to be no later than --until, and no later than today")
      }
      var numbers = try reader.numbers(of: team, service: service, in: window, at: now)
      if html != nil || list && figure == .stepYield {
        numbers = numbers.listing(try reader.measuredSteps(of: team.name, service: service, in: window.period))
      }
      return (numbers, try reader.clock(of: team.name))
    }
    if openmetrics { return try Output.bytes(Array(NumbersOpenMetrics.text(numbers).utf8)) }
    if let html { return try write(NumbersPage.html(numbers, in: clock), to: html) }
    guard let figure else {
      if reading.isJSON { return try Output.json(NumbersJSON.json(numbers)) }
      return try Output.text(NumbersText.text(numbers))
    }
    try show(numbers[figure], of: numbers, in: clock)
  }

  private func show(_ figure: Figure, of numbers: Numbers, in clock: LocalClock) throws {
    if list {
      if reading.isJSON { return try Output.json(NumbersJSON.list(figure)) }
      if figure.counted.isEmpty { return Output.note("\(figure.name.rawValue) counts nothing in this window: n = 0") }
      return try Output.text(NumbersText.list(figure, of: numbers, in: clock))
    }
    if reading.isJSON { return try Output.json(NumbersJSON.json(figure)) }
    let size = OutputForm.size
    try Output.text(
      NumbersText.text(
        figure, of: numbers, width: size.width, height: size.height - 1, ascii: OutputForm.glyphs == .ascii))
  }

  private func write(_ page: String, to path: String) throws {
    if path == "-" { return try Output.bytes(Array(page.utf8)) }
    do {
      try FileAccess.stage(path, Array(page.utf8)).replace()
    } catch {
      throw Failure(exitCode: 73, message: "\(error). No page was written")
    }
    try Output.text("wrote \(path)")
  }
}
