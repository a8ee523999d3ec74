/// Which incidents a list shows.
public struct IncidentFilter: Hashable, Sendable {
  public enum States: Hashable, Sendable {
    /// Open and mitigated: somebody is at it.
    case active
    /// All but those that are closed.
    case unclosed
    case all
  }

  public var team: TeamName?
  public var states: States
  /// This one and worse.
  public var severity: IncidentSeverity?
  public var service: String?
  /// Declared since then.
  public var since: Instant?
  /// Each of them is in the title or in the services.
  public var words: [String]

  public init(
    team: TeamName? = nil, states: States = .all, severity: IncidentSeverity? = nil, service: String? = nil,
    since: Instant? = nil, words: [String] = []
  ) {
    self.team = team
    self.states = states
    self.severity = severity
    self.service = service
    self.since = since
    self.words = words
  }
}
