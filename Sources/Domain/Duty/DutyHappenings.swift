/// What happened for a team in a stretch of time, as far as the next pair has to know of it.
public struct DutyHappenings: Hashable, Sendable {
  /// Those that were under way in it, in the order of their numbers; an active one is in flight still.
  public var runs: [RunSummary]
  /// Of those runs; in the order in which they were put off.
  public var deferred: [DeferredStep]
  /// Redlines of it that nothing has come of yet.
  public var redlines: [Lesson]
  /// Incidents that somebody is at now, by number.
  public var incidents: [Incident]
  /// Items whose state changed in it, by their numbers.
  public var items: [ItemLine]
  public var toil: [ToilEntry]

  public init(
    runs: [RunSummary], deferred: [DeferredStep], redlines: [Lesson], incidents: [Incident] = [], items: [ItemLine],
    toil: [ToilEntry]
  ) {
    self.runs = runs
    self.deferred = deferred
    self.redlines = redlines
    self.incidents = incidents
    self.items = items
    self.toil = toil
  }
}
