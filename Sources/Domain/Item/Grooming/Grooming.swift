/// A grooming session of a team: open until somebody ends it, and taken up again where it stopped, by whomever.
public struct Grooming: Hashable, Sendable {
  public var number: GroomingNumber
  public var team: TeamName
  /// Which items it is about, in the filter language, as it was typed; empty for all.
  public var filter: String
  public var by: Handle
  public var startedAt: Instant
  /// Nil while it is open.
  public var endedAt: Instant?

  public init(
    number: GroomingNumber, team: TeamName, filter: String = "", by: Handle, startedAt: Instant,
    endedAt: Instant? = nil
  ) {
    self.number = number
    self.team = team
    self.filter = filter
    self.by = by
    self.startedAt = startedAt
    self.endedAt = endedAt
  }
}

/// A grooming session's number in the store, from 1.
public struct GroomingNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let value: Int
  public init(_ value: Int) { self.value = value }
  public var description: String { String(value) }
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}
