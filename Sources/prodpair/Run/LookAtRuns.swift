import ArgumentParser
import Domain
import Exchange
import Foundation
import Store
import Workflow

extension RunCommands {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List runs, newest first.",
      discussion: "The newest 100, unless --limit or --all says otherwise; standard error says when there are more.")

    @OptionGroup var reading: ReadingOptions

    @Option(help: ArgumentHelp("Only of this checklist.", valueName: "name"), completion: Completions.checklists)
    var checklist: ChecklistName?

    @Option(help: ArgumentHelp("Only this team's.", valueName: "name"), completion: Completions.teams)
    var team: TeamName?

    @Option(
      name: .customLong("env"), help: ArgumentHelp("Only in this environment.", valueName: "environment"),
      completion: Completions.environments)
    var environment: String?

    @Option(name: .customLong("state"), help: "Only in this state; may be repeated.")
    var states: [RunState] = []

    @Flag(help: "Only those that have begun and not ended.")
    var active = false

    @Option(
      help: ArgumentHelp("Only those that this person was on.", valueName: "handle"), completion: Completions.people)
    var person: Handle?

    @Option(help: ArgumentHelp("At most so many.", valueName: "count"))
    var limit: Int?

    @Option(help: ArgumentHelp("Only those before this run.", valueName: "run"))
    var before: RunNumber?

    @Flag(help: "All of them.")
    var all = false

    func validate() throws {
      if let limit, limit < 1 { throw ValidationError("--limit is a count from 1") }
      if all, limit != nil { throw ValidationError("--limit cuts off what --all asks for: use one of them") }
    }

    func run() throws {
      let wanted = all ? Int.max : limit ?? 100
      let (runs, clock, incidents) = try reading.store.open().read { reader in
        // One more than is shown tells whether there are more.
        let limit = wanted == .max ? wanted : wanted + 1
        let runs = try reader.runs(filter, before: before, limit: limit)
        return (runs, try reader.clock(of: team), try reader.incidents(of: runs))
      }
      let shown = Array(runs.prefix(wanted))
      if reading.isJSON {
        try Output.json(RunListJSON.json(shown, incidents: incidents))
      } else {
        try Output.text(RunListText.text(shown, in: clock, incidents: incidents))
      }
      if runs.isEmpty, !reading.isJSON { Output.note("no runs") }
      if runs.count > shown.count { Output.note("the newest \(shown.count) of more: --all lists all") }
    }

    private var filter: RunFilter {
      let wanted = Set(states).union(active ? RunState.allCases.filter(\.isActive) : [])
      return RunFilter(checklist: checklist, team: team, environment: environment, states: wanted, person: person)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show a run's whole record: for people, as JSON, or as one Markdown page.",
      discussion: "The page is whole in itself and fit to paste into a ticket.")

    @OptionGroup var reading: ReadingOptions

    @Flag(help: "Print one self-contained Markdown page.")
    var markdown = false

    @Option(
      help: ArgumentHelp("Print the content of evidence, named by its SHA-256 or its beginning.", valueName: "sha256"))
    var evidence: String?

    @Argument(help: ArgumentHelp("The run's number.", valueName: "run"), completion: Completions.runs)
    var number: RunNumber

    func validate() throws {
      if [markdown, reading.isJSON, evidence != nil].filter({ $0 }).count > 1 {
        throw ValidationError("--json, --markdown and --evidence are three forms of output: use one of them")
      }
    }

    func run() throws {
      let store = try reading.store.open()
      if let evidence { return try Output.bytes(try store.read { try content(of: evidence, in: $0) }) }
      let record = try RunRecords.record(of: number, in: store, at: Session.now)
      if reading.isJSON { return try Output.json(RunJSON.json(record)) }
      if markdown { return try Output.text(RunMarkdown.page(record)) }
      try Output.text(RunText.text(record, glyphs: OutputForm.glyphs))
    }

    private func content(of name: String, in reader: some Reading) throws -> [UInt8] {
      let run = try reader.run(number)
      let found = Set(run.entries.compactMap { $0.evidence?.sha256 }.filter { $0.hasPrefix(name.lowercased()) })
      guard let sha256 = found.first, found.count == 1 else { throw Missing.evidence(name) }
      return try reader.evidence(sha256)
    }
  }
}
