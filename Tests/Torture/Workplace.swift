import Foundation
import TestSupport

/// A store of its own with a team, two people (ana, whose login is ours, and bo), a checklist that lies in a file too,
/// and run 1 of it, which has begun.
///
/// ```swift
/// let workplace = try Workplace(program)
/// let ended = try workplace.run(["run", "tick", "1", "tell"])
/// if let problem = try workplace.unsound() { report.find(problem) }
/// ```
public final class Workplace: Sendable {
  public let program: Program
  public let folder: Folder
  public let store: String
  /// The checklist `release`, as a file that `lesson fold` writes.
  public let checklist: String
  public let environment: [String: String]

  /// - Parameter parent: where its folder lies, as a file system of its own; else among the temporary files.
  public init(_ program: Program, in parent: String? = nil) throws {
    self.program = program
    folder = try Folder(in: parent)
    (store, checklist, environment) = Self.places(in: folder)
    // Another process writes it. What this one has open for writing is held too, for a moment, by whatever a parallel trial
    // starts just then, and no file system is made read-only under it.
    let written = try Child.run(["dd", "of=\(checklist)", "status=none"], input: Self.checklistText)
    guard written.succeeded else { throw TortureError.unprepared(written) }
    try must("init", "--no-starters", "--team", "platform", "--timezone", "UTC")
    let login = Account.login.map { ["--login", $0] } ?? []
    try must(["person", "add", "ana", "--name", "Ana", "--team", "platform"] + login)
    try must("person", "add", "bo", "--name", "Bo", "--team", "platform")
    try must("checklist", "import", checklist)
    try must(Self.start)
  }

  /// A copy of another's folder, as a store of its own. The checklist's file is still the other's: the store knows it by
  /// its path.
  public init(_ other: Workplace, copiedTo path: String) {
    program = other.program
    folder = Folder(adopting: path)
    (store, checklist, environment) = Self.places(in: folder)
  }

  private static func places(in folder: Folder) -> (store: String, checklist: String, environment: [String: String]) {
    let store = folder("team/prodpair.sqlite")
    let environment = Program.environment.merging([
      "PRODPAIR_STORE": store, "HOME": folder.path, "TMPDIR": folder.path, "XDG_DATA_HOME": folder("data"),
      "XDG_STATE_HOME": folder("state"), "XDG_CONFIG_HOME": folder("config"),
    ]) { $1 }
    return (store, folder("release.md"), environment)
  }

  /// The command that starts another run; it prints the run's number on its first line.
  public static let start = ["run", "start", "release", "--env", "staging", "--artifact", "cf@v9", "--pair", "ana,bo"]

  /// The ids of the steps before and during the deploy, in their order.
  public static let steps = ["tell", "toggles", "snapshot", "canary", "deploy", "smoke"]

  static let checklistText = """
    # Release

    ## Pre
    - [ ] Tell support <!-- id: tell -->
    - [ ] Look at the toggles <!-- id: toggles -->
    - [ ] Take a snapshot <!-- id: snapshot -->
    ## During
    - [ ] Watch the canary <!-- id: canary -->
    - [ ] Deploy <!-- id: deploy; deploys -->
    ## Post
    - [ ] Run the smoke tests <!-- id: smoke -->
    ## Rollback
    Roll back when more than one runner fails.
    - [ ] Deploy the previous manifest <!-- id: back; deploys -->

    """

  /// Starts the program on the store; the caller waits for it.
  public func start(
    _ words: [String], environment more: [String: String] = [:], input: String = ""
  ) throws -> Child {
    try Child([program.path] + words, environment: environment.merging(more) { $1 }, input: input)
  }

  /// Runs the program on the store, to its end.
  public func run(
    _ words: [String], environment more: [String: String] = [:], input: String = "", limit: Duration = .seconds(60)
  ) throws -> Ended {
    try start(words, environment: more, input: input).wait(limit: limit)
  }

  /// The same, where anything but success means that the trial can't be held.
  @discardableResult
  public func must(_ words: [String], input: String = "") throws -> String {
    let ended = try run(words, input: input)
    guard ended.succeeded else { throw TortureError.unprepared(ended) }
    return ended.output
  }

  @discardableResult
  public func must(_ words: String...) throws -> String { try must(words) }

  /// What `verify` finds wrong; nil when it holds.
  public func unsound() throws -> String? {
    let ended = try run(["verify"])
    return ended.succeeded ? nil : "\(ended), \(ended.output.split(separator: "\n").prefix(6).joined(separator: " / "))"
  }

  /// What the database's own check of the whole file finds, and all else that `doctor` looks at; nil when all is well.
  public func unhealthy() throws -> String? {
    let ended = try run(["doctor"])
    return ended.succeeded ? nil : "\(ended), \(ended.output.split(separator: "\n").suffix(6).joined(separator: " / "))"
  }

  /// A text about this store that is the same for any other.
  public func withoutFolder(_ text: String) -> String { text.replacingOccurrences(of: folder.path, with: "…") }

  /// Runs SQL on the store behind the program's back; for planted defects. Needs the `sqlite3` shell.
  @discardableResult
  public func sql(_ text: String) throws -> String {
    let ended = try Child.run(["sqlite3", "-batch", store], input: text)
    guard ended.succeeded else { throw TortureError.unprepared(ended) }
    return ended.output
  }
}
