import Domain
import Exchange
import Store

/// Grooming sessions for programs.
enum GroomingJSON {
  /// An element of `item groom --list --json`: the keys of `item list --json`, and why it is asked about.
  static func entry(_ entry: GroomingEntry) -> JSON {
    var members = ItemListJSON.members(entry.item)
    members["reasons"] = reasons(entry.reasons)
    members["isPutOff"] = .bool(entry.isPutOff)
    return .object(members)
  }

  /// An element of `item groom --log --json`.
  static func decision(_ line: GroomingLogLine) -> JSON {
    let decision = line.decision
    return [
      "session": .integer(decision.grooming.value),
      "item": .integer(decision.item.value),
      "title": .string(line.title),
      "isRemoved": .bool(line.isRemoved),
      "decision": .string(decision.kind.rawValue),
      "points": JSON(decision.detail.points),
      "parts": JSON(decision.detail.parts ?? []) { .integer($0) },
      "reason": JSON(decision.detail.why),
      "reasons": reasons(decision.detail.reasons),
      "by": JSON(decision.by),
      "at": JSON(decision.at),
    ]
  }

  /// An element of `item groom --sessions --json`.
  static func session(_ session: GroomingSummary) -> JSON {
    let grooming = session.grooming
    return [
      "session": .integer(grooming.number.value),
      "team": JSON(grooming.team),
      "filter": .string(grooming.filter),
      "by": JSON(grooming.by),
      "startedAt": JSON(grooming.startedAt),
      "endedAt": JSON(grooming.endedAt),
      "decisions": .integer(session.decisions),
    ]
  }

  private static func reasons(_ reasons: [GroomingReason]) -> JSON { JSON(reasons) { .string($0.rawValue) } }
}
