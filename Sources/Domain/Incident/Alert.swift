/// What one alert of another program says, in our words.
///
/// All text is as its sender wrote it, but for length: it is made safe where it is shown. The whole payload is kept beside it.
public struct Alert: Hashable, Sendable {
  public var source: AlertSource
  /// What the source knows the alert by, the same from its trigger to its resolve; at most `keyLimit` bytes.
  ///
  /// Alertmanager's fingerprint, or the SHA-256 of the sorted labels; PagerDuty's incident key, else the incident's id;
  /// Datadog's cycle key, else its aggregation key, else the event's id.
  public var key: String
  /// What alerts of one disturbance have in common: Alertmanager's group key, PagerDuty's incident id, Datadog's monitor.
  public var groupKey: String?
  public var change: AlertChange
  /// One line, at most `titleLimit` characters, never empty.
  public var title: String
  /// What its sender wrote about it; may be empty, at most `textLimit` characters.
  public var text: String
  /// 1, the worst, to 4, by ``AlertSeverity``; nil where nothing tells it.
  public var severity: Int?
  /// What is touched, as in `router`; each once.
  public var services: [String]
  /// Whose it is, as its sender calls the team: nobody has looked whether there is such a team here.
  public var team: String?
  /// When it began, by the sender's clock.
  public var startedAt: Instant?
  /// When it was over, by the sender's clock; nil while it goes on.
  public var endedAt: Instant?
  /// When the change came about, by the sender's clock.
  public var changedAt: Instant?
  /// Who acknowledged, resolved or wrote, where that is told.
  public var by: String?
  /// Where it can be looked at.
  public var link: String?
  /// All else that was told, a line each as in `zone: z1`; at most `textLimit` characters.
  public var details: String

  public static let keyLimit = 255
  public static let titleLimit = 200
  public static let textLimit = 8_000

  public init(
    _ source: AlertSource, key: String, groupKey: String? = nil, change: AlertChange = .triggered, title: String,
    text: String = "", severity: Int? = nil, services: [String] = [], team: String? = nil, startedAt: Instant? = nil,
    endedAt: Instant? = nil, changedAt: Instant? = nil, by: String? = nil, link: String? = nil, details: String = ""
  ) {
    self.source = source
    self.key = key
    self.groupKey = groupKey
    self.change = change
    self.title = title
    self.text = text
    self.severity = severity
    self.services = services
    self.team = team
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.changedAt = changedAt
    self.by = by
    self.link = link
    self.details = details
  }
}
