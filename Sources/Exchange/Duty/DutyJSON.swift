import Domain

/// Duties for programs, the same wherever they are: in `pair show`, `pair board`, `pair plan` and the stand-up.
public enum DutyJSON {
  public static func list(_ duties: [Duty]) -> JSON { JSON(duties) { .object(members($0)) } }
  public static func list(_ duties: [TeamDuty]) -> JSON { JSON(duties, element: json) }

  public static func json(_ duty: TeamDuty) -> JSON {
    var members = members(duty.duty)
    members["team"] = JSON(duty.team)
    members["number"] = .integer(duty.number)
    return .object(members)
  }

  /// A duty as the store keeps it, with who took whose place.
  public static func json(_ planned: PlannedDuty) -> JSON {
    var members = members(planned.duty)
    members["number"] = .integer(planned.number.value)
    members["team"] = JSON(planned.team)
    members["base"] = JSON(planned.base)
    members["reasons"] = reasons(planned.reasons.map { DutyReason(text: $0) })
    members["changes"] = JSON(planned.changes, element: json)
    members["isFixed"] = .bool(planned.isFixed)
    members["sequence"] = .integer(planned.sequence)
    return .object(members)
  }

  /// `pair plan --json`: a duty as it would be.
  public static func json(_ proposed: DutyOutlook.Proposed) -> JSON {
    var members = members(proposed.duty)
    members["number"] = JSON(proposed.number?.value)
    members["base"] = JSON(proposed.base)
    members["reasons"] = reasons(proposed.reasons.map { DutyReason(text: $0) })
    members["changes"] = JSON(proposed.changes, element: json)
    members["isKept"] = .bool(proposed.isKept)
    return .object(members)
  }

  private static func json(_ change: DutyChange) -> JSON {
    [
      "from": JSON(change.from), "to": JSON(change.to), "by": JSON(change.by), "at": JSON(change.at),
      "reason": .string(change.reason),
    ]
  }

  private static func reasons(_ reasons: [DutyReason]) -> JSON {
    JSON(reasons) { ["text": .string($0.description), "isTradeOff": .bool($0.isTradeOff)] }
  }

  /// `start`, `end`, `pair` and `why` are what a planned duty is known by; `reasons` has the same one by one.
  static func members(_ duty: Duty) -> [String: JSON] {
    [
      "start": JSON(duty.window.start), "end": JSON(duty.window.end), "pair": JSON(duty.people),
      "isGap": .bool(duty.isGap), "why": .string(DutyWhy(duty).text),
      "reasons": reasons(duty.reasons),
    ]
  }

  static func json(_ problem: DutyProblem) -> JSON {
    [
      "text": .string(problem.description), "teams": JSON(problem.teams.map(\.text)),
      "start": JSON(problem.window.start), "end": JSON(problem.window.end),
    ]
  }

  /// `pair plan --what-if … --json`: the duties that would be another way, as they would be. One that would not be there
  /// has nobody in its `pair`.
  public static func diff(_ diff: DutyDiff) -> JSON {
    JSON(diff.changes) { change in
      var members = members(change.after ?? Duty(change.window, []))
      members["was"] = change.before.map { JSON($0.people) } ?? .null
      members["newReasons"] = JSON(change.newReasons.map(\.description))
      return .object(members)
    }
  }
}
