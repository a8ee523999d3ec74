/// What was learned about a checklist, where it came from, and what became of it.
public struct Lesson: Hashable, Sendable {
  public var number: LessonNumber
  public var checklist: ChecklistName
  /// What was learned, in the words of whoever learned it.
  public var text: String
  public var source: LessonSource
  /// The step that it is about; nil where it is about the checklist as a whole.
  public var step: StepID?
  /// What is to be changed; nil where nobody has said yet.
  public var edit: ProposedEdit?
  /// The number of the version that the edit was proposed for.
  public var base: Int
  /// The lesson whose trouble this one says came back.
  public var recurrenceOf: LessonNumber?
  public var by: Handle
  public var at: Instant
  /// Nil while it is open.
  public var fate: LessonFate?

  public init(
    number: LessonNumber, checklist: ChecklistName, text: String, source: LessonSource, step: StepID? = nil,
    edit: ProposedEdit? = nil, base: Int, recurrenceOf: LessonNumber? = nil, by: Handle, at: Instant,
    fate: LessonFate? = nil
  ) {
    self.number = number
    self.checklist = checklist
    self.text = text
    self.source = source
    self.step = step
    self.edit = edit
    self.base = base
    self.recurrenceOf = recurrenceOf
    self.by = by
    self.at = at
    self.fate = fate
  }

  public var isOpen: Bool { fate == nil }
}

/// Where a lesson comes from.
public enum LessonSource: Hashable, Sendable {
  /// The pair marked a line in the middle of this run.
  case redline(RunNumber)
  /// A step of this run failed.
  case failure(RunNumber)
  case incident(Int)
  /// The review of a run, of an incident, or of a near miss, which is neither.
  case retro(run: RunNumber?, incident: Int?)
  /// Out of the blue.
  case observation

  public enum Kind: String, CaseIterable, Sendable { case redline, failure, incident, retro, observation }

  public var kind: Kind {
    switch self {
    case .redline: .redline
    case .failure: .failure
    case .incident: .incident
    case .retro: .retro
    case .observation: .observation
    }
  }

  public var run: RunNumber? {
    switch self {
    case .redline(let run), .failure(let run): run
    case .retro(let run, _): run
    case .incident, .observation: nil
    }
  }

  public var incident: Int? {
    switch self {
    case .incident(let number): number
    case .retro(_, let number): number
    case .redline, .failure, .observation: nil
    }
  }

  /// Nil where the parts do not make a source of that kind.
  public init?(_ kind: Kind, run: RunNumber?, incident: Int?) {
    switch (kind, run, incident) {
    case (.redline, let run?, nil): self = .redline(run)
    case (.failure, let run?, nil): self = .failure(run)
    case (.incident, nil, let number?): self = .incident(number)
    case (.retro, let run, let incident): self = .retro(run: run, incident: incident)
    case (.observation, nil, nil): self = .observation
    default: return nil
    }
  }
}

extension LessonSource: CustomStringConvertible {
  /// As in `redline in run 42`.
  public var description: String {
    switch self {
    case .redline(let run): "redline in run \(run)"
    case .failure(let run): "failure in run \(run)"
    case .incident(let number): "incident \(number)"
    case .retro(let run?, let incident?): "retro of run \(run), incident \(incident)"
    case .retro(let run?, nil): "retro of run \(run)"
    case .retro(nil, let incident?): "retro of incident \(incident)"
    case .retro(nil, nil): "retro of a near miss"
    case .observation: "out of the blue"
    }
  }
}

/// What became of a lesson. Nothing ends in silence: each has a reason or something to look at.
public struct LessonFate: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    /// It stands in this version of its checklist; `step` is the line that carries it, where there is one.
    case folded(version: Int, step: StepID?)
    /// Work was made of it: the number of an item that is kept here, or the name or address of one elsewhere.
    case item(String)
    case declined(reason: String)
  }

  public enum Kind: String, CaseIterable, Sendable { case folded, item, declined }

  public var outcome: Outcome
  public var by: Handle
  public var at: Instant

  public init(_ outcome: Outcome, by: Handle, at: Instant) {
    self.outcome = outcome
    self.by = by
    self.at = at
  }

  /// The item of ours that the lesson became; nil where it became another's, or something else.
  public var item: ItemNumber? {
    if case .item(let name) = outcome { ItemNumber(typed: name) } else { nil }
  }

  public var kind: Kind {
    switch outcome {
    case .folded: .folded
    case .item: .item
    case .declined: .declined
    }
  }
}
