import ChecklistFile
import Domain

/// What a run is begun or planned for, as somebody asked for it.
public struct RunOrder: Hashable, Sendable {
  public var checklist: ChecklistName
  /// The latest when nil.
  public var version: Int?
  /// The checklist's own team, else the only one, when nil.
  public var team: TeamName?
  public var environment: String
  public var artifact: Artifact
  /// The actor alone when empty.
  public var pair: [Handle]
  public var parameters: [String: String]
  public var isRehearsal: Bool
  public var incident: Int?
  public var override: String?

  public init(
    checklist: ChecklistName, version: Int? = nil, team: TeamName? = nil, environment: String, artifact: Artifact,
    pair: [Handle] = [], parameters: [String: String] = [:], isRehearsal: Bool = false, incident: Int? = nil,
    override: String? = nil
  ) {
    self.checklist = checklist
    self.version = version
    self.team = team
    self.environment = environment
    self.artifact = artifact
    self.pair = pair
    self.parameters = parameters
    self.isRehearsal = isRehearsal
    self.incident = incident
    self.override = override
  }
}

/// Starts a run now. Every rule that stands in the way is refused, or overridden on the record.
public struct StartRun: Command {
  public static let name = "run-start"
  public static let undo = UndoPolicy.correctOnly("a run that was begun stays: end it with `prodpair run abort`")
  public var order: RunOrder

  public init(_ order: RunOrder) { self.order = order }

  public func perform(in transaction: Transaction) throws -> RunNumber {
    let (request, version, team) = try transaction.prepare(order, plan: nil)
    let number = try transaction.nextRunNumber()
    let entries = try transaction.startEntries(request, version, team)
    transaction.summary = "started run \(number): \(version.reference), \(order.artifact) to \(order.environment)"
    try transaction.insertRun(number, request, version, team, entries: entries)
    return number
  }
}

/// Puts a run on the calendar: when, what, who, and who is told (rule 10).
public struct PlanRun: Command {
  public static let name = "run-plan"
  public static let undo = UndoPolicy.correctOnly("a planned run stays on the record: `prodpair run cancel`")
  public var order: RunOrder
  public var plan: Plan

  public init(_ order: RunOrder, plan: Plan) {
    self.order = order
    self.plan = plan
  }

  public func perform(in transaction: Transaction) throws -> RunNumber {
    let (request, version, team) = try transaction.prepare(order, plan: plan)
    let number = try transaction.nextRunNumber()
    let entries = try request.planned(of: version, by: transaction.actor, at: transaction.now)
    transaction.summary = "planned run \(number): \(version.reference), \(order.artifact) to \(order.environment)"
    try transaction.insertRun(number, request, version, team, entries: entries)
    return number
  }
}

/// Starts a planned run, on the version that is the latest by then.
public struct StartPlannedRun: Command {
  public static let name = "run-start"
  public static let undo = StartRun.undo
  public var number: RunNumber
  /// Another pair than the planned one; nil keeps it.
  public var pair: [Handle]?
  public var override: String?

  public init(_ number: RunNumber, pair: [Handle]? = nil, override: String? = nil) {
    self.number = number
    self.pair = pair
    self.override = override
  }

  public func perform(in transaction: Transaction) throws -> RunNumber {
    let planned = try transaction.run(number)
    guard planned.state == .planned else { throw Refusal.runNotPlanned(number, planned.state) }
    let pairThen = try transaction.runSummary(number)?.pair ?? []
    let order = RunOrder(
      checklist: planned.version.reference.checklist, team: planned.team, environment: planned.environment.name,
      artifact: planned.artifact, pair: pair ?? pairThen, parameters: planned.parameters,
      isRehearsal: planned.isRehearsal, incident: planned.incident, override: override)
    let (request, version, team) = try transaction.prepare(order, plan: planned.plan)
    let entries = try transaction.startEntries(request, version, team, after: planned.entries.last?.seq ?? 0)
    var run = Run(
      number: number, version: version, team: team.name, environment: request.environment,
      artifact: request.artifact, parameters: request.parameters, isRehearsal: request.isRehearsal,
      incident: request.incident, plan: request.plan, entries: planned.entries)
    run.append(entries)
    transaction.summary = "started planned run \(number): \(version.reference)"
    var columns = run.summaryColumns
    columns["version"] = Value(version.reference.number)
    columns["parameters"] = .text(try JSONColumn.text(request.parameters))
    columns["review_due"] = Value(transaction.reviewDue(request, team))
    try transaction.update(.run, [Value(number.value)], set: columns)
    try transaction.write(entries, of: run)
    return number
  }
}

extension Transaction {
  /// The order with its names looked up and its parameters checked.
  fileprivate func prepare(_ order: RunOrder, plan: Plan?) throws -> (RunRequest, ChecklistVersion, Team) {
    let version = try version(of: order.checklist, number: order.version)
    let team = try team(orOnly: order.team ?? version.settings.team.map { TeamName($0) }.flatMap(existing))
    guard let environment = team.environment(order.environment) else {
      throw Missing.environment(order.environment, team: team.name, known: team.environments.map(\.name))
    }
    let pair =
      order.pair.isEmpty ? [actor.handle] : try order.pair.map { $0 == actor.handle ? $0 : try person($0).handle }
    let parameters = try ParameterText.validated(order.parameters, against: version.settings.parameters)
    let request = RunRequest(
      environment: environment, artifact: order.artifact, pair: pair, parameters: parameters,
      isRehearsal: order.isRehearsal, incident: order.incident, plan: plan, override: order.override)
    return (request, version, team)
  }

  /// A checklist may name a team that this store does not have; then the choice is the caller's.
  private func existing(_ name: TeamName) -> TeamName? { (try? team(name))?.name }

  fileprivate func startEntries(
    _ request: RunRequest, _ version: ChecklistVersion, _ team: Team, after last: Int = 0
  ) throws -> [Entry] {
    let facts = try startFacts(team: team, environment: request.environment, artifact: request.artifact)
    let returning = try returningSteps(
      to: version.reference.checklist, team: team.name, environment: request.environment.name)
    return try request.start(of: version, given: facts, returning: returning, by: actor, at: now, after: last)
  }

  fileprivate func nextRunNumber() throws -> RunNumber {
    let last = try first("SELECT max(number) AS number FROM run")
    return RunNumber((try last?.optionalInteger("number") ?? 0) + 1)
  }

  fileprivate func insertRun(
    _ number: RunNumber, _ request: RunRequest, _ version: ChecklistVersion, _ team: Team, entries: [Entry]
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
      "review_due": Value(reviewDue(request, team)), "deleted": 0,
    ]
    for (column, value) in zip(run.summaryColumns.columns, run.summaryColumns.values) { row[column] = value }
    row["pair"] = .text(request.pair.map(\.text).joined(separator: ","))
    try insert(.run, row)
    try write(run.entries, of: run)
    for person in Set(request.pair).sorted() { try note(person, on: number) }
  }

  /// A run for an open incident is reviewed the next working day (rule 4).
  fileprivate func reviewDue(_ request: RunRequest, _ team: Team) -> String? {
    guard request.incident != nil, let zone = team.zone else { return nil }
    return team.nextWorkingDay(after: CivilTime(now, in: zone))
  }
}
