import Domain
import Exchange
import Foundation

/// Duties as the verbs of `pair` print them.
enum DutyReport {
  static func json(_ duty: PlannedDuty) -> JSON {
    [
      "number": .integer(duty.number.value), "team": JSON(duty.team), "start": JSON(duty.window.start),
      "end": JSON(duty.window.end), "pair": JSON(duty.people), "base": JSON(duty.base), "why": .string(duty.why),
      "reasons": JSON(duty.reasons), "changes": JSON(duty.changes, element: json), "isGap": .bool(duty.isGap),
      "isFixed": .bool(duty.isFixed), "sequence": .integer(duty.sequence),
    ]
  }

  private static func json(_ change: DutyChange) -> JSON {
    [
      "from": JSON(change.from), "to": JSON(change.to), "by": JSON(change.by), "at": JSON(change.at),
      "reason": .string(change.reason),
    ]
  }

  /// One line: when, who, why.
  static func line(_ duty: PlannedDuty, in zone: TimeZone) -> String {
    "duty \(duty.number): \(duty.window.text(in: zone))  \(names(duty.people))"
  }

  static func names(_ people: [Handle]) -> String {
    people.isEmpty ? "nobody" : people.map(\.text).joined(separator: ", ")
  }

  /// What a change leaves to be done, on standard error; empty where it hits no duty.
  static func hits(_ duties: [PlannedDuty], _ zones: [TeamName: TimeZone], what: String) -> String {
    guard !duties.isEmpty else { return "" }
    let lines = duties.map { duty in
      "  \(duty.team): " + line(duty, in: zones[duty.team] ?? .gmt)
    }
    let teams = Set(duties.map(\.team)).sorted().map { "`prodpair pair plan --team \($0) --apply`" }
    return
      (["\(what):"] + lines + [
        "\(teams.joined(separator: ", ")) plans anew; or `prodpair pair replace NUMBER --by HANDLE`"
      ])
      .joined(separator: "\n")
  }
}
