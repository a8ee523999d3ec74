/// A run as a list shows it.
public struct RunSummary: Hashable, Sendable {
  public var number: RunNumber
  public var version: VersionReference
  public var team: TeamName
  public var environment: String
  public var artifact: Artifact
  public var state: RunState
  public var pair: [Handle]
  public var isRehearsal: Bool
  public var incident: Int?
  public var plan: Plan?
  public var startedAt: Instant?
  public var endedAt: Instant?
  /// Active steps that are settled, of all active ones.
  public var settled: Int
  public var active: Int
  /// The day by which a run for an incident is to be reviewed, `YYYY-MM-DD` (rule 4).
  public var reviewDue: String?
  /// The steps whose commands are running, by their numbers; only filled in where a list shows it.
  public var runningSteps: [Int] = []

  public init(
    number: RunNumber, version: VersionReference, team: TeamName, environment: String, artifact: Artifact,
    state: RunState, pair: [Handle], isRehearsal: Bool, incident: Int?, plan: Plan?, startedAt: Instant?,
    endedAt: Instant?, settled: Int, active: Int, reviewDue: String? = nil
  ) {
    self.number = number
    self.version = version
    self.team = team
    self.environment = environment
    self.artifact = artifact
    self.state = state
    self.pair = pair
    self.isRehearsal = isRehearsal
    self.incident = incident
    self.plan = plan
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.settled = settled
    self.active = active
    self.reviewDue = reviewDue
  }
}

/// Which runs a list shows; nil leaves the field open.
public struct RunFilter: Hashable, Sendable {
  public var checklist: ChecklistName?
  public var team: TeamName?
  public var environment: String?
  public var states: Set<RunState>
  public var person: Handle?
  /// Each of them has to be somewhere in what a list shows of the run.
  public var words: [String]

  public init(
    checklist: ChecklistName? = nil, team: TeamName? = nil, environment: String? = nil, states: Set<RunState> = [],
    person: Handle? = nil, words: [String] = []
  ) {
    self.checklist = checklist
    self.team = team
    self.environment = environment
    self.states = states
    self.person = person
    self.words = words
  }
}

extension RunProgress {
  /// Settled and all active steps of the required sections and, once entered, of rollback.
  public func count(in version: ChecklistVersion, parameters: [String: String]) -> (settled: Int, active: Int) {
    var settled = 0
    var active = 0
    for step in version.steps where version.unmetCondition(of: step, for: parameters) == nil {
      guard step.section.isRequired || entered.contains(step.section), let progress = steps[step.id] else { continue }
      active += 1
      if progress.state != .inactive, progress.isSettled { settled += 1 }
    }
    return (settled, active)
  }
}
