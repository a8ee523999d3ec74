import Foundation

/// Work on a store by one process after the other, with every call on its files recorded, and what was acknowledged when.
struct RecordedWork {
  /// How things stood when a process had ended well.
  struct Acknowledged: Sendable {
    /// How many calls had been made.
    var calls: Int
    /// The journal's head.
    var head: String
    var known: KnownState
    var hasBackup: Bool
    var hasOtherStore: Bool
    /// What was done last, for a finding.
    var last: String
  }

  let workplace: Workplace
  let backup: String
  let otherStore: String
  let start: Disk
  let log: CallLog
  let marks: [Acknowledged]

  init(_ program: Program, heeding: @escaping @Sendable (String, Bool) -> Bool, isShort: Bool) throws {
    workplace = try Workplace(program)
    backup = workplace.folder("copy.sqlite")
    otherStore = workplace.folder("other/prodpair.sqlite")
    for number in 1...4 { try workplace.must(Change.add(title: "the first \(number)").words) }
    let stories = try isShort ? nil : KilledStore.bringIn(200, mark: 1, in: workplace)
    let evidence = workplace.folder("evidence.log")
    // Three of it are more than the log may hold before it is moved into the store's file.
    try Data(repeating: 0x61, count: isShort ? 50_000 : 11 << 20).write(to: URL(fileURLWithPath: evidence))
    start = try Disk(workplace.folder.path, heeding: heeding)

    var recorder = try Recorder(workplace)
    try recorder.acknowledge("nothing")
    try recorder.make(.add(title: "before the log is full"))
    try recorder.make(.learn(words: "Tell support at once"))
    try recorder.make(.fold(lesson: 1, words: "Tell support at once"))
    try recorder.make(.tick(run: 1, step: "tell"))
    if let stories { try recorder.make(stories) }
    try recorder.run(["backup", backup])
    recorder.state.hasBackup = true
    try recorder.acknowledge("backup")
    for _ in 1...(isShort ? 1 : 3) {
      try recorder.run(["run", "attach", "1", evidence])
      try recorder.acknowledge("run attach")
    }
    if isShort { try recorder.moveLogIntoStore() }
    try recorder.make(.fail(run: 1, step: "toggles"))
    try recorder.make(.move(item: 4, before: nil))
    try recorder.make(.learn(words: "Tell everybody"))
    try recorder.make(.fold(lesson: 2, words: "Tell everybody"))
    try recorder.run(["init", "--no-starters", "--store", otherStore])
    recorder.state.hasOtherStore = true
    try recorder.acknowledge("init")
    marks = recorder.marks
    log = try recorder.log
  }

  /// What of the running system the record does not have: then it proves nothing.
  func gaps() throws -> [String] {
    var disk = start
    for entry in log.entries { disk.take(entry) }
    let made = disk.current
    let real = try Disk(workplace.folder.path).current
    // SQLite's shared memory is written by mapping it, and made anew after a power loss.
    let names = Set(made.keys).union(real.keys).filter { !$0.hasSuffix("-shm") }
    return names.sorted().filter { made[$0] != real[$0] }
  }
}

/// Runs the program with every call on its files written down.
private struct Recorder {
  let workplace: Workplace
  var state: RecordedWork.Acknowledged
  private(set) var marks: [RecordedWork.Acknowledged] = []
  private let folder: Folder
  private let watched: [String: String]

  init(_ workplace: Workplace) throws {
    self.workplace = workplace
    folder = try Folder()
    watched = try workplace.program.watched(under: workplace.folder.path, log: folder("calls.log"), withBytes: true)
    state = RecordedWork.Acknowledged(
      calls: 0, head: "", known: try StateReader(workplace: workplace).read(runs: [1]), hasBackup: false,
      hasOtherStore: false, last: "nothing")
  }

  var log: CallLog { get throws { try CallLog(contentsOf: folder("calls.log")) } }

  @discardableResult
  func run(_ words: [String]) throws -> String {
    let ended = try workplace.run(words, environment: watched)
    guard ended.succeeded else { throw TortureError.unprepared(ended) }
    return ended.output
  }

  /// What the program does of itself once the log is long, done by another who looks at the store.
  func moveLogIntoStore() throws {
    let ended = try Child.run(
      ["sqlite3", workplace.store, "PRAGMA wal_checkpoint(TRUNCATE);"],
      environment: workplace.environment.merging(watched) { $1 })
    guard ended.succeeded else { throw TortureError.unprepared(ended) }
  }

  mutating func make(_ change: Change) throws {
    try run(change.words)
    state.known = change.applied(to: state.known)
    try acknowledge(change.words.joined(separator: " "))
  }

  /// Notes what is known by now, and the journal's head. That reading is recorded too: who opens a store may tidy it.
  mutating func acknowledge(_ last: String) throws {
    state.calls = try log.entries.count
    state.last = last
    struct Verified: Decodable { var head: String }
    state.head = try JSONDecoder().decode(Verified.self, from: Data(run(["verify", "--json"]).utf8)).head
    marks.append(state)
  }
}
