import ArgumentParser
import Domain
import Exchange
import Host
import Store
import Workflow

extension ChecklistCommands {
  struct Sync: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "sync",
      abstract: "Bring files and store to the same version, and merge where both have moved on.",
      discussion: """
        A newer file is imported; a newer version in the store is written to the file. Where both have changed, git \
        merges them line by line, into a new version and the file; where the same lines have changed, nothing is \
        touched. A file that was moved is found in its repository or folder. What stands still in the way is said, and \
        the exit code is 1. Nothing is fetched and nothing is committed.

        --check changes nothing, and exits with 1 where a file is not what the store has, or where lint finds an error. \
        It takes files too, also ones that were never imported on this machine, and compares them with the checklist \
        that they name.
        """)

    @OptionGroup var acting: ActingOptions

    @Flag(name: .customLong("json"), help: "Print JSON, whose keys docs/json.md describes.")
    var isJSON = false

    @Flag(name: .customLong("dry-run"), help: "Say what would be done, and do nothing.")
    var isDryRun = false

    @Flag(name: .customLong("check"), help: "Change nothing; exit with 1 on drift or an error of lint.")
    var isCheck = false

    @Flag(name: .customLong("restore"), help: "Write a file that is gone again, from the store.")
    var restores = false

    @Flag(name: .customLong("forget"), help: "Forget where a file lay that is gone; its checklist stays.")
    var forgets = false

    @Argument(
      help: "Checklists, with --check also files; else every file imported on this machine.",
      completion: Completions.checklists)
    var names: [String] = []

    func validate() throws {
      if restores, forgets { throw ValidationError("--restore and --forget are two ways with the same file: use one") }
      if isCheck, restores || forgets {
        throw ValidationError("--check changes nothing: leave --restore and --forget out")
      }
    }

    func run() throws {
      let session = try acting.session()
      let lines = try lines(session)
      if lines.isEmpty, isCheck || !names.isEmpty { throw CommandLineError.nothingToSync }
      if isJSON {
        try Output.json(SyncJSON.json(lines))
      } else {
        if lines.isEmpty { Output.note("no checklist was imported from a file on this machine") }
        let text = SyncText(isOnlySaid: isDryRun || isCheck)
        try Output.text(lines.map(text.text).joined(separator: "\n"))
      }
      try fail(for: lines)
    }

    private func lines(_ session: Session) throws -> [SyncChecklists.Line] {
      if isCheck {
        // A word that is a file here is the file, as for `lint`.
        let files = names.filter { Self.isFile($0) }
        let checklists = names.filter { !files.contains($0) }.map { ChecklistName($0) }
        let check = CheckChecklists(checklists: checklists, files: files)
        let lines = try check.run(in: session.store, by: session.actor, at: Session.now)
        for name in checklists where !lines.contains(where: { $0.checklist == name }) {
          throw CommandLineError.nothingToSync
        }
        return lines
      }
      let sync = SyncChecklists(
        checklists: names.map { ChecklistName($0) }, isDryRun: isDryRun,
        goneFiles: restores ? .restored : forgets ? .forgotten : .said)
      return try sync.run(in: session.store, by: session.actor, at: Session.now)
    }

    private static func isFile(_ word: String) -> Bool {
      if word.contains("/") { return true }
      do throws(FileError) {
        _ = try FileAccess.read(word, limit: 0)
        return true
      } catch {
        if case .missing = error { return false } else { return true }
      }
    }

    /// A file that fails says why, with its own exit code; what stands in the way otherwise is a refusal.
    private func fail(for lines: [SyncChecklists.Line]) throws {
      var exitCode: Int32 = 0
      for line in lines {
        for finding in line.errors {
          Output.note(finding.text)
          exitCode = max(exitCode, 1)
        }
        if let failure = SyncFailure.failure(of: line) { exitCode = max(exitCode, failure.report()) }
        if isCheck, !line.isInOrder { exitCode = max(exitCode, 1) }
      }
      if exitCode != 0 { throw Failure(exitCode: exitCode, message: nil) }
    }
  }
}

/// Why a file and its checklist are not at one.
enum SyncFailure {
  /// Nil where they are.
  static func failure(of line: SyncChecklists.Line) -> Failure? {
    let message: String
    switch line.found {
    case .failed(let error): return Failure(error)
    case .gone(let candidates) where candidates.isEmpty:
      message =
        "\(line.path): the file is gone: `prodpair checklist sync \(line.checklist) --restore` writes it again, "
        + "--forget forgets it"
    case .gone(let candidates):
      message =
        "\(line.path): the file is gone, and may be one of \(candidates.joined(separator: ", ")): "
        + "`prodpair checklist import PATH --name \(line.checklist)`, then "
        + "`prodpair checklist sync \(line.checklist) --forget`"
    case .claimed(let paths):
      message =
        "\(line.path): two files claim \(line.checklist): \(paths.joined(separator: ", ")). "
        + SyncText.wayOut(of: line.checklist)
    case .unknown(let latest):
      message = "\(line.path): differs from \(latest), and is no version that the store has"
    case .same, .fileNewer, .storeNewer, .merged, .restored, .forgotten: return nil
    }
    return Failure(exitCode: 1, message: message)
  }
}
