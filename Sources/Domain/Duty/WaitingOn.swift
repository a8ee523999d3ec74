/// Something that does not go on before somebody does something.
public enum WaitingOn: Hashable, Sendable {
  /// A delivered item is to be accepted or rejected.
  case acceptance(ItemLine)
  /// An item in progress waits for something else.
  case blocked(ItemLine)
  /// A run for an incident is to be reviewed by its day.
  case review(RunSummary)
  case deferred(DeferredStep)
  case redline(Lesson)
  case signature(TeamDuty)
}

/// What waits, and for whom.
public struct Waiting: Hashable, Sendable {
  /// Empty where it is nobody's in particular.
  public var people: [Handle]
  public var what: WaitingOn

  public init(_ what: WaitingOn, for people: [Handle]) {
    self.people = people
    self.what = what
  }
}
