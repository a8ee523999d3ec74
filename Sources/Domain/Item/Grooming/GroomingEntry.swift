/// An item that waits for a decision in a grooming session, and why.
public struct GroomingEntry: Hashable, Sendable {
  public var item: ItemLine
  public var facts: GroomingFacts
  /// Never empty.
  public var reasons: [GroomingReason]
  /// Somebody has put it off in this session, so it comes after all that nobody has.
  public var isPutOff: Bool

  public init(item: ItemLine, facts: GroomingFacts, reasons: [GroomingReason], isPutOff: Bool) {
    self.item = item
    self.facts = facts
    self.reasons = reasons
    self.isPutOff = isPutOff
  }
}

/// What a grooming session has still to decide.
public struct GroomingQueue: Hashable, Sendable {
  /// The team's open session; nil before its first decision.
  public var session: Grooming?
  public var rules: GroomingRules
  /// The next ones, in the order in which they are asked: what is current, the backlog, the icebox, each in the hand-set
  /// order, and then what was put off.
  public var entries: [GroomingEntry]
  /// How many wait, counted no further than ``most``.
  public var waiting: Int
  /// How many items the session has decided upon.
  public var decided: Int

  /// So many are counted: nobody grooms more in a session, and a screen does not wait for the number.
  public static let most = 1000

  public init(session: Grooming?, rules: GroomingRules, entries: [GroomingEntry], waiting: Int, decided: Int) {
    self.session = session
    self.rules = rules
    self.entries = entries
    self.waiting = waiting
    self.decided = decided
  }

  /// `7 of 23`: which one is asked about now; empty when all are decided.
  public var progress: String {
    waiting == 0 ? "" : "\(decided + 1) of \(decided + waiting)\(waiting >= Self.most ? "+" : "")"
  }
}
