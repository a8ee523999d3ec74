/// A duty as a calendar has it.
public struct CalendarDuty: Hashable, Sendable {
  /// How long what is over stays in a feed, also what is over because it was called off: a reader keeps what a feed no
  /// longer names, and has to be told.
  public static let kept = Duration.minutes(90 * 24 * 60)

  public var duty: TeamDuty
  /// Raised by one with each change that a calendar is to notice, from 0 (RFC 5545, 3.8.7.4).
  public var sequence: Int
  public var changedAt: Instant
  public var isCancelled: Bool

  public init(_ duty: TeamDuty, sequence: Int = 0, changedAt: Instant, isCancelled: Bool = false) {
    self.duty = duty
    self.sequence = sequence
    self.changedAt = changedAt
    self.isCancelled = isCancelled
  }

  public init(_ duty: PlannedDuty) {
    self.init(
      TeamDuty(duty.team, duty.number.value, duty.duty), sequence: duty.sequence, changedAt: duty.changedAt)
  }

  /// A duty that is off, or somebody's no more; that is a change too, and so its sequence is one higher.
  ///
  /// - Parameter people: who still has it in their calendar.
  public init(cancelled duty: PlannedDuty, of people: [Handle]) {
    self.init(
      TeamDuty(duty.team, duty.number.value, Duty(duty.window, people, reasons: duty.duty.reasons)),
      sequence: duty.sequence + 1, changedAt: duty.changedAt, isCancelled: true)
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
