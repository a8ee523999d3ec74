import Foundation

/// One scenario on a store of its own, held again and again with another call failing.
struct FailedScenario {
  let workplace: Workplace
  let scenario: Scenario
  private let before: Snapshot
  /// What there is before, and after the command has done its work.
  private let untouched: Look
  private let done: Look
  let planted: FailingDisk.Planted?
  /// How often the command makes each call on the files of the store.
  let calls: [Fault.Call: Int]

  /// What can be seen of the store and the files around it.
  private struct Look: Equatable {
    var head: String
    var page: String
    var file: String?
    var openLessons: Int
    var hasOther: Bool
    var names: Set<String>
  }

  init(_ program: Program, index: Int, planted: FailingDisk.Planted?) throws {
    let workplace = try Workplace(program)
    let scenario = try Scenario.all(in: workplace)[index]
    let before = try Snapshot(of: workplace.folder.path)
    let untouched = try Self.look(workplace, scenario)
    try before.restore()
    let calls = try UsualCourse.calls(of: scenario.words, in: workplace)
    let done = try Self.look(workplace, scenario)
    (self.workplace, self.scenario, self.before, self.planted) = (workplace, scenario, before, planted)
    (self.untouched, self.done, self.calls) = (untouched, done, calls)
  }

  /// Lets one call fail, and says what is wrong with what comes of it: each problem without the particulars, so that the
  /// same one is known again.
  func hold(_ fault: Fault, _ report: inout TrialReport) throws -> [String] {
    try before.restore()
    let log = workplace.folder("calls.log")
    let watched = try workplace.program.watched(under: workplace.folder.path, fault: fault, log: log)
    var ended = try workplace.run(scenario.words, environment: watched)
    let meant = try CallLog(contentsOf: log).entries.filter { $0.call == fault.call && $0.path.hasSuffix(fault.ends) }
    try FileManager.default.removeItem(atPath: log)
    report.count(meant.count < fault.nth ? "calls that were not reached" : "calls made to fail")
    report.count(ended.succeeded ? "done all the same" : "refused with an error")
    if planted == .muteError { ended.errors = "" }
    if planted == .strayFile { try workplace.folder.file("copy.sqlite.part-1", "half a copy") }

    let place = meant.count < fault.nth ? "" : " on \(plain(meant[fault.nth - 1].path))"
    var problems = problems(of: ended, fault).map { "\($0)\(place)" }
    let found = try Self.look(workplace, scenario)
    if ended.succeeded, let lacking = difference(done, found) {
      problems.append("it says that it is done, and is not: \(lacking)")
    }
    guard !ended.succeeded else { return problems }
    // All of it, where it says so; what it does again then is another matter.
    if ended.errors.contains(Deed.Kind.unfinished), difference(done, found) == nil { return problems }
    let there = difference(untouched, found)
    if let there { problems.append("it says that it failed, and something of it is there\(place): \(there)") }
    return problems + (try again(isFirst: there == nil))
  }

  /// Without the fault the same command does its work, and nothing is left of the first.
  ///
  /// - Parameter isFirst: whether nothing of it was there before.
  private func again(isFirst: Bool) throws -> [String] {
    let ended = try workplace.run(scenario.words)
    guard ended.succeeded else { return ["without the fault it fails too: \(plain("\(ended)"))"] }
    let found = try Self.look(workplace, scenario)
    var problems: [String] = []
    if isFirst, let lacking = difference(done, found) {
      problems.append("done again without the fault, something is missing: \(lacking)")
    }
    let stray = found.names.subtracting(done.names)
    let names = Set(stray.map { $0.replacing(/[0-9]+(-[0-9a-f]+)?(?=-journal|-wal|-shm|$)/, with: "N") }).sorted()
    if !names.isEmpty { problems.append("left for ever: \(names.joined(separator: ", "))") }
    return problems
  }

  private func problems(of ended: Ended, _ fault: Fault) -> [String] {
    if let signal = ended.signal { return ["it died of signal \(signal)"] }
    guard let code = ended.exitCode, code != 0 else { return [] }
    var problems: [String] = []
    if ![73, 74, 75].contains(code) { problems.append("it exits with \(code), which is not for such errors") }
    if !ended.errors.contains("/") { problems.append("its message names no file: \(plain(ended.errors))") }
    if ended.errors.contains(/errno|error [0-9]/) { problems.append("its message has a number for words") }
    if fault.number == .noSpace, fault.call == .write, !ended.errors.contains(/\broom\b|space/) {
      problems.append("its message does not say that the disk is full: \(plain(ended.errors))")
    }
    return problems
  }

  private func plain(_ errors: String) -> String {
    // Which number a process has is no matter, and the same message is to be known again.
    workplace.withoutFolder(errors).trimmingCharacters(in: .whitespacesAndNewlines)
      .replacing(/\.(new|part)-[0-9]+(-[0-9a-f]+)?/) { ".\($0.1)-N" }
  }

  private func difference(_ one: Look, _ other: Look) -> String? {
    let isFold = if case .version = scenario.effect { true } else { false }
    let journal = { (look: Look) in isFold ? "" : look.head.prefix { $0 != ":" } }
    if other.head.isEmpty { return "verify does not hold" }
    if journal(one) != journal(other) { return "journal entry \(journal(other)) instead of \(journal(one))" }
    if one.page != other.page { return "the page, \(KnownState.firstDifference(one.page, other.page))" }
    if one.file != other.file { return "the file, \(KnownState.firstDifference(one.file ?? "", other.file ?? ""))" }
    if one.openLessons != other.openLessons { return "\(other.openLessons) open lessons instead of \(one.openLessons)" }
    return one.hasOther == other.hasOther
      ? nil : "the new store is \(other.hasOther ? "there" : "not there, or not sound")"
  }

  private static func look(_ workplace: Workplace, _ scenario: Scenario) throws -> Look {
    struct Verified: Decodable { var head: String }
    let verified = try workplace.run(["verify", "--json"])
    let head = verified.succeeded ? try JSONDecoder().decode(Verified.self, from: Data(verified.output.utf8)).head : ""
    var look = Look(head: head, page: "", file: nil, openLessons: 0, hasOther: false, names: [])
    switch scenario.effect {
    case .entries: break
    case .version:
      let state = try StateReader(workplace: workplace).read([.checklist], runs: [])
      look.page = state.page
      look.openLessons = state.lessons.values.count { !$0 }
      look.file = FileManager.default.contents(atPath: workplace.checklist).map { String(decoding: $0, as: UTF8.self) }
    case .store(let path):
      let isThere = FileManager.default.fileExists(atPath: path)
      look.hasOther = try isThere && workplace.run(["verify", "--store", path]).succeeded
      // What is there and not sound is neither.
      if isThere && !look.hasOther { look.head = "" }
    }
    look.names = Set(try FileManager.default.subpathsOfDirectory(atPath: workplace.folder.path))
    return look
  }
}
