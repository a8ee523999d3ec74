import ArgumentParser
import ChecklistFile
import Domain
import Exchange
import Host
import Store

extension ChecklistCommands {
  struct LintFiles: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lint",
      abstract: "Say what is doubtful about checklists, with file, line and why.",
      discussion: """
        Takes files and names of checklists in the store; a word that is a file here is the file. Exits with 1 when \
        something is found.
        """)

    @OptionGroup var reading: ReadingOptions

    @Argument(help: "Files, checklists, or - for standard input.", completion: .file(extensions: ["md", "markdown"]))
    var targets: [String]

    func run() throws {
      let findings = try targets.flatMap { target in
        let (bytes, name) = try content(of: target)
        return Lint.findings(bytes: bytes, fileName: name)
      }
      if reading.isJSON {
        try Output.json(LintJSON.json(findings))
      } else {
        try Output.text(findings.map(\.text).joined(separator: "\n"))
      }
      if !findings.isEmpty { throw ExitCode(1) }
    }

    private func content(of target: String) throws -> (bytes: [UInt8], name: String) {
      do {
        return (try FileAccess.read(target, limit: .max), target == "-" ? "standard input" : target)
      } catch .missing where Slug.isName(target, limit: 64) {
        let version = try storeVersion(named: target)
        return (Array(version.source.utf8), target)
      }
    }

    /// The checklist; where there is no store or no such checklist, the word was meant as a file that is missing.
    private func storeVersion(named target: String) throws -> ChecklistVersion {
      do {
        return try reading.store.open().read { try $0.version(of: ChecklistName(target)) }
      } catch is Missing {
        throw CommandLineError.noSuchTarget(target)
      } catch StoreError.missing {
        throw CommandLineError.noSuchTarget(target)
      }
    }
  }

  struct FormatFile: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "fmt",
      abstract: "Put a file's attribute comments in their normal form; every other byte stays.",
      discussion: """
        The file is replaced in one step and keeps its mode. --ids writes the id of every step into the file: those \
        that the store knows, and new ones for new steps. --check changes nothing and exits with 1 where fmt would \
        change something.
        """)

    @OptionGroup var store: StoreChoice

    @Flag(help: "Write an id to every step that has none.")
    var ids = false

    @Flag(help: "Change nothing; exit with 1 where something would be changed.")
    var check = false

    @Argument(help: "Markdown files.", completion: .file(extensions: ["md", "markdown"]))
    var files: [String]

    func run() throws {
      // All are read first, so that a bad one leaves the others as they are.
      let documents = try files.map { file in
        let document = try ChecklistDocument(
          bytes: FileAccess.read(file, limit: ChecklistDocument.sizeLimit), fileName: file)
        return (file, document, try document.formatted(writing: try ids ? stepIDs(of: document) : nil))
      }
      let changed = documents.filter { $0.1.bytes != $0.2.bytes }
      if !check {
        for (file, _, formatted) in changed { try FileAccess.replace(FileAccess.realPath(file), with: formatted.bytes) }
      }
      try Output.text(changed.map { "\($0.0)\(check ? ": not in normal form" : "")" }.joined(separator: "\n"))
      if check, !changed.isEmpty { throw ExitCode(1) }
    }

    /// The ids that importing the file would give; without a store, or the checklist in it, those of a first version.
    private func stepIDs(of document: ChecklistDocument) throws -> [StepID] {
      var parent: ChecklistVersion?
      do {
        parent = try store.open().read { try $0.version(of: document.name) }
      } catch is Missing {
      } catch StoreError.missing {}
      return document.steps(parent: parent).map(\.id)
    }
  }
}

/// `checklist lint --json`.
enum LintJSON {
  static func json(_ findings: [LintFinding]) -> JSON {
    JSON(findings) {
      [
        "file": .string($0.file), "line": .integer($0.line), "rule": .string($0.rule.rawValue),
        "message": .string($0.what), "why": .string($0.why),
      ]
    }
  }
}
