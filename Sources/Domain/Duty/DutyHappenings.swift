/// What happened for a team in a stretch of time, as far as the next pair has to know of it.
public struct DutyHappenings: Hashable, Sendable {
  /// A step that was put off, and that nobody did since.
  public struct Deferral: Hashable, Sendable {
    public var run: RunNumber
    public var step: StepID
    /// What the line says.
    public var text: String
    public var reason: String
    public var by: Handle
    public var at: Instant

    public init(run: RunNumber, step: StepID, text: String, reason: String, by: Handle, at: Instant) {
      self.run = run
      self.step = step
      self.text = text
      self.reason = reason
      self.by = by
      self.at = at
    }
  }

  /// Those that were under way in it, in the order of their numbers; an active one is in flight still.
  public var runs: [RunSummary]
  /// Of those runs; in the order in which they were put off.
  public var deferred: [Deferral]
  /// Redlines of it that nothing has come of yet.
  public var redlines: [Lesson]
  /// Items whose state changed in it, by their numbers.
  public var items: [ItemLine]
  public var toil: [ToilEntry]

  public init(
    runs: [RunSummary], deferred: [Deferral], redlines: [Lesson], items: [ItemLine], toil: [ToilEntry]
  ) {
    self.runs = runs
    self.deferred = deferred
    self.redlines = redlines
    self.items = items
    self.toil = toil
  }
}
