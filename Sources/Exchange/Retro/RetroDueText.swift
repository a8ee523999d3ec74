import Domain
import Foundation

/// By when a retro is to be reviewed, and how late that is, in words.
public enum RetroDueText {
  /// As in `due Thu 2026-11-26, in 5 days`, `2 days late, was due Tue 2026-11-24`, `reviewed in time`.
  public static func text(_ retro: Retro, at now: Instant, in zone: TimeZone) -> String {
    guard let due = retro.due, let late = retro.daysLate(at: now, in: zone) else {
      if retro.reviewedAt != nil { return "reviewed" }
      return retro.incidents.isEmpty ? "no day is set" : "no day yet: it is counted from when the trouble was gone"
    }
    if retro.reviewedAt != nil { return late > 0 ? "reviewed \(days(late)) late" : "reviewed in time" }
    switch late {
    case 1...: return "\(days(late)) late, was due \(weekday(due))\(due)"
    case 0: return "due today"
    case -1: return "due tomorrow, \(weekday(due))\(due)"
    default: return "due \(weekday(due))\(due), in \(days(-late))"
    }
  }

  /// For a line among others: `Thu 11-26`, `today`, `2 days late`.
  public static func short(_ retro: Retro, at now: Instant, in zone: TimeZone) -> String {
    guard let due = retro.due, let late = retro.daysLate(at: now, in: zone) else { return "" }
    if retro.reviewedAt != nil { return late > 0 ? "\(days(late)) late" : "in time" }
    return late > 0 ? "\(days(late)) late" : late == 0 ? "today" : weekday(due) + due.dropFirst(5)
  }

  public static func days(_ count: Int) -> String { "\(count) day\(count == 1 ? "" : "s")" }

  private static func weekday(_ day: String) -> String {
    CivilTime(date: day).map { DutyPhrases.weekday($0) + " " } ?? ""
  }
}
