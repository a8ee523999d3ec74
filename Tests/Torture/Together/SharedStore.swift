import Foundation
import TestSupport

/// A store that four people share, and what they are to work on: runs with many steps, items, and two checklists.
///
/// Where root can make them the four have logins of their own, in one group; else all of them are at ours.
final class SharedStore: Sendable {
  static let people = ["ana", "bo", "cy", "dee"]
  static let runs = 1...4
  /// Lessons of the one are folded into its file too, those of the other are folded in the store alone.
  static let pages = ["filed", "kept"]
  /// Two items that nobody moves: between them is everybody's at first, so that every move to an end of the list is one.
  static let anchors = ["above all", "below all"]

  let folder: Folder
  let store: String
  let logins: BorrowedLogins?
  /// The steps that only one worker ticks, and those that all of them try for.
  let ownSteps: [[String]]
  let contestedSteps: [String]
  /// The item that only one worker moves.
  let ownItems: [Int]
  private let program: String

  /// - Parameter sharing: whether the four have logins of their own, where that can be.
  init(_ program: Program, workers: Int, stepsEach: Int, contested: Int, sharing: Bool = true) throws {
    folder = try Folder()
    chmod(folder.path, 0o755)
    store = folder("team/prodpair.sqlite")
    logins = sharing && BorrowedLogins.canBeMade ? try BorrowedLogins(Self.people.count, home: folder.path) : nil
    self.program = try Self.program(program, readableBy: logins?.names.first, in: folder)
    ownSteps = (1...workers).map { worker in (1...stepsEach).map { "w\(worker)-\($0)" } }
    contestedSteps = (1...contested).map { "all-\($0)" }
    ownItems = Array(1...workers)
    try makeFolders()
    try makeStore()
  }

  /// What goes before and after a command for somebody's hand: which login, and for whom.
  struct Seat: Sendable {
    fileprivate var before: [String] = []
    fileprivate var after: [String] = []
    fileprivate var home: String
  }

  func seat(_ index: Int) -> Seat {
    let person = index % Self.people.count
    let home = folder("home-\(Self.people[person])")
    if let logins { return Seat(before: BorrowedLogins.words(logins.names[person]), home: home) }
    return Seat(after: person == 0 ? [] : ["--as", Self.people[person]], home: home)
  }

  /// Starts the program as somebody.
  ///
  /// - Parameter speaks: whether the command takes `--as`; those that only read take no name.
  func start(_ words: [String], at seat: Seat, speaks: Bool = true, input: String = "") throws -> Child {
    let settings = ["PRODPAIR_STORE": store, "HOME": seat.home, "TMPDIR": seat.home]
    return try Child(
      seat.before + [program] + words + (speaks ? seat.after : []),
      environment: Program.environment.merging(settings) { $1 }, input: input)
  }

  @discardableResult
  func must(_ words: [String], input: String = "") throws -> String {
    let ended = try start(words, at: seat(0), speaks: false, input: input).wait()
    guard ended.succeeded else { throw TortureError.unprepared(ended) }
    return ended.output
  }

  /// Runs SQL behind the program's back, for planted defects; needs the `sqlite3` shell.
  func sql(_ text: String) throws {
    let ended = try Child.run(["sqlite3", "-batch", store], input: text)
    guard ended.succeeded else { throw TortureError.unprepared(ended) }
  }

  /// The file of the checklist whose lessons are folded into it.
  var page: String { folder("team/\(Self.pages[0]).md") }
}

extension SharedStore {
  /// What was built may lie where other logins may not look: then they take a copy.
  private static func program(_ program: Program, readableBy login: String?, in folder: Folder) throws -> String {
    guard let login else { return program.path }
    let tried = try Child.run(BorrowedLogins.words(login) + [program.path, "--version"])
    guard !tried.succeeded else { return program.path }
    let copy = folder("prodpair")
    try FileManager.default.copyItem(atPath: program.path, toPath: copy)
    chmod(copy, 0o755)
    return copy
  }

  private func makeFolders() throws {
    let team = folder("team")
    let group = logins.map { ["-g", $0.group] } ?? []
    for words in [["install", "-d", "-m", "2770"] + group + [team]] + Self.people.indices.map(homeWords) {
      let ended = try Child.run(words)
      guard ended.succeeded else { throw TortureError.unprepared(ended) }
    }
  }

  private func homeWords(_ person: Int) -> [String] {
    ["install", "-d", "-m", "700"] + (logins.map { ["-o", $0.names[person]] } ?? []) + [seat(person).home]
  }

  private func makeStore() throws {
    let team = ["--team", "platform", "--timezone", "UTC", "--no-starters"]
    // A place has one run at a time.
    let places = Self.runs.flatMap { ["--environment", "place-\($0):staging"] }
    try must(["init"] + team + places + (logins.map { ["--shared", $0.group] } ?? []))
    for (index, person) in Self.people.enumerated() {
      let login = logins?.names[index] ?? (index == 0 ? Account.login : nil)
      try must(
        ["person", "add", person, "--name", person.capitalized, "--team", "platform"]
          + (login.map { ["--login", $0] } ?? []))
    }
    try write("long", steps: ownSteps.flatMap { $0 } + contestedSteps)
    for name in Self.pages { try write(name, steps: ["begin", "end"]) }
    for run in Self.runs {
      try must(["run", "start", "long", "--env", "place-\(run)", "--artifact", "cf@v9", "--pair", "ana,bo"])
    }
    try must(["item", "add", "-"], input: ownItems.map { "moved by \($0)\n" }.joined())
    try must(["item", "add", Self.anchors[0], "--top"])
    try must(["item", "add", Self.anchors[1], "--bottom"])
  }

  /// Writes a checklist's file so that each of the four may fold into it, and imports it.
  private func write(_ name: String, steps: [String]) throws {
    let lines = steps.map { "- [ ] Look at \($0) and at nothing else <!-- id: \($0) -->" }
    let path = try folder.file("team/\(name).md", "# The \(name)\n\n## Pre\n\(lines.joined(separator: "\n"))\n")
    let group = logins.flatMap { getgrnam($0.group)?.pointee.gr_gid }
    if let group { chown(path, uid_t.max, group) }
    chmod(path, 0o660)
    try must(["checklist", "import", path])
  }
}
