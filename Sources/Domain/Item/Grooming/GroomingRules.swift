/// Which items need a decision, by how their team works.
public struct GroomingRules: Hashable, Sendable {
  public var settings: BacklogSettings
  /// The team's day, `YYYY-MM-DD`.
  public var today: String
  public var now: Instant
  /// After so many days that nobody touched it, an item is stale.
  public var staleDays: Int

  /// A month: two iterations of two weeks in which it never came up.
  public static let usualStaleDays = 30

  public init(settings: BacklogSettings, today: String, now: Instant, staleDays: Int = Self.usualStaleDays) {
    self.settings = settings
    self.today = today
    self.now = now
    self.staleDays = staleDays
  }

  /// What was touched before this moment is stale.
  public var staleBefore: Instant { now - .seconds(Int64(staleDays) * 86_400) }

  /// Why an item needs a decision; empty where it needs none, as all that is accepted.
  ///
  /// What is on ice was put aside on purpose: that it waits for something is no news then, and that it has no estimate
  /// is asked only until somebody has decided. A release is a marker: it takes no points and is never stale.
  public func reasons(for facts: GroomingFacts) -> [GroomingReason] {
    facts.state == .accepted ? [] : GroomingReason.allCases.filter { holds($0, of: facts) }
  }

  private func holds(_ reason: GroomingReason, of facts: GroomingFacts) -> Bool {
    let isOnIce = facts.state == .unscheduled
    return switch reason {
    case .rejected: facts.state == .rejected
    case .pastDue: facts.due.map { $0 < today } ?? false
    case .blocked: facts.isBlocked && !isOnIce
    case .unowned: Self.needsOwner.contains(facts.state) && !facts.isOwned
    case .unestimated:
      !facts.isEstimated && settings.isPointed(facts.type)
        && !(isOnIce && facts.decidedAt.map { $0 >= facts.updatedAt } ?? false)
    case .stale: facts.type != .release && facts.touchedAt < staleBefore
    }
  }

  /// The states in which somebody should be at work; what was delivered waits for the product manager.
  public static let needsOwner: Set<ItemState> = [.started, .finished, .rejected]

  /// In whole days, at least 0.
  public func untouchedDays(_ facts: GroomingFacts) -> Int {
    max(0, Int((now - facts.touchedAt).components.seconds / 86_400))
  }
}
