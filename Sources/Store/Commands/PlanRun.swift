import Domain

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
    try transaction.insertRun(
      number, request, version, team, entries: entries, pinned: order.version)
    try transaction.carry(transaction.carried(order.items), by: number)
    return number
  }
}

/// Starts a planned run, on the version that it was planned with by number, else on the latest by then.
public struct StartPlannedRun: Command {
  public static let name = "run-start"
  public static let undo = StartRun.undo
  public var number: RunNumber
  /// Another pair than the planned one; nil keeps it.
  public var pair: [Handle]?
  /// Parameters that the plan lacks, or had otherwise.
  public var parameters: [String: String]
  public var override: String?

  public init(
    _ number: RunNumber, pair: [Handle]? = nil, parameters: [String: String] = [:], override: String? = nil
  ) {
    self.number = number
    self.pair = pair
    self.parameters = parameters
    self.override = override
  }

  public func perform(in transaction: Transaction) throws -> RunNumber {
    let planned = try transaction.run(number)
    guard planned.state == .planned else { throw Refusal.runNotPlanned(number, planned.state) }
    let pairThen = try transaction.runSummary(number)?.pair ?? []
    let pinned = try transaction.first("SELECT plan_version FROM run WHERE number = ?", [Value(number.value)])
    let checklist = planned.version.reference.checklist
    let pinnedVersion = try pinned?.optionalInteger("plan_version")
    // What has become a secret since the plan was made is not taken over.
    let secrets = try transaction.version(of: checklist, number: pinnedVersion).settings.secretNames
    let kept = planned.parameters.filter { !secrets.contains($0.key) }
    let order = RunOrder(
      checklist: checklist, version: pinnedVersion,
      team: planned.team, environment: planned.environment.name,
      artifact: planned.artifact, pair: pair ?? pairThen,
      parameters: kept.merging(parameters) { _, new in new },
      isRehearsal: planned.isRehearsal, incident: planned.incident, override: override)
    let (request, version, team) = try transaction.prepare(order, plan: planned.plan)
    let (entries, attestation) = try transaction.start(
      request, version, team, after: planned.entries.last?.seq ?? 0)
    var run = Run(
      number: number, version: version, team: team.name, environment: request.environment,
      artifact: request.artifact, parameters: request.parameters, isRehearsal: request.isRehearsal,
      incident: request.incident, plan: request.plan, entries: planned.entries)
    run.append(entries)
    transaction.summary = "started planned run \(number): \(version.reference)"
    var columns = run.summaryColumns
    columns["version"] = Value(version.reference.number)
    columns["environment_kind"] = .text(request.environment.kind.rawValue)
    columns["parameters"] = .text(try JSONColumn.text(request.parameters))
    columns["review_due"] = Value(transaction.reviewDue(request, team))
    columns["attestation"] = Value(attestation)
    try transaction.update(.run, [Value(number.value)], set: columns)
    try transaction.write(entries, of: run)
    for person in pairThen where !run.pair.contains(person) {
      try transaction.remove(.runPerson, [.text(person.text), Value(number.value)])
    }
    for person in run.pair { try transaction.note(person, as: .pair, on: number) }
    return number
  }
}
