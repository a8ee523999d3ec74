/// Something that hooks are told of, as the journal has it.
public struct HookEvent: Hashable, Sendable {
  public var subject: Subject
  /// The journal's entry that it was found in; nil for one that is made up to try hooks with.
  public var entry: Int?
  public var at: Instant
  /// The name that the entry is written by.
  public var by: Handle
  /// Nil where it is no team's: a lesson of a checklist that any team may run.
  public var team: TeamName?

  public init(_ subject: Subject, entry: Int?, at: Instant, by: Handle, team: TeamName?) {
    self.subject = subject
    self.entry = entry
    self.at = at
    self.by = by
    self.team = team
  }

  /// What it happened to, as it was right after that entry, whatever came of it since.
  public enum Subject: Hashable, Sendable {
    /// A run was planned, or its plan moved from that time.
    case planned(RunSummary, movedFrom: Instant?)
    case started(RunSummary)
    case failed(FailedStep, RunSummary)
    /// It ended, in whatever way its state says; also when a run that was completed is rolled back later.
    case finished(RunSummary)
    /// An incident was opened, or is taken up again after it was resolved.
    case opened(Incident, again: Bool, note: String?)
    /// Those who wait for an incident's end were told something.
    case updated(Incident, text: String)
    case resolved(Incident, note: String?)
    /// Other people are on in duties that are not over, all of one team.
    case pairs([ChangedDuty])
    /// Lessons that stand in this version of their checklist.
    case folded([Lesson], VersionReference)
  }

  public var kind: HookEventKind {
    switch subject {
    case .planned: .runPlanned
    case .started: .runStarted
    case .failed: .stepFailed
    case .finished: .runFinished
    case .opened: .incidentOpened
    case .updated: .incidentUpdate
    case .resolved: .incidentResolved
    case .pairs: .pairChanged
    case .folded: .lessonFolded
    }
  }

  public var run: RunSummary? {
    switch subject {
    case .planned(let run, _), .started(let run), .failed(_, let run), .finished(let run): run
    case .opened, .updated, .resolved, .pairs, .folded: nil
    }
  }

  public var incident: Incident? {
    switch subject {
    case .opened(let incident, _, _), .updated(let incident, _), .resolved(let incident, _): incident
    case .planned, .started, .failed, .finished, .pairs, .folded: nil
    }
  }
}

/// A step that was found failed, and what was said about it.
public struct FailedStep: Hashable, Sendable {
  public var id: StepID
  /// Nil where the run's version has no such step any more.
  public var step: Step?
  /// The run's entry.
  public var seq: Int
  /// Nil where it is owed.
  public var reason: String?
  /// What was recorded, for a step that asks for a value.
  public var value: String?
  /// The run's, which fill the step's text in.
  public var parameters: [String: String]

  public init(_ entry: Entry, of id: StepID, step: Step?, parameters: [String: String]) {
    self.id = id
    self.parameters = parameters
    self.step = step
    seq = entry.seq
    reason = entry.reason
    value = entry.value
  }
}

/// A duty that other people are on in than before.
public struct ChangedDuty: Hashable, Sendable {
  public var duty: PlannedDuty
  public var was: [Handle]

  public init(_ duty: PlannedDuty, was: [Handle]) {
    self.duty = duty
    self.was = was
  }
}
