/// The figures there are. The raw values name them on the command line, in JSON and in OpenMetrics.
public enum FigureName: String, CaseIterable, Sendable {
  case deployments
  case frequency = "deployment-frequency"
  case workdayShare = "workday-share"
  case leadTime = "change-lead-time"
  case failRate = "change-fail-rate"
  case recoveryTime = "recovery-time"
  case reworkRate = "rework-rate"
  case stepYield = "step-yield"
  case runDuration = "run-duration"
  case lessonLatency = "lesson-latency"
  case recurrence
  case retroLateness = "retro-lateness"
  case timeToDetect = "time-to-detect"
  case timeToMitigate = "time-to-mitigate"
  case timeToResolve = "time-to-resolve"
  case actionAge = "action-age"
  case toilShare = "toil-share"
  case pairLoad = "pair-load"
}

extension FigureName {
  public var title: String {
    switch self {
    case .deployments: "Deployments"
    case .frequency: "Deployment frequency"
    case .workdayShare: "Workday share"
    case .leadTime: "Change lead time"
    case .failRate: "Change fail rate"
    case .recoveryTime: "Recovery time"
    case .reworkRate: "Rework rate"
    case .stepYield: "Step yield"
    case .runDuration: "Run duration"
    case .lessonLatency: "Lesson latency"
    case .recurrence: "Recurrence"
    case .retroLateness: "Retro lateness"
    case .timeToDetect: "Time to detect"
    case .timeToMitigate: "Time to mitigate"
    case .timeToResolve: "Time to resolve"
    case .actionAge: "Action age"
    case .toilShare: "Toil share"
    case .pairLoad: "Pair load"
    }
  }

  /// What it counts, in one sentence.
  public var meaning: String {
    switch self {
    case .deployments: "production runs whose deploying step was attempted, and the rollbacks among them"
    case .frequency: "deployments in each week of the window, on average"
    case .workdayShare: "deployments inside the team's working hours, and on no holiday"
    case .leadTime: "from a commit to its deployment, for each commit that a run names"
    case .failRate: "deployments that failed, were rolled back, or brought an incident about"
    case .recoveryTime: "from a failed deployment to when production was well again"
    case .reworkRate: "unplanned deployments that an incident asked for"
    case .stepYield: "steps of which an attempt failed: what the checklists caught"
    case .runDuration: "how long a finished run took, against what its checklist expects"
    case .lessonLatency: "from the surprise to the version of the checklist that carries its lesson"
    case .recurrence: "lessons whose trouble came back after their version was made"
    case .retroLateness: "retros that were reviewed after their day, or are open past it"
    case .timeToDetect: "from when an incident's impact began to when it was seen"
    case .timeToMitigate: "from when an incident began to when it stopped hurting"
    case .timeToResolve: "from when an incident began to when its trouble was gone"
    case .actionAge: "how old the retros' open actions are"
    case .toilShare: "minutes of toil logged on duty, of all minutes on duty"
    case .pairLoad: "how far apart the most and the least loaded are from their share, in duties"
    }
  }

  /// What brings it about where there is nothing to count.
  public var remedy: String? {
    switch self {
    case .leadTime:
      "no run names its commits: declare a parameter `commits` in the checklist and start runs with the times that "
        + "`git log --format=%cI OLD..NEW` prints"
    case .runDuration: "no finished run's checklist says `expected:`"
    case .timeToDetect: "it takes incidents whose impact and detection are both known"
    case .toilShare: "no duty of the window is planned here"
    case .pairLoad: "nobody is in the team's rotation"
    default: nil
    }
  }

  /// Whether a service can be asked of it; the others are of the whole team.
  public var isByService: Bool { ![.toilShare, .pairLoad].contains(self) }
}
