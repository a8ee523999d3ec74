import ChecklistFile
import Domain

/// What starting and planning a run have in common.
extension Transaction {
  /// The order with its names looked up and its parameters checked.
  func prepare(_ order: RunOrder, plan: Plan?) throws -> (RunRequest, ChecklistVersion, Team) {
    let version = try version(of: order.checklist, number: order.version)
    let team = try team(orOnly: order.team ?? version.settings.team.map { TeamName($0) }.flatMap(existing))
    guard let environment = team.environment(order.environment) else {
      throw Missing.environment(order.environment, team: team.name, known: team.environments.map(\.name))
    }
    // A number that is no incident's here may be another tracker's.
    let incident = try order.incident.flatMap { try knownIncident(IncidentNumber($0)) }
    if let incident, let closed = incident.times.closed { throw IncidentRefusal.closed(incident.number, closed) }
    let named = try order.pair.isEmpty ? pairOnDuty(of: team, at: plan?.at ?? now) : order.pair
    let pair = named.isEmpty ? [actor.handle] : try named.map { $0 == actor.handle ? $0 : try person($0).handle }
    let parameters = try ParameterText.validated(order.parameters, against: version.settings.parameters)
    let request = RunRequest(
      environment: environment, artifact: order.artifact, pair: pair, parameters: parameters,
      isRehearsal: order.isRehearsal, incident: order.incident, plan: plan, override: order.override)
    return (request, version, team)
  }

  /// A checklist may name a team that this store does not have; then the choice is the caller's.
  private func existing(_ name: TeamName) -> TeamName? { (try? team(name))?.name }

  /// The first entries of a run that starts now, and the attestation that it rests on, which cannot be taken back
  /// under it.
  func start(
    _ request: RunRequest, _ version: ChecklistVersion, _ team: Team, after last: Int = 0
  ) throws -> (entries: [Entry], attestation: Int?) {
    let facts = try startFacts(
      of: version.reference.checklist, team: team, environment: request.environment, artifact: request.artifact)
    let returning = try returningSteps(to: version.reference.checklist, team: team.name)
    let entries = try request.start(
      of: version, given: facts, returning: returning, by: actor, at: now, after: last)
    guard case .attestation(let number, _, _) = StartRules.proof(for: request.artifact, in: facts.proofs) else {
      return (entries, nil)
    }
    return (entries, number)
  }

  func nextRunNumber() throws -> RunNumber {
    let last = try first("SELECT max(number) AS number FROM run")
    return RunNumber((try last?.optionalInteger("number") ?? 0) + 1)
  }

  /// Writes a new run; `pinned` is the version that a planned one is to start on, where somebody named it.
  func insertRun(
    _ number: RunNumber, _ request: RunRequest, _ version: ChecklistVersion, _ team: Team, entries: [Entry],
    pinned: Int? = nil, attestation: Int? = nil
  ) throws {
    let run = Run(
      number: number, version: version, team: team.name, environment: request.environment,
      artifact: request.artifact, parameters: request.parameters, isRehearsal: request.isRehearsal,
      incident: request.incident, plan: request.plan, entries: entries)
    var row: Row = [
      "number": Value(number.value), "checklist": .text(version.reference.checklist.text),
      "version": Value(version.reference.number), "team": .text(team.name.text),
      "environment": .text(request.environment.name), "environment_kind": .text(request.environment.kind.rawValue),
      "artifact_name": .text(request.artifact.name), "artifact_version": .text(request.artifact.version),
      "artifact_digest": Value(request.artifact.digest), "parameters": .text(try JSONColumn.text(request.parameters)),
      "is_rehearsal": Value(request.isRehearsal), "incident": Value(request.incident),
      "plan_at": Value(request.plan?.at), "plan_told": Value(request.plan?.told), "made_at": Value(now),
      "plan_version": Value(pinned), "review_due": Value(run.state == .planned ? nil : reviewDue(request, team)),
      "attestation": Value(attestation), "deleted": 0,
    ]
    for (column, value) in zip(run.summaryColumns.columns, run.summaryColumns.values) { row[column] = value }
    row["pair"] = .text(request.pair.map(\.text).joined(separator: ","))
    try insert(.run, row)
    try write(run.entries, of: run)
    for person in Set(request.pair).sorted() { try note(person, as: .pair, on: number) }
  }

  /// A run for an open incident is reviewed the next working day (rule 4).
  func reviewDue(_ request: RunRequest, _ team: Team) -> String? {
    guard request.incident != nil, let zone = team.zone else { return nil }
    return team.nextWorkingDay(after: CivilTime(now, in: zone))
  }
}
