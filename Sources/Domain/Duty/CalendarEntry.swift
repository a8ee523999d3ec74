/// A duty as a calendar has it.
public struct CalendarDuty: Hashable, Sendable {
  /// How long what is over stays in a feed, also what is over because it was called off: a reader keeps what a feed no
  /// longer names, and has to be told.
  public static let kept = Duration.minutes(90 * 24 * 60)

  public var duty: TeamDuty
  /// Raised by one with each change that a calendar is to notice, from 0, and never lowered (RFC 5545, 3.8.7.4).
  public var sequence: Int
  public var changedAt: Instant
  public var isCancelled: Bool

  public init(_ duty: TeamDuty, sequence: Int = 0, changedAt: Instant, isCancelled: Bool = false) {
    self.duty = duty
    self.sequence = sequence
    self.changedAt = changedAt
    self.isCancelled = isCancelled
  }

  /// - Parameter sequence: how often it has changed, changes that were taken back included.
  public init(_ duty: PlannedDuty, sequence: Int, changedAt: Instant, isCancelled: Bool = false) {
    self.init(TeamDuty(duty), sequence: sequence, changedAt: changedAt, isCancelled: isCancelled)
  }
}

/// A run that was planned ahead, as a calendar has it; one without a plan has no place there.
public struct CalendarRun: Hashable, Sendable {
  public var run: RunSummary
  /// How long it takes, as far as that is known.
  public var expected: Duration?
  /// As a duty's.
  public var sequence: Int
  public var changedAt: Instant

  public init(_ run: RunSummary, expected: Duration? = nil, sequence: Int = 0, changedAt: Instant) {
    self.run = run
    self.expected = expected
    self.sequence = sequence
    self.changedAt = changedAt
  }
}
