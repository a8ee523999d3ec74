import Domain

/// Changes what is known of an incident; what changed stands on its timeline.
public struct EditIncident: Command {
  public static let name = "incident-edit"
  public static let undo = UndoPolicy.correctOnly(
    "what was known of an incident, and when, stays on its timeline: change it again with `prodpair incident edit`")
  public var incident: IncidentNumber
  /// Runs to relate to it; a kind of nil takes one away.
  public var runs: [(run: RunNumber, kind: IncidentRunKind?)]
  /// Applied to the incident as it is in the transaction. Its number, its team and who opened it stay.
  public var change: @Sendable (inout Incident) throws -> Void

  public init(
    _ incident: IncidentNumber, runs: [(run: RunNumber, kind: IncidentRunKind?)] = [],
    change: @escaping @Sendable (inout Incident) throws -> Void = { _ in }
  ) {
    self.incident = incident
    self.runs = runs
    self.change = change
  }

  public func perform(in transaction: Transaction) throws {
    let old = try transaction.incident(incident)
    var new = old
    try change(&new)
    (new.number, new.team, new.openedBy) = (old.number, old.team, old.openedBy)
    new.title = new.title.withPlainLineBreaks
    new.services = new.services.firstOfEach
    (new.roles.pair, new.roles.called) = (new.roles.pair.firstOfEach, new.roles.called.firstOfEach)
    // That it is over has rules of its own, and what it says is not changed by the way: only the time is.
    for kind in [IncidentTime.mitigated, .resolved, .closed] where (old.times[kind] == nil) != (new.times[kind] == nil)
    {
      throw old.times[kind] == nil ? IncidentRefusal.notSaid(incident, kind) : .said(incident, kind)
    }
    try transaction.check(new.roles, old: old.roles)
    try new.check(at: transaction.now)
    let known = try transaction.runs(of: incident)
    for (run, kind) in runs { try transaction.relate(run, kind, to: new) }
    var said = old.changes(to: new)
    for (run, kind) in runs where known.first(where: { $0.run == run })?.kind != kind {
      said.append(kind.map { "run \(run): \($0.rawValue)" } ?? "run \(run) has nothing to do with it")
    }
    guard !said.isEmpty else { return }
    transaction.summary = "incident \(incident): \(said.joined(separator: "; "))"
    try transaction.put(.incident, new.row())
    try transaction.append(.change, said.joined(separator: "; "), to: new)
    try transaction.settleDue(ofRetroOf: new)
  }
}

extension Incident {
  /// What is otherwise in another one, in words, as in `severity: sev 3, now sev 1`.
  fileprivate func changes(to new: Incident) -> [String] {
    func list(_ words: [String], none: String = "nobody") -> String {
      words.isEmpty ? none : words.joined(separator: ", ")
    }
    func said(_ what: String, _ old: String, _ new: String) -> String? {
      old == new ? nil : "\(what): \(old), now \(new)"
    }
    let people: [(String, [Handle], [Handle])] = [
      ("commander", [roles.commander].compactMap(\.self), [new.roles.commander].compactMap(\.self)),
      ("scribe", [roles.scribe].compactMap(\.self), [new.roles.scribe].compactMap(\.self)),
      ("pair", roles.pair, new.roles.pair), ("called in", roles.called, new.roles.called),
    ]
    let plain = [
      said("title", title, new.title), said("severity", "\(severity)", "\(new.severity)"),
      said("services", list(services, none: "none"), list(new.services, none: "none")),
      said("customers noticed", customersNoticed.rawValue, new.customersNoticed.rawValue),
    ]
    let names = people.map { said($0.0, list($0.1.map(\.text)), list($0.2.map(\.text))) }
    let moments = IncidentTime.allCases.map { kind in
      said(kind.words, times[kind]?.rfc3339 ?? "unknown", new.times[kind]?.rfc3339 ?? "unknown")
    }
    return (plain + names + moments).compactMap(\.self)
  }
}

extension Transaction {
  fileprivate func relate(_ run: RunNumber, _ kind: IncidentRunKind?, to incident: Incident) throws {
    if let kind { return try relate(IncidentRun(run, kind), to: incident) }
    if try runSummary(run)?.incident == incident.number.value {
      throw IncidentRefusal.isRemedy(run, incident.number)
    }
    try remove(.incidentRun, [Value(incident.number.value), Value(run.value)])
  }
}
