import Foundation

/// One store, on which one process after the other is killed, and what is known of it.
struct KilledStore {
  enum Planted: String, CaseIterable {
    /// What an acknowledged change has added to the log is cut off again.
    case lostChange = "lost-change"
    case deletedRow = "deleted-row"
    /// The checklist's file gets its page of before a fold.
    case staleFile = "stale-file"
  }

  let workplace: Workplace
  let courses: [String: UsualCourse]
  private let reader: StateReader
  var dice: Dice
  private(set) var known = KnownState()
  private var head: String?
  private(set) var planted: Planted?
  private(set) var round = 0

  /// - Parameter courses: how each kind of change usually goes.
  init(_ program: Program, dice: Dice, courses: [String: UsualCourse], planted: Planted?) throws {
    workplace = try Workplace(program)
    reader = StateReader(workplace: workplace)
    self.dice = dice
    self.courses = courses
    self.planted = planted
    for number in 1...6 { try workplace.must(Change.add(title: "the first \(number)").words) }
    known = try reader.read(runs: [1])
  }

  /// One change by a process that is killed or not, the check of it, and every twentieth time of all there is.
  ///
  /// - Parameter kills: whether any is killed.
  /// - Returns: whether the store is still worth going on with.
  mutating func next(_ report: inout TrialReport, kills: Bool) throws -> Bool {
    round += 1
    let change = try chosen()
    let kill = kills ? kill(of: change) : .never
    let size = logSize
    let ended = try kill.run(change.words, in: workplace)
    let wasKilled = ended.signal == SIGKILL && !ended.isOutOfTime
    report.count(wasKilled ? "processes killed" : "processes that ended before")
    report.count("\(change.kind)\(wasKilled ? " killed" : " acknowledged")")
    let end = "round \(round), \(kill): \(ended)"
    guard wasKilled || ended.succeeded else {
      report.find("\(end)")
      return false
    }
    if !wasKilled { try plant(after: change, logSize: size) }
    if wasKilled, dice.oneIn(4) { try killNext(&report) }
    let problems = try check(change, isAcknowledged: !wasKilled) + (round % 20 == 0 ? checkAll() : [])
    for problem in problems { report.find("\(end); then \(problem)") }
    return problems.isEmpty
  }

  /// What others build on is killed less often, or they would hardly come to it.
  private mutating func kill(of change: Change) -> Kill {
    switch change {
    case .learn, .start: guard dice.oneIn(3) else { return .never }
    default: break
    }
    return courses[change.kind]?.kill(&dice) ?? .never
  }

  /// Everything that is known, against everything there is, and the database's own check.
  func checkAll() throws -> [String] {
    let found = try reader.read(runs: Array(known.runs.keys))
    return KnownState.Part.allCases.compactMap { known.difference(to: found, in: $0) }
      + [try workplace.unhealthy()].compactMap(\.self)
  }

  /// The process that would mend the store is killed as well, in its beginning.
  private mutating func killNext(_ report: inout TrialReport) throws {
    guard let kill = courses["verify"]?.earlyKill(&dice) else { return }
    let ended = try kill.run(["verify"], in: workplace)
    report.count(ended.signal == SIGKILL ? "killed again while mending" : "not killed while mending")
  }

  private mutating func check(_ change: Change, isAcknowledged: Bool) throws -> [String] {
    // The chain, every row against it, and that all that was there at the last look is there: before anything is read.
    let verified = try verify()
    guard verified.isEmpty else { return verified }
    let part = change.part
    let touched = known.runs.keys.max().map { [$0, $0 + 1] } ?? []
    let after = change.applied(to: known)
    var found = try reader.read([part], runs: touched)
    for (run, steps) in known.runs where !touched.contains(run) && found.runs[run] != nil { found.runs[run] = steps }
    if part == .checklist, let problem = try checkFile(against: found.page) { return [problem] }
    guard let difference = after.difference(to: found, in: part) else {
      known = after
      return []
    }
    if isAcknowledged { return ["an acknowledged change is not there: \(difference)"] }
    if let other = known.difference(to: found, in: part) {
      return ["the killed one is there in part: of all of it, \(difference); of nothing of it, \(other)"]
    }
    return []
  }

  /// The journal goes on from where it was, and its rows are as it says.
  private mutating func verify() throws -> [String] {
    struct Verified: Decodable {
      var ok: Bool
      var head: String
    }
    let ended = try workplace.run(["verify", "--json"] + (head.map { ["--head", $0] } ?? []))
    guard ended.succeeded, let verified = try? JSONDecoder().decode(Verified.self, from: Data(ended.output.utf8)),
      verified.ok
    else { return ["\(ended) \(ended.output)"] }
    head = verified.head
    return []
  }

  /// The file holds the store's page, and nothing that was to become it is left beside it.
  private func checkFile(against page: String) throws -> String? {
    let text = FileManager.default.contents(atPath: workplace.checklist).map { String(decoding: $0, as: UTF8.self) }
    guard text == page else {
      return "the checklist's file and the store disagree: \(KnownState.firstDifference(page, text ?? ""))"
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: workplace.folder.path).filter {
      $0.hasPrefix(".release.md")
    }
    return left.isEmpty ? nil : "\(left.joined(separator: ", ")) is left beside the checklist's file"
  }

  private var logSize: off_t {
    var status = stat()
    return stat(workplace.store + "-wal", &status) == 0 ? status.st_size : 0
  }

  private mutating func plant(after change: Change, logSize: off_t) throws {
    switch (planted, change) {
    case (.lostChange, _) where round > 3 && logSize > 0 && self.logSize > logSize:
      guard truncate(workplace.store + "-wal", logSize) == 0 else {
        throw TortureError.unreadable(workplace.store + "-wal", reason: TortureError.reason())
      }
    case (.deletedRow, _) where round > 3: try workplace.sql("DELETE FROM item WHERE number = 2;")
    case (.staleFile, .fold): try workplace.folder.file("release.md", known.page)
    default: return
    }
    planted = nil
  }
}
