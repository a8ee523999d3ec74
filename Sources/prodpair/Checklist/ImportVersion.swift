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
      if !outcome.rivals.isEmpty {
        Output.note(
          "two files claim \(outcome.version.checklist): \(outcome.rivals.joined(separator: ", ")) has hardly a step in "
            + "common with \(file). " + SyncText.wayOut(of: outcome.version.checklist))
      }
    }
  }
}
