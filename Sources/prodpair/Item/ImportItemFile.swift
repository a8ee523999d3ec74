import ArgumentParser
import Domain
import Exchange
import Store
import Workflow

extension ItemCommands {
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Bring in the items of another program, or of another backlog.",
      discussion: """
        Reads Tracker's CSV of every year, GitHub's issues (gh issue list --json …, or the API's), Taskwarrior's export, \
        Jira's CSV, and what `item export` writes. Every column is reported: kept, put in other words, or lost, and why; \
        so is every row that could not be taken as it stands. --dry-run reports and writes nothing.

        The file's order is kept, below what is there. The same file again changes nothing; a newer one changes what \
        changed there. It is one action: one `prodpair undo` takes all of it back.
        """)

    @OptionGroup var acting: ActingOptions
    @OptionGroup var owning: TeamOption

    @Option(
      name: .customLong("from"),
      help: ArgumentHelp(
        "What the file is; else it is told from its beginning.",
        valueName: ImportFormat.allCases.map(\.rawValue).joined(separator: "|")))
    var format: ImportFormat?

    @Flag(name: .customLong("dry-run"), help: "Report, and write nothing.")
    var isDryRun = false

    @Flag(help: "The report as JSON.")
    var json = false

    @Argument(help: ArgumentHelp("The file; - is standard input.", valueName: "file"), completion: .file())
    var path: String

    func run() throws {
      let session = try acting.session()
      let team = try session.store.read { try $0.team(orOnly: owning.team).name }
      let result = try ImportItemsFile(path: path, format: format, team: team, isDryRun: isDryRun).run(
        in: session.store, by: session.actor, at: Session.now)
      if json { return try Output.json(report(result)) }
      try Output.text(ImportReportText.text(result.report) + "\n" + words(of: result.outcome))
    }

    private func words(of outcome: ImportOutcome) -> String {
      let lead = isDryRun ? "would be" : "imported"
      var lines = ["\(lead): \(outcome.created) new, \(outcome.updated) changed, \(outcome.unchanged) as they were"]
      if let removed = outcome.leftOutCounts[.removedHere] { lines[0] += ", \(removed) removed here, left out" }
      if let changed = outcome.leftOutCounts[.changedHere] {
        lines[0] += ", \(changed) changed here since, left as they are"
      }
      if !outcome.people.isEmpty {
        lines.append("new people: \(outcome.people.map(\.text).joined(separator: ", "))")
      }
      if !outcome.circles.isEmpty {
        lines.append(
          "waiting for each other in a circle, so in words alone: items "
            + outcome.circles.map(\.description).joined(separator: ", "))
      }
      if isDryRun { lines.append("nothing was written") }
      return lines.joined(separator: "\n")
    }

    private func report(_ result: ImportItemsFile.Result) -> JSON {
      [
        "format": .string(result.format.rawValue), "isDryRun": .bool(isDryRun),
        "created": .integer(result.outcome.created), "updated": .integer(result.outcome.updated),
        "unchanged": .integer(result.outcome.unchanged),
        "removedHere": .integer(result.outcome.leftOutCounts[.removedHere] ?? 0),
        "changedHere": .integer(result.outcome.leftOutCounts[.changedHere] ?? 0), "people": JSON(result.outcome.people),
        "circles": JSON(result.outcome.circles) { .integer($0.value) },
        "report": ImportReportJSON.json(result.report),
      ]
    }
  }
}

extension ImportFormat: ExpressibleByArgument {}
