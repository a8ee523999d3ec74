import Foundation

/// How long a command usually takes, and which calls it makes on the store's files: where it can be killed.
struct UsualCourse: Sendable {
  var duration: Duration
  var calls: [Fault.Call: Int]

  /// The calls of a command that is run to its end.
  static func calls(of words: [String], in workplace: Workplace) throws -> [Fault.Call: Int] {
    // Without the library there are no calls to be killed at, and the clock has to do.
    guard workplace.program.interposer != nil else { return [:] }
    let log = workplace.folder("calls.log")
    defer { try? FileManager.default.removeItem(atPath: log) }
    let ended = try workplace.run(
      words, environment: workplace.program.watched(under: workplace.folder.path, log: log))
    guard ended.succeeded else { throw TortureError.unprepared(ended) }
    return Dictionary(try CallLog(contentsOf: log).entries.map { ($0.call, 1) }, uniquingKeysWith: +)
  }

  /// A moment in it: mostly in mid-way, by the clock or at a call; sometimes none.
  func kill(_ dice: inout Dice) -> Kill {
    if dice.oneIn(10) { return .never }
    if calls.isEmpty || dice.oneIn(2) { return .after(dice.part(of: duration * 11 / 10)) }
    let writes = calls[.write] ?? 0
    if writes > 0, dice.oneIn(2) {
      return .at(Fault(.write, nth: 1 + dice.below(writes), dice.oneIn(2) ? .torn : .kill))
    }
    let others = calls.keys.sorted { $0.rawValue < $1.rawValue }.filter { $0 != .write }
    guard let call = dice.one(of: others) else { return .after(dice.part(of: duration)) }
    return .at(Fault(call, nth: 1 + dice.below(calls[call] ?? 1), .kill))
  }

  /// A moment in its beginning, where a store is opened and what a killed one has left is mended.
  func earlyKill(_ dice: inout Dice) -> Kill {
    if calls.isEmpty || dice.oneIn(2) { return .after(dice.part(of: duration * 2 / 3)) }
    let call = dice.one(of: [Fault.Call.write, .open, .truncate].filter { calls[$0] != nil }) ?? .open
    return .at(Fault(call, nth: 1 + dice.below(min(12, calls[call] ?? 1)), .kill))
  }
}
