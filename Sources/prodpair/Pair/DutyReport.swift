import Domain
import Foundation

/// Duties as the verbs of `pair` print them.
enum DutyReport {
  /// One line: when, who, why.
  static func line(_ duty: PlannedDuty, in zone: TimeZone) -> String {
    "duty \(duty.number): \(duty.window.text(in: zone))  \(names(duty.people))"
  }

  static func names(_ people: [Handle]) -> String {
    people.isEmpty ? "nobody" : people.map(\.text).joined(separator: ", ")
  }

  /// So many warnings are told; of two hundred teams nobody reads more.
  static let mostWarnings = 12

  /// Limits that are not kept, a line each; empty where there are none.
  static func warnings(_ warnings: [DutyWarning]) -> String {
    (warnings.prefix(mostWarnings).map { "warning: \($0)" } + [moreWarnings(warnings.count)].filter { !$0.isEmpty })
      .joined(separator: "\n")
  }

  /// How many were left out; empty where all were told.
  static func moreWarnings(_ count: Int) -> String {
    count > mostWarnings ? "and \(count - mostWarnings) more warnings" : ""
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
