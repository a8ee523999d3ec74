import Domain

/// What says that the program is busy, once somebody could begin to wonder.
extension App {
  /// Nothing that takes less is mentioned.
  private static let patience = Duration.milliseconds(100)

  /// `reading 0.4s`; nil while nothing has taken long.
  var progress: String? {
    guard let work, now - work.since >= Self.patience else { return nil }
    let tenths = (now - work.since).wholeMilliseconds / 100
    return "\(work.what) \(tenths / 10).\(tenths % 10)s"
  }

  /// When that is said first, or changes.
  var nextProgress: Countdown {
    guard let work else { return .never }
    let taken = (now - work.since).wholeMilliseconds
    return .inMilliseconds(100 - max(0, taken) % 100)
  }
}
