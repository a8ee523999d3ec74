import ArgumentParser
import Domain
import Exchange
import Store
import Workflow

extension ChecklistCommands {
  struct ImportVersion: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Bring a Markdown file in as its checklist's next version.",
      discussion: """
        The file is never edited; where it lies is remembered for `checklist sync`. The name is --name, else the file's \
        `checklist:`, else made from the file's name. A file that the store has already makes no version. What lint \
        finds is said on standard error, and stands in nobody's way.
        """)

    @OptionGroup var acting: ActingOptions

    @Option(help: ArgumentHelp("The checklist's name.", valueName: "name"))
    var name: ChecklistName?

    @Option(help: ArgumentHelp("Why there is a new version.", valueName: "why"))
    var reason: String?

    @Argument(help: "A Markdown file, or - for standard input.", completion: .file(extensions: ["md", "markdown"]))
    var file: String

    func run() throws {
      let session = try acting.session()
      let order = ImportFile(path: file, name: name, reason: reason)
      let outcome = try order.run(in: session.store, by: session.actor, at: Session.now)
      let steps = outcome.stepCount == 1 ? "1 step" : "\(outcome.stepCount) steps"
      try Output.text("\(outcome.version): \(outcome.isNew ? steps : "\(steps), unchanged")")
      Output.note(outcome.findings.map(\.text).joined(separator: "\n"))
    }
  }

  struct Sync: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Bring files and store to the same version, where only one of the two has moved on.",
      discussion: """
        A newer file is imported; a newer version in the store is written to the file. Where both have changed nothing \
        is touched, and the exit code is 1.
        """)

    @OptionGroup var acting: ActingOptions

    @Flag(name: .customLong("dry-run"), help: "Say what would be done, and do nothing.")
    var isDryRun = false

    @Argument(help: "The checklist; else every file imported on this machine.", completion: Completions.checklists)
    var name: ChecklistName?

    func run() throws {
      let session = try acting.session()
      let sync = SyncChecklists(checklist: name, isDryRun: isDryRun)
      let lines = try sync.run(in: session.store, by: session.actor, at: Session.now)
      if lines.isEmpty, name != nil { throw CommandLineError.nothingToSync }
      if lines.isEmpty { Output.note("no checklist was imported from a file on this machine") }
      try Output.text(lines.map { text(of: $0) }.joined(separator: "\n"))
      try fail(for: lines)
    }

    private func text(of line: SyncChecklists.Line) -> String {
      let place = "\(line.checklist)  \(line.path)  "
      switch line.found {
      case .same: return place + "same"
      case .fileNewer(let version): return place + "file newer, \(isDryRun ? "would be" : "is now") v\(version.number)"
      case .storeNewer(let version):
        return place + "store newer, file \(isDryRun ? "would be" : "is now") v\(version.number)"
      case .bothChanged(let base, let latest):
        return place + "both changed since v\(base.number) (store v\(latest.number)), nothing touched"
      case .failed: return place + "failed, nothing touched"
      }
    }

    /// A file that fails says why, with its own exit code; two changed sides are a refusal.
    private func fail(for lines: [SyncChecklists.Line]) throws {
      var exitCode: Int32 = 0
      for line in lines where !line.isSettled {
        if case .failed(let error) = line.found {
          exitCode = max(exitCode, Failure(error).report())
        } else {
          Output.problem(
            "\(line.path): the file and checklist \(line.checklist) have both changed: bring the file up to the "
              + "store's version by hand (`prodpair checklist show \(line.checklist) --source`), then import it")
          exitCode = max(exitCode, 1)
        }
      }
      if exitCode != 0 { throw Failure(exitCode: exitCode, message: nil) }
    }
  }
}
