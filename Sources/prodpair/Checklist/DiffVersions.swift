import ArgumentParser
import ChecklistFile
import Domain
import Exchange
import Host
import Store

extension ChecklistCommands {
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "Say what changed between two versions, step by step.",
      discussion: """
        Without --from it is the version before; with --file the file stands for the newer version. Words that went are \
        marked as [-old-], words that came as {+new+}.
        """)

    @OptionGroup var reading: ReadingOptions

    @Option(help: ArgumentHelp("The older version.", valueName: "number"))
    var from: Int?

    @Option(help: ArgumentHelp("The newer version; else the latest.", valueName: "number"))
    var to: Int?

    @Option(
      help: ArgumentHelp("Compare with this file.", valueName: "path"),
      completion: .file(extensions: ["md", "markdown"]))
    var file: String?

    @Argument(help: "The checklist's name.", completion: Completions.checklists)
    var name: ChecklistName

    func validate() throws {
      if to != nil, file != nil { throw ValidationError("--file and --to both name the newer version: use one") }
    }

    func run() throws {
      let store = try reading.store.open()
      let changes = try store.read { try self.changes($0) }
      if reading.isJSON { return try Output.json(ChangeJSON.json(changes)) }
      if changes.isEmpty { Output.note("no step differs") }
      try Output.text(changes.map(\.markedSummary).joined(separator: "\n"))
    }

    private func changes(_ reader: some Reading) throws -> [StepChange] {
      if let file {
        let older = try reader.version(of: name, number: from)
        let document = try ChecklistDocument(
          bytes: FileAccess.read(file, limit: ChecklistDocument.sizeLimit), fileName: file)
        return VersionDiff(from: older.steps, to: document.steps(parent: older)).changes
      }
      let newer = try reader.version(of: name, number: to)
      guard let number = from ?? newer.parent else { return VersionDiff(from: [], to: newer.steps).changes }
      return VersionDiff(from: try reader.version(of: name, number: number).steps, to: newer.steps).changes
    }
  }
}
