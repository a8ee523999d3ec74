import Foundation

/// What planning and charts need to know of an item.
public struct ItemFacts: Hashable, Sendable {
  public var number: ItemNumber
  public var type: ItemType
  /// Nil is unestimated.
  public var points: Int?
  public var state: ItemState
  public var createdAt: Instant
  public var acceptedAt: Instant?
  /// `YYYY-MM-DD`.
  public var due: String?

  public init(
    number: ItemNumber, type: ItemType = .feature, points: Int? = nil, state: ItemState, createdAt: Instant,
    acceptedAt: Instant? = nil, due: String? = nil
  ) {
    self.number = number
    self.type = type
    self.points = points
    self.state = state
    self.createdAt = createdAt
    self.acceptedAt = acceptedAt
    self.due = due
  }

  public init(_ item: Item) {
    self.init(
      number: item.number, type: item.type, points: item.points, state: item.state, createdAt: item.createdAt,
      acceptedAt: item.acceptedAt, due: item.due)
  }
}

extension ItemFacts {
  /// Whether it is in the iteration under way wherever it stands. A release is a marker, and stays where it stands.
  public var isPlannedByHand: Bool { state == .planned && type != .release }
}

extension BacklogSettings {
  /// What an item weighs in an iteration: its points, and 0 while it has none or where its type takes none.
  /// More than a million, which only a broken import can bring, counts as a million.
  public func weight(_ type: ItemType, _ points: Int?) -> Int {
    isPointed(type) ? min(max(0, points ?? 0), 1_000_000) : 0
  }
}

extension Instant {
  /// The day that it falls on, as `YYYY-MM-DD`.
  func day(in zone: TimeZone) -> String { CivilTime(self, in: zone).isoDate }
}
