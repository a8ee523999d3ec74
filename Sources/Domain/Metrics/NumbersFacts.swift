/// What a team's figures are computed from: compact rows of the record, and nothing that is not looked at.
public struct NumbersFacts: Sendable {
  /// Those of whose times one lies in the window or after it.
  public var runs: [MeasuredRun]
  public var incidents: [MeasuredIncident]
  public var lessons: [MeasuredLesson]
  public var recurrences: [MeasuredRecurrence]
  public var retros: [MeasuredRetro]
  public var actions: [MeasuredAction]
  public var toil: [ToilEntry]
  /// Duties that overlap the window, as they were really had.
  public var duties: [Duty]
  /// When somebody was on in those, where that is not all of a duty: the pair's hours.
  public var worked: @Sendable (DutyWindow) -> [DutyWindow]
  /// Nil where the team has no rotation.
  public var fairness: Fairness?

  public init(
    runs: [MeasuredRun] = [], incidents: [MeasuredIncident] = [], lessons: [MeasuredLesson] = [],
    recurrences: [MeasuredRecurrence] = [], retros: [MeasuredRetro] = [], actions: [MeasuredAction] = [],
    toil: [ToilEntry] = [], duties: [Duty] = [], worked: @escaping @Sendable (DutyWindow) -> [DutyWindow] = { [$0] },
    fairness: Fairness? = nil
  ) {
    self.runs = runs
    self.incidents = incidents
    self.lessons = lessons
    self.recurrences = recurrences
    self.retros = retros
    self.actions = actions
    self.toil = toil
    self.duties = duties
    self.worked = worked
    self.fairness = fairness
  }
}

/// A run as figures look at it.
public struct MeasuredRun: Hashable, Sendable {
  public var number: RunNumber
  public var checklist: ChecklistName
  public var artifact: Artifact
  public var environment: Environment
  public var isRehearsal: Bool
  public var isPlanned: Bool
  /// The incident that it was begun for.
  public var incident: Int?
  public var state: RunState
  public var startedAt: Instant?
  public var endedAt: Instant?
  public var figures: RunFigures
  /// When the run that rolled it back deployed; nil where there is none, or it did not.
  public var otherRollbackAt: Instant?
  /// The incidents that it brought about, with when they stopped hurting.
  public var caused: [Consequence]

  public struct Consequence: Hashable, Sendable {
    public var incident: IncidentNumber
    public var overAt: Instant?

    public init(_ incident: IncidentNumber, overAt: Instant?) {
      self.incident = incident
      self.overAt = overAt
    }
  }

  public init(
    _ number: RunNumber, checklist: ChecklistName, artifact: Artifact,
    environment: Environment = Environment(name: "prod", kind: .production), isRehearsal: Bool = false,
    isPlanned: Bool = true, incident: Int? = nil, state: RunState = .completed, startedAt: Instant? = nil,
    endedAt: Instant? = nil, figures: RunFigures = RunFigures(), otherRollbackAt: Instant? = nil,
    caused: [Consequence] = []
  ) {
    self.number = number
    self.checklist = checklist
    self.artifact = artifact
    self.environment = environment
    self.isRehearsal = isRehearsal
    self.isPlanned = isPlanned
    self.incident = incident
    self.state = state
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.figures = figures
    self.otherRollbackAt = otherRollbackAt
    self.caused = caused
  }

  /// Whether what it does to its environment is a deployment.
  public var isProduction: Bool { environment.kind == .production && !isRehearsal }
}

public struct MeasuredIncident: Hashable, Sendable {
  public var number: IncidentNumber
  public var title: String
  public var times: IncidentTimes

  public init(_ number: IncidentNumber, title: String = "", times: IncidentTimes) {
    self.number = number
    self.title = title
    self.times = times
  }

  /// When it began, as far as anybody knows.
  public var beganAt: Instant { times.impactBegan ?? times.detected ?? times.declared }
}

public struct MeasuredLesson: Hashable, Sendable {
  public var number: LessonNumber
  public var text: String
  public var at: Instant
  /// What it was learned from: the failed attempt, or when the incident began; else when it was written down.
  public var surprisedAt: Instant
  /// When the version was made that carries it; nil of one that was not folded.
  public var foldedAt: Instant?
  public var isOpen: Bool
  /// The lesson whose trouble it says came back.
  public var recurrenceOf: LessonNumber?
  public var incident: Int?

  public init(
    _ number: LessonNumber, text: String = "", at: Instant, surprisedAt: Instant? = nil, foldedAt: Instant? = nil,
    isOpen: Bool = false, recurrenceOf: LessonNumber? = nil, incident: Int? = nil
  ) {
    self.number = number
    self.text = text
    self.at = at
    self.surprisedAt = surprisedAt ?? at
    self.foldedAt = foldedAt
    self.isOpen = isOpen
    self.recurrenceOf = recurrenceOf
    self.incident = incident
  }
}

/// A person's word that an incident happened before.
public struct MeasuredRecurrence: Hashable, Sendable {
  public var incident: IncidentNumber
  public var beganAt: Instant
  public var origin: Recurrence

  public init(_ incident: IncidentNumber, beganAt: Instant, origin: Recurrence) {
    self.incident = incident
    self.beganAt = beganAt
    self.origin = origin
  }
}

public struct MeasuredRetro: Hashable, Sendable {
  public var number: RetroNumber
  public var title: String
  /// `YYYY-MM-DD`; nil while nothing is resolved.
  public var due: String?
  public var reviewedAt: Instant?

  public init(_ number: RetroNumber, title: String = "", due: String?, reviewedAt: Instant?) {
    self.number = number
    self.title = title
    self.due = due
    self.reviewedAt = reviewedAt
  }
}

/// What a retro had somebody do.
public struct MeasuredAction: Hashable, Sendable {
  public var item: ItemNumber
  public var title: String
  public var openedAt: Instant
  /// Nil while it is open.
  public var doneAt: Instant?

  public init(_ item: ItemNumber, title: String = "", openedAt: Instant, doneAt: Instant?) {
    self.item = item
    self.title = title
    self.openedAt = openedAt
    self.doneAt = doneAt
  }
}
