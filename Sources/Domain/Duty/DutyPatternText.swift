import Foundation

/// What is wrong with a pattern that was typed.
public enum DutyPatternProblem: Error, Hashable, Sendable {
  case unreadable(String)
  /// Two hand-overs at the same moment.
  case twice(String)
  case length(Int)
}

extension DutyPatternProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable(let part):
      "`\(part)` is no pattern of duties: write `weekly Mon 10:00`, `weekly Mon 10:00, Fri 10:00`, `daily 08:00, 20:00` "
        + "or `every 14 days from 2026-12-07 10:00`, and `in working hours` after it where nobody is on at night"
    case .twice(let part): "the pair would hand over twice at \(part)"
    case .length(let days): "\(days) days are no length of a cycle: from 1 to \(DutyPattern.lengths.upperBound)"
    }
  }
}

extension DutyPattern {
  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  private static let workingHours = " in working hours"
  /// A Monday: where the cycles of weeks begin.
  private static let monday = "2024-01-01"

  /// Reads `weekly Mon 10:00, Fri 10:00`, `daily 08:00, 20:00`, `every 14 days from 2026-12-07 10:00`.
  public init(typed text: String) throws(DutyPatternProblem) {
    var words = text.lowercased().trimmingCharacters(in: .whitespaces)
    let isWorkingHours = words.hasSuffix(Self.workingHours)
    if isWorkingHours { words.removeLast(Self.workingHours.count) }
    let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { throw .unreadable(text) }
    let days: Int
    var anchor = Self.monday
    var moments: [Moment] = []
    switch parts[0] {
    case "daily":
      days = 1
      for clock in Self.list(parts[1]) { moments.append(try Self.moment(day: 0, clock)) }
    case "weekly":
      days = 7
      for part in Self.list(parts[1]) {
        let words = part.split(separator: " ").map(String.init)
        guard words.count == 2, let day = Self.weekdays.firstIndex(of: String(words[0].prefix(3))) else {
          throw .unreadable(part)
        }
        moments.append(try Self.moment(day: day, words[1]))
      }
    case "every":
      let words = parts[1].split(separator: " ").map(String.init)
      guard words.count == 5, let count = Int(words[0]), words[1] == "days", words[2] == "from",
        CalendarDate.isValid(words[3])
      else { throw .unreadable(text) }
      guard Self.lengths.contains(count) else { throw .length(count) }
      days = count
      anchor = words[3]
      moments = [try Self.moment(day: 0, words[4])]
    default: throw .unreadable(text)
    }
    moments.sort()
    for (one, other) in zip(moments, moments.dropFirst()) where one == other { throw .twice(Self.clock(one.minute)) }
    self.init(days: days, moments: moments, anchor: anchor, isWorkingHours: isWorkingHours)
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func moment(day: Int, _ clock: String) throws(DutyPatternProblem) -> Moment {
    guard let minute = WeeklyWindow.minute(Substring(clock)), minute < 1440 else { throw .unreadable(clock) }
    return Moment(day: day, minute: minute)
  }

  private static func clock(_ minute: Int) -> String {
    let digits = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return digits.joined(separator: ":")
  }

  /// As it is typed.
  public var text: String {
    let hours = isWorkingHours ? Self.workingHours : ""
    if days == 1 { return "daily \(moments.map { Self.clock($0.minute) }.joined(separator: ", "))\(hours)" }
    if days == 7, anchor == Self.monday {
      let parts = moments.map { "\(Self.weekdays[$0.day % 7].capitalized) \(Self.clock($0.minute))" }
      return "weekly \(parts.joined(separator: ", "))\(hours)"
    }
    return "every \(days) days from \(anchor) \(Self.clock(moments.first?.minute ?? 0))\(hours)"
  }
}
