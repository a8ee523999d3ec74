import Domain

/// A duty as a calendar has it.
public struct CalendarDuty: Hashable, Sendable {
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
}

/// A planned run as a calendar has it; one without a plan has no place there.
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

/// Somebody as a calendar or a commit names them.
public struct Contact: Hashable, Sendable {
  public var name: String
  /// A mail address, as in `ana@example.org`; nil when none is known.
  public var address: String?

  public init(name: String, address: String? = nil) {
    self.name = name
    self.address = address
  }
}
