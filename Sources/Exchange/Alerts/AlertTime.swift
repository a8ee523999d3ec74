import Domain

/// Times as alerts have them: RFC 3339, or a count since 1970 in seconds, milliseconds, microseconds or nanoseconds.
enum AlertTime {
  /// Before it nothing here could have been watched: Alertmanager's `0001-01-01T00:00:00Z` means none, and so does 0.
  static let earliest = Instant(milliseconds: 86_400_000)
  /// The year 10000: no text of ours says a later one.
  private static let latest: Int64 = 253_402_300_800_000

  /// Nil when it is none; may lie before `earliest`.
  static func instant(_ text: String) -> Instant? {
    if let instant = Instant(rfc3339: text) { return instant }
    guard let count = Double(text), count.isFinite, count >= 0 else { return nil }
    // Whoever counts in milliseconds passed 1973 long ago, and whoever counts in seconds will reach 1e11 in the year 5138.
    let milliseconds =
      switch count {
      case ..<1e11: count * 1000
      case ..<1e14: count
      case ..<1e17: count / 1000
      default: count / 1_000_000
      }
    guard milliseconds < Double(latest) else { return nil }
    return Instant(milliseconds: Int64(milliseconds.rounded()))
  }
}
