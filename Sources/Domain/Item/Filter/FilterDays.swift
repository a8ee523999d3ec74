import Foundation

/// Days and ages in a filter: `2026-12-01`, `today`, `30d`, `2w`, `12h`.
enum FilterDays {
  /// How old or how far off something is.
  struct Age: Hashable {
    var hours: Int
    var days: Int { hours / 24 }
    var isWholeDays: Bool { hours.isMultiple(of: 24) }

    /// Reads `30d`, `2w` or `12h`, up to a hundred years; nil for anything else.
    init?(_ text: String) {
      guard let unit = text.last, let count = FilterDays.number(String(text.dropLast())), count <= 876_000 else {
        return nil
      }
      switch unit {
      case "h", "H": hours = count
      case "d", "D": hours = count * 24
      case "w", "W": hours = count * 24 * 7
      default: return nil
      }
      if hours > 876_000 { return nil }
    }
  }

  /// A number without a sign, in ASCII digits; nil for anything else.
  static func number(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  /// The day that the text names; nil where it names none.
  static func day(_ text: String, _ context: FilterContext) -> String? {
    switch text.lowercased() {
    case "today": context.day()
    case "yesterday": context.day(in: -1)
    case "tomorrow": context.day(in: 1)
    default: CalendarDate.isValid(text) ? text : nil
    }
  }

  /// The first moment of a day: midnight, or later where the clocks go past it; nil before 0000 and after 9999 in UTC.
  static func start(of day: String, in zone: TimeZone) -> Instant? {
    guard let midnight = CivilTime(date: day) else { return nil }
    let reading = Instant(milliseconds: midnight.secondsAsUTC * 1000)
    // Clocks change at most once in two days, so that the offsets before and after midnight are these.
    return [-1, 1].map { reading - .seconds(zone.secondsFromGMT(for: reading.date.addingTimeInterval($0 * 86_400))) }
      .filter { CivilTime($0, in: zone).isoDate == day && Instant.writable.contains($0.milliseconds) }.min()
  }

  /// The first moment of the day after.
  static func end(of day: String, in zone: TimeZone) -> Instant? {
    CivilTime(date: day).flatMap { start(of: $0.adding(days: 1).isoDate, in: zone) }
  }
}
