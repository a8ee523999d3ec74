/// One execution of one checklist version: what it was begun for, and everything that was written on it.
///
/// Its states are never stored with it: they are what its entries add up to.
public struct Run: Sendable {
  public let number: RunNumber
  /// Pinned (rule 1): a newer version never changes it.
  public let version: ChecklistVersion
  public let team: TeamName
  public let environment: Environment
  public let artifact: Artifact
  public let parameters: [String: String]
  public let isRehearsal: Bool
  public let incident: Int?
  /// When it is, or was, meant to start, and who is told; nil for one begun without a plan.
  public let plan: Plan?
  /// Oldest first, `seq` 1, 2, 3…
  public private(set) var entries: [Entry]
  public private(set) var progress: RunProgress

  public init(
    number: RunNumber, version: ChecklistVersion, team: TeamName, environment: Environment, artifact: Artifact,
    parameters: [String: String] = [:], isRehearsal: Bool = false, incident: Int? = nil, plan: Plan? = nil,
    entries: [Entry] = []
  ) {
    self.number = number
    self.version = version
    self.team = team
    self.environment = environment
    self.artifact = artifact
    self.parameters = parameters
    self.isRehearsal = isRehearsal
    self.incident = incident
    self.plan = plan
    self.entries = entries
    progress = RunProgress(version: version, parameters: parameters, entries: entries)
  }

  public var state: RunState { progress.state }
  public var steps: [Step] { version.steps }

  public func progress(of step: StepID) -> StepProgress {
    progress.steps[step] ?? StepProgress(state: .inactive, isKiller: false)
  }

  /// Adds entries that `decide` gave, in their order.
  public mutating func append(_ new: [Entry]) {
    let first = entries.count
    entries += new
    progress.append(entries[first...], of: entries, version: version, parameters: parameters)
  }

  /// The pair as it stands now, or stood when the run ended.
  public var pair: [Handle] { progress.people.filter { $0.role == .pair && $0.until == nil }.map(\.who) }

  /// What the person is on this run now; nil for somebody who is not on it.
  public func role(of person: Handle) -> Role? {
    progress.people.last { $0.who == person && $0.until == nil }?.role
  }

  /// The steps that still owe a reason, in the order of the run (rule 2).
  public var owingSteps: [Step] { steps.filter { !progress(of: $0.id).owedReasons.isEmpty } }

  public var isUnplanned: Bool { plan == nil }
}

/// When a run is to start, and who is told of it.
public struct Plan: Hashable, Sendable {
  public var at: Instant
  public var told: String

  public init(at: Instant, told: String = "") {
    self.at = at
    self.told = told
  }
}
