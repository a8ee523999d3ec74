import Domain

/// Duties for programs: `pair plan --json` and, in the board, `pair show --json`.
public enum DutyJSON {
  public static func list(_ duties: [Duty]) -> JSON { JSON(duties) { .object(members($0)) } }
  public static func list(_ duties: [TeamDuty]) -> JSON { JSON(duties, element: json) }

  public static func json(_ duty: TeamDuty) -> JSON {
    var members = members(duty.duty)
    members["team"] = JSON(duty.team)
    members["number"] = .integer(duty.number)
    return .object(members)
  }

  /// `start`, `end`, `pair` and `why` are what a planned duty is known by; `reasons` has the same one by one.
  static func members(_ duty: Duty) -> [String: JSON] {
    [
      "start": JSON(duty.window.start), "end": JSON(duty.window.end), "pair": JSON(duty.people),
      "isGap": .bool(duty.isGap), "why": .string(DutyWhy(duty).text),
      "reasons": JSON(duty.reasons) { ["text": .string($0.description), "isTradeOff": .bool($0.isTradeOff)] },
    ]
  }

  static func json(_ problem: DutyProblem) -> JSON {
    [
      "text": .string(problem.description), "teams": JSON(problem.teams.map(\.text)),
      "start": JSON(problem.window.start), "end": JSON(problem.window.end),
    ]
  }

  /// `pair plan --what-if … --json`: what would be another way.
  public static func diff(_ diff: DutyDiff) -> JSON {
    [
      "changes": JSON(diff.changes) { change in
        [
          "start": JSON(change.window.start), "end": JSON(change.window.end),
          "before": change.before.map { .object(members($0)) } ?? .null,
          "after": change.after.map { .object(members($0)) } ?? .null,
          "newReasons": JSON(change.newReasons.map(\.description)),
        ]
      },
      "loads": JSON(diff.loads) {
        ["who": JSON($0.who), "before": .integer($0.before), "after": .integer($0.after)]
      },
    ]
  }
}
