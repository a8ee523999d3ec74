/// What a source said last of an alert, as the store remembers it.
public struct KnownAlert: Hashable, Sendable {
  public var source: AlertSource
  public var key: String
  public var groupKey: String?
  /// Nil for an end that was told before its beginning.
  public var incident: IncidentNumber?
  public var title: String
  public var isFiring: Bool
  /// Never ahead of our own clock.
  public var startedAt: Instant?
  public var endedAt: Instant?
  /// When it was first told, and last.
  public var firstAt: Instant
  public var lastAt: Instant
  /// How often it was told, at least 1.
  public var count: Int

  public init(
    _ source: AlertSource, key: String, groupKey: String? = nil, incident: IncidentNumber? = nil, title: String,
    isFiring: Bool, startedAt: Instant? = nil, endedAt: Instant? = nil, firstAt: Instant, lastAt: Instant,
    count: Int = 1
  ) {
    self.source = source
    self.key = key
    self.groupKey = groupKey
    self.incident = incident
    self.title = title
    self.isFiring = isFiring
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.firstAt = firstAt
    self.lastAt = lastAt
    self.count = count
  }
}
