/// Holds an alert's times against our clock: what lies ahead of it cannot have happened, and is taken as now.
public struct SenderClock: Hashable, Sendable {
  public let now: Instant
  /// The latest time that lay ahead by more than clocks usually differ.
  public private(set) var ahead: Instant?

  /// Up to here two clocks may differ without a word.
  public static let tolerance = Duration.seconds(5)

  public init(now: Instant) { self.now = now }

  public mutating func set(_ alert: Alert) -> Alert {
    var alert = alert
    for field in [\Alert.startedAt, \Alert.endedAt, \Alert.changedAt] {
      guard let time = alert[keyPath: field], time > now else { continue }
      if time > now + Self.tolerance { ahead = max(ahead ?? time, time) }
      alert[keyPath: field] = now
    }
    return alert
  }
}
