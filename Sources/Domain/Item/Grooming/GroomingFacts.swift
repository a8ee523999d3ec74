/// What of an item decides whether it needs a decision.
public struct GroomingFacts: Hashable, Sendable {
  public var type: ItemType
  public var state: ItemState
  public var isEstimated: Bool
  public var isOwned: Bool
  public var isBlocked: Bool
  /// `YYYY-MM-DD`.
  public var due: String?
  public var updatedAt: Instant
  /// When somebody last said something about it; nil where nobody has.
  public var commentedAt: Instant?
  /// When it was last decided upon, in whichever session; nil where it never was. Putting it off is no decision.
  public var decidedAt: Instant?

  public init(
    type: ItemType, state: ItemState, isEstimated: Bool, isOwned: Bool, isBlocked: Bool, due: String?,
    updatedAt: Instant, commentedAt: Instant? = nil, decidedAt: Instant? = nil
  ) {
    self.type = type
    self.state = state
    self.isEstimated = isEstimated
    self.isOwned = isOwned
    self.isBlocked = isBlocked
    self.due = due
    self.updatedAt = updatedAt
    self.commentedAt = commentedAt
    self.decidedAt = decidedAt
  }

  public init(_ item: Item, commentedAt: Instant? = nil, decidedAt: Instant? = nil) {
    self.init(
      type: item.type, state: item.state, isEstimated: item.points != nil, isOwned: !item.owners.isEmpty,
      isBlocked: item.isBlocked, due: item.due, updatedAt: item.updatedAt, commentedAt: commentedAt,
      decidedAt: decidedAt)
  }

  /// When somebody last had a look at it that left a trace.
  public var touchedAt: Instant { max(updatedAt, commentedAt ?? updatedAt, decidedAt ?? updatedAt) }
}
