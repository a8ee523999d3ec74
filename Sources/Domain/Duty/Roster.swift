/// How much somebody has seen of production.
public enum Experience: String, CaseIterable, Codable, Sendable {
  case novice, regular, veteran
}

/// Somebody's place in a team's rotation.
public struct RosterMember: Hashable, Sendable {
  public var who: Handle
  public var experience: Experience
  /// The first day on which they may be on duty, `YYYY-MM-DD`; nil for always.
  public var joins: String?
  /// The last day; nil while they stay.
  public var leaves: String?
  /// At most that many duties in any 28 days; nil for no limit of their own.
  public var mostDuties: Int?

  public init(
    _ who: Handle, experience: Experience = .regular, joins: String? = nil, leaves: String? = nil,
    mostDuties: Int? = nil
  ) {
    self.who = who
    self.experience = experience
    self.joins = joins
    self.leaves = leaves
    self.mostDuties = mostDuties
  }
}

/// A stretch of time in which somebody is on no duty.
public struct Absence: Hashable, Sendable {
  public var who: Handle
  public var window: DutyWindow
  public var reason: String

  public init(_ who: Handle, _ window: DutyWindow, reason: String = "") {
    self.who = who
    self.window = window
    self.reason = reason
  }
}

/// Two people who are never, or best, on together.
public struct PairRule: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable { case never, prefer }

  public var kind: Kind
  public var pair: DutyPair
  public var reason: String

  public init(_ kind: Kind, _ pair: DutyPair, reason: String = "") {
    self.kind = kind
    self.pair = pair
    self.reason = reason
  }
}

/// Two people, in whatever order they were named.
public struct DutyPair: Hashable, Comparable, Sendable {
  public let first: Handle
  public let second: Handle

  /// - Precondition: they are two different people.
  public init(_ one: Handle, _ other: Handle) { (first, second) = one.text < other.text ? (one, other) : (other, one) }

  public var people: [Handle] { [first, second] }
  public func contains(_ who: Handle) -> Bool { first == who || second == who }

  public static func < (left: Self, right: Self) -> Bool {
    (left.first.text, left.second.text) < (right.first.text, right.second.text)
  }
}
