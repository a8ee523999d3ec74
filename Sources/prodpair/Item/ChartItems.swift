import ArgumentParser
import Domain
import Exchange
import Host
import Store
import Workflow

extension ItemCommands {
  struct Chart: ParsableCommand {
    enum Kind: String, CaseIterable, ExpressibleByArgument { case burndown, release, flow, velocity, toil }

    static let configuration = CommandConfiguration(
      commandName: "chart",
      abstract: "Draw a chart of a team's backlog.",
      discussion: """
        burndown: what is left of the iteration under way. release N: what is left before the release that is item N. \
        flow: how many items there were in each state, day by day. velocity: the points of each iteration. toil: its \
        share of what was accepted, against 50 %. In the terminal, without colour; --svg writes a picture, and \
        never over a file that is there.
        """)

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var owning: TeamOption

    @Option(
      help: ArgumentHelp("Write an SVG picture to this file, or with - to standard output.", valueName: "file"),
      completion: .file(extensions: ["svg"]))
    var svg: String?

    @Argument(
      help: ArgumentHelp("Which one.", valueName: Kind.allCases.map(\.rawValue).joined(separator: "|")))
    var kind: Kind

    @Argument(help: ArgumentHelp("The release's number.", valueName: "release"), completion: Completions.items)
    var release: ItemNumber?

    func validate() throws {
      if kind == .release, release == nil {
        throw ValidationError(
          "which release? `prodpair item chart release N`, as `prodpair item iterations` lists them")
      }
      if kind != .release, release != nil { throw ValidationError("only the chart release takes an item's number") }
      if svg != nil, reading.isJSON {
        throw ValidationError("--json and --svg are two forms of output: use one of them")
      }
    }

    func run() throws {
      let chart = try reading.store.open().read { reader in
        let wanted: ReadItemChart.Kind =
          switch (kind, release) {
          case (.release, let number?): .release(number)
          case (.flow, _): .flow
          case (.velocity, _): .velocity
          case (.toil, _): .toil
          default: .burndown
          }
        let team = try release.map { try reader.item($0).team } ?? reader.team(orOnly: owning.team).name
        return try ReadItemChart(wanted, team: team).chart(from: reader, at: Session.now)
      }
      if let svg { return try write(ChartSVG(chart).svg, to: svg) }
      if reading.isJSON { return try Output.json(ChartJSON.json(chart)) }
      let size = OutputForm.size
      // The last line of a terminal is the next prompt's.
      try Output.text(
        ChartText(chart, width: size.width, height: size.height - 1, ascii: OutputForm.glyphs == .ascii).text)
    }

    private func write(_ svg: String, to path: String) throws {
      if path == "-" { return try Output.bytes(Array(svg.utf8)) }
      try FileAccess.stage(path, Array(svg.utf8)).create()
      try Output.text("wrote \(path)")
    }
  }
}
