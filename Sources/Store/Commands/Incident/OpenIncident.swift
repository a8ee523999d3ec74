import Domain

/// What somebody says of an incident as they open it.
public struct IncidentDraft: Hashable, Sendable {
  public var team: TeamName
  public var title: String
  public var severity: IncidentSeverity
  public var services: [String]
  public var customersNoticed: CustomersNoticed
  /// Who leads; the pair on duty stands where nobody is named.
  public var roles: IncidentRoles
  public var impactBegan: Instant?
  /// When it was seen; as it is opened, where nothing is said.
  public var detected: Instant?
  /// Runs that have to do with it. One whose step failed in production is taken for what caused it only where that is said.
  public var runs: [IncidentRun]
  /// What is written first on the timeline, by whoever opens it; may be empty.
  public var note: String

  public init(
    team: TeamName, title: String, severity: IncidentSeverity = .minor, services: [String] = [],
    customersNoticed: CustomersNoticed = .unknown, roles: IncidentRoles = IncidentRoles(),
    impactBegan: Instant? = nil, detected: Instant? = nil, runs: [IncidentRun] = [], note: String = ""
  ) {
    self.team = team
    self.title = title
    self.severity = severity
    self.services = services
    self.customersNoticed = customersNoticed
    self.roles = roles
    self.impactBegan = impactBegan
    self.detected = detected
    self.runs = runs
    self.note = note
  }
}

/// Opens an incident: from now on somebody is at it.
public struct OpenIncident: Command {
  public static let name = "incident-open"
  public static let undo = UndoPolicy.correctOnly(
    "an incident stays on the record: what was wrong about it is changed with `prodpair incident edit`")
  public var draft: IncidentDraft

  public init(_ draft: IncidentDraft) { self.draft = draft }

  public func perform(in transaction: Transaction) throws -> IncidentNumber {
    let incident = try transaction.open(draft)
    transaction.summary = "opened incident \(incident.number), \(incident.severity): \(incident.title)"
    return incident.number
  }
}

extension Transaction {
  /// Writes a new incident and the first line of its timeline.
  func open(_ draft: IncidentDraft) throws -> Incident {
    let team = try team(draft.team)
    let detected = draft.detected ?? now
    var incident = Incident(
      number: try nextIncidentNumber(), team: team.name,
      title: draft.title.withPlainLineBreaks, severity: draft.severity, services: draft.services.firstOfEach,
      customersNoticed: draft.customersNoticed, roles: draft.roles,
      times: IncidentTimes(impactBegan: draft.impactBegan, detected: detected, declared: now),
      openedBy: actor.handle)
    if incident.roles.pair.isEmpty { incident.roles.pair = try pairOnDuty(of: team, at: now) }
    incident.roles.pair = incident.roles.pair.firstOfEach
    incident.roles.called = incident.roles.called.firstOfEach
    try check(incident.roles, old: nil)
    try incident.check(at: now)
    try insert(.incident, incident.row())
    for run in draft.runs { try relate(run, to: incident) }
    if !draft.note.allSatisfy(\.isWhitespace) {
      try append(.observation, draft.note, to: incident, at: detected)
    }
    try append(.time, "declared, \(incident.severity): \(incident.title)", to: incident, at: now)
    return incident
  }

  /// The number after the last one that there ever was, and after those that runs and lessons name: these may be of a
  /// tracker that the team had before, and none of them is to be taken for one of ours.
  private func nextIncidentNumber() throws -> IncidentNumber {
    let last = try [
      "SELECT max(number) FROM incident", "SELECT max(incident) FROM run", "SELECT max(incident) FROM lesson",
    ]
    .compactMap { try first("SELECT (\($0)) AS number")?.optionalInteger("number") }
    return IncidentNumber((last.max() ?? 0) + 1)
  }

  /// Throws where somebody is named who is not there. Who was named before may be gone by now.
  func check(_ roles: IncidentRoles, old: IncidentRoles?) throws {
    let known = Set(old?.everybody ?? []).union([actor.handle])
    for who in roles.everybody where !known.contains(who) { _ = try person(who) }
  }

  /// Says how a run has to do with an incident; a run that names the incident itself is its remedy.
  func relate(_ run: IncidentRun, to incident: Incident) throws {
    guard let summary = try runSummary(run.run) else { throw Missing.run(run.run) }
    if summary.incident == incident.number.value {
      guard run.kind == .remedy else { throw IncidentRefusal.isRemedy(run.run, incident.number) }
      return
    }
    try put(
      .incidentRun,
      [
        "incident": Value(incident.number.value), "run": Value(run.run.value), "kind": .text(run.kind.rawValue),
        "deleted": 0,
      ])
  }

  /// Appends an entry to the timeline.
  @discardableResult
  func append(
    _ kind: IncidentEntryKind, _ text: String, to incident: Incident, at happened: Instant? = nil, target: Int? = nil,
    evidence: [IncidentEvidence] = []
  ) throws -> IncidentEntry {
    let last = try first(
      "SELECT max(seq) AS seq FROM incident_entry WHERE incident = ?", [Value(incident.number.value)])
    let entry = IncidentEntry(
      seq: (try last?.optionalInteger("seq") ?? 0) + 1, kind: kind, text: text.withPlainLineBreaks,
      signature: Signature(actor), at: happened ?? now, written: now, target: target, evidence: evidence)
    try insert(.incidentEntry, entry.row(of: incident.number, id: IncidentEntry.id(incident.number, seq: entry.seq)))
    for (index, one) in evidence.enumerated() {
      try insert(.incidentEvidence, one.row(of: incident.number, entry: entry.seq, ordinal: index + 1))
    }
    return entry
  }
}
