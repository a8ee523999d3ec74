/// A step of a run that was deferred in a duty, and that nobody did since.
public struct DeferredStep: Hashable, Sendable {
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

/// Manual, repeated work without lasting value that somebody did on duty.
public struct LoggedToil: Hashable, Sendable {
  /// From 1.
  public var minutes: Int
  public var what: String
  public var item: ItemNumber?
  public var by: Handle
  public var at: Instant

  public init(minutes: Int, what: String, item: ItemNumber? = nil, by: Handle, at: Instant) {
    self.minutes = minutes
    self.what = what
    self.item = item
    self.by = by
    self.at = at
  }
}

/// Somebody's word that they handed over, or took over.
public struct HandoffSignature: Hashable, Sendable {
  public enum Side: String, CaseIterable, Sendable { case outgoing, incoming }

  public var who: Handle
  public var side: Side
  public var at: Instant

  public init(_ who: Handle, _ side: Side, at: Instant) {
    self.who = who
    self.side = side
    self.at = at
  }
}
