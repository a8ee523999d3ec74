/// Something that customers felt, or nearly: what is known of it, who sees to it, and its times.
public struct Incident: Hashable, Sendable {
  public var number: IncidentNumber
  /// The platform or application team whose incident it is.
  public var team: TeamName
  public var title: String
  public var severity: IncidentSeverity
  /// What of the team's is concerned, as in `log-aggregators`; none twice.
  public var services: [String]
  public var customersNoticed: CustomersNoticed
  public var roles: IncidentRoles
  public var times: IncidentTimes
  /// Who opened it; an intake does so in the name of whoever's login it runs under.
  public var openedBy: Handle

  public init(
    number: IncidentNumber, team: TeamName, title: String, severity: IncidentSeverity = .minor, services: [String] = [],
    customersNoticed: CustomersNoticed = .unknown, roles: IncidentRoles = IncidentRoles(), times: IncidentTimes,
    openedBy: Handle
  ) {
    self.number = number
    self.team = team
    self.title = title
    self.severity = severity
    self.services = services
    self.customersNoticed = customersNoticed
    self.roles = roles
    self.times = times
    self.openedBy = openedBy
  }

  public var state: IncidentState { IncidentState(times) }

  /// Refuses what no incident can say.
  /// - Throws: `IncidentRefusal`.
  public func check(at now: Instant) throws(IncidentRefusal) {
    if title.allSatisfy(\.isWhitespace) { throw .textMissing("what the incident is, in a few words") }
    for service in services
    where service.allSatisfy(\.isWhitespace) || service.contains(where: { $0 == "," || $0.isNewline }) {
      throw .serviceUnusable(service)
    }
    try times.check(at: now)
  }
}

/// How far an incident has come. The raw values are part of the JSON.
public enum IncidentState: String, CaseIterable, Sendable {
  /// It hurts.
  case open
  /// It stopped hurting, and its trouble is still there.
  case mitigated
  case resolved, closed

  public init(_ times: IncidentTimes) {
    self =
      times.closed != nil ? .closed : times.resolved != nil ? .resolved : times.mitigated != nil ? .mitigated : .open
  }

  /// Whether somebody is still at it.
  public var isActive: Bool { self == .open || self == .mitigated }
}

/// Who does what in an incident.
public struct IncidentRoles: Hashable, Sendable {
  public var commander: Handle?
  public var scribe: Handle?
  /// The pair that was on duty, or whoever sees to it; usually two.
  public var pair: [Handle]
  /// The developers called in, in the order in which they were called.
  public var called: [Handle]

  public init(commander: Handle? = nil, scribe: Handle? = nil, pair: [Handle] = [], called: [Handle] = []) {
    self.commander = commander
    self.scribe = scribe
    self.pair = pair
    self.called = called
  }

  /// Everybody in it, none twice.
  public var everybody: [Handle] { ([commander, scribe].compactMap(\.self) + pair + called).firstOfEach }
}

/// How a run has to do with an incident. The raw values are part of the JSON.
public enum IncidentRunKind: String, CaseIterable, Sendable {
  /// Its deployment brought the incident about.
  case caused
  /// It was begun to put things right: `run start --incident`.
  case remedy
  case related
}

/// A run that has to do with an incident.
public struct IncidentRun: Hashable, Sendable {
  public var run: RunNumber
  public var kind: IncidentRunKind

  public init(_ run: RunNumber, _ kind: IncidentRunKind) {
    self.run = run
    self.kind = kind
  }
}

/// A person's word that an incident happened before: the incident or the lesson that it came back from.
public enum Recurrence: Hashable, Sendable, CustomStringConvertible {
  case incident(IncidentNumber)
  case lesson(LessonNumber)

  public var description: String {
    switch self {
    case .incident(let number): "incident \(number)"
    case .lesson(let number): "lesson \(number)"
    }
  }
}
