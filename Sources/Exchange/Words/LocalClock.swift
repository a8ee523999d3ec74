import Domain
import Foundation

/// Times as a team reads them: in its own zone, which is named once and not on every line.
public struct LocalClock: Hashable, Sendable {
  public var zone: TimeZone
  /// What the zone is called on the page, as in `Europe/Berlin`.
  public var zoneName: String

  public init(zone: TimeZone, zoneName: String) {
    self.zone = zone
    self.zoneName = zoneName
  }

  public static let utc = LocalClock(zone: .gmt, zoneName: "UTC")

  /// Date and time to the minute, as in `2026-12-07 09:30`.
  public func dateAndTime(_ instant: Instant) -> String {
    let civil = CivilTime(instant, in: zone)
    return "\(civil.isoDate) \(civil.clock)"
  }

  /// The time alone where it lies on the same day as `other`, else with its date.
  ///
  /// Where clocks were put forward or back in between, the offset from UTC is added, as in `02:30+01:00`: else an
  /// hour of the night would be told twice.
  public func time(_ instant: Instant, near other: Instant?) -> String {
    guard let other else { return dateAndTime(instant) }
    let civil = CivilTime(instant, in: zone)
    let date = civil.isoDate == CivilTime(other, in: zone).isoDate ? "" : civil.isoDate + " "
    let offset = zone.secondsFromGMT(for: instant.date)
    return date + civil.clock + (offset == zone.secondsFromGMT(for: other.date) ? "" : Self.text(ofOffset: offset))
  }

  private static func text(ofOffset seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let minutes = abs(seconds) / 60
    return "\(seconds < 0 ? "-" : "+")\(two(minutes / 60)):\(two(minutes % 60))"
  }
}
