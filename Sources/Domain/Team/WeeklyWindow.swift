import Foundation

/// Days of the week with a time of day, as in `Mon-Thu 09:00-11:30`; several are separated by commas.
///
/// The end is exclusive, `24:00` is the end of the day, and a span never crosses midnight.
public struct WeeklyWindow: Hashable, Codable, Sendable {
  /// One run of days with one span of minutes.
  public struct Span: Hashable, Codable, Sendable {
    /// 1 is Monday, 7 is Sunday.
    public var weekdays: Set<Int>
    /// Minutes of the day, `0..<1440`.
    public var minutes: Range<Int>

    /// A set has no order of its own, and what is kept of the same window has to be the same bytes each time.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(weekdays.sorted(), forKey: .weekdays)
      try container.encode(minutes, forKey: .minutes)
    }
  }

  public var spans: [Span]
  /// As written, for messages.
  public var text: String

  private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// Reads the text; nil when it is none.
  public init?(_ text: String) {
    var spans: [Span] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let words = part.split(separator: " ")
      guard words.count == 2, let weekdays = Self.weekdays(words[0]), let minutes = Self.minutes(words[1]) else {
        return nil
      }
      spans.append(Span(weekdays: weekdays, minutes: minutes))
    }
    // Only spaces can stand at the ends: with anything else there would be no day, or no time.
    guard let first = text.firstIndex(where: { $0 != " " }),
      let last = text.lastIndex(where: { $0 != " " })
    else { return nil }
    self.spans = spans
    self.text = String(text[first...last])
  }

  public func contains(_ time: CivilTime) -> Bool {
    spans.contains { $0.weekdays.contains(time.weekday) && $0.minutes.contains(time.minuteOfDay) }
  }

  /// Whether any span opens on the weekday.
  public func opens(on weekday: Int) -> Bool { spans.contains { $0.weekdays.contains(weekday) } }

  private static func weekdays(_ text: Substring) -> Set<Int>? {
    let ends = text.lowercased().split(separator: "-", omittingEmptySubsequences: false).map {
      days.firstIndex(of: String($0))
    }
    guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil else { return nil }
    let count = (last - first + 7) % 7
    return Set((0...count).map { (first + $0) % 7 + 1 })
  }

  private static func minutes(_ text: Substring) -> Range<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(minute)
    guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else { return nil }
    return start..<end
  }

  /// A time of day such as `09:30` in minutes; `24:00` is allowed.
  static func minute(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }), let hour = Int(parts[0]),
      let minute = Int(parts[1]),
      (0...24).contains(hour), (0...59).contains(minute), hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }
}
