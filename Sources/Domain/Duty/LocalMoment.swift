import Foundation

extension Instant {
  /// The moment at which a zone's clocks show a time of day.
  ///
  /// A time that the clocks go past is read with the offset before the change, and of one that they show twice the first
  /// is meant, as RFC 5545 says (3.3.5): so a plan has a moment for every time, whatever the clocks do.
  /// - Parameter minute: of the day; past 1439 it runs into the days after.
  public init(day: CivilTime, minute: Int, in zone: TimeZone) {
    let midnight = day.secondsAsUTC - Int64(day.minuteOfDay * 60 + day.second)
    let reading = midnight + Int64(minute * 60)
    // Clocks change at most once in two days, so that the offsets before and after it are these.
    let before = Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(reading - 86_400))))
    let after = Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(reading + 86_400))))
    let candidates = [reading - before, reading - after].filter { seconds in
      Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))) == reading - seconds
    }
    self.init(milliseconds: (candidates.min() ?? reading - before) * 1000)
  }
}
