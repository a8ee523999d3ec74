import Domain
import Foundation

/// Times as people type them on the command line (``TypedTime``), with its errors.
enum ClockText {
  static func instant(_ text: String, in zone: TimeZone, now: Instant) throws(CommandLineError) -> Instant {
    do {
      return try TypedTime.instant(text, in: zone, now: now)
    } catch {
      switch error {
      case .unreadable: throw .timeUnreadable(text)
      case .skipped: throw .timeSkipped(text, zone: zone.name)
      case .twice: throw .timeTwice(text, zone: zone.name)
      }
    }
  }
}
