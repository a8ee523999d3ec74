/// What would be another way if something were so: a plan beside the one that stands.
public struct DutyDiff: Hashable, Sendable {
  public struct Change: Hashable, Sendable {
    public var window: DutyWindow
    /// Nil where there is no such duty now.
    public var before: Duty?
    /// Nil where there would be none.
    public var after: Duty?

    /// What speaks for the new pair, or is given up for it, and was not said of the old one.
    public var newReasons: [DutyReason] {
      let old = Set(before?.reasons ?? [])
      return (after?.reasons ?? []).filter { !old.contains($0) }
    }
  }

  /// One person's duties, before and after; only of those for whom it differs.
  public struct Load: Hashable, Sendable {
    public var who: Handle
    public var before: Int
    public var after: Int
  }

  /// By time. A duty whose two people stay the same is no change, whoever of them is named first.
  public let changes: [Change]
  /// In the order of their handles.
  public let loads: [Load]
  /// How many duties there are in both plans together, with those that stay as they are.
  public let count: Int

  /// - Parameters: two plans of one team, in any order. A duty is the same where its window is.
  public init(before: [Duty], after: [Duty]) {
    let old = Dictionary(before.map { ($0.window, $0) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(after.map { ($0.window, $0) }, uniquingKeysWith: { first, _ in first })
    let windows = Set(old.keys).union(new.keys)
    count = windows.count
    changes = windows.sorted().compactMap { window in
      let (one, other) = (old[window], new[window])
      if let one, let other, Set(one.people) == Set(other.people) { return nil }
      return Change(window: window, before: one, after: other)
    }
    let (counts, newCounts) = (Self.counts(before), Self.counts(after))
    loads = Set(counts.keys).union(newCounts.keys).sorted().compactMap { who in
      let load = Load(who: who, before: counts[who] ?? 0, after: newCounts[who] ?? 0)
      return load.before == load.after ? nil : load
    }
  }

  private static func counts(_ duties: [Duty]) -> [Handle: Int] {
    Dictionary(duties.flatMap(\.people).map { ($0, 1) }, uniquingKeysWith: +)
  }
}
