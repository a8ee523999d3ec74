/// Who could be on duty in somebody's place, or swap with somebody, before it is asked of the store.
///
/// The store holds every change against the same rules again; what is offered here and refused there has changed meanwhile.
public struct DutyStandIns: Sendable {
  /// Somebody who might be on instead.
  public struct Candidate: Hashable, Sendable {
    public var who: Handle
    /// What stands in the way; nil where nothing does.
    public var obstacle: DutyChangeRefusal?
    /// Duties of theirs that end within four weeks before this one begins, or begin within four weeks after.
    public var load: Int
    /// Whether they are on for another team in that time.
    public var isOnElsewhere: Bool
    /// When they were last on with the one who stays, before this duty; nil for never.
    public var lastTogether: Instant?
  }

  /// A place in one duty for a place in another.
  public struct Swap: Hashable, Sendable {
    public var mine: PlannedDuty
    public var theirs: PlannedDuty
    public var with: Handle
  }

  public let team: TeamName
  public let planning: DutyPlanning
  /// Of the team, past ones too, in order.
  public let duties: [PlannedDuty]
  public let now: Instant

  private static let nearby = Duration.seconds(28 * 86_400)

  public init(_ team: TeamName, _ planning: DutyPlanning, duties: [PlannedDuty], now: Instant) {
    self.team = team
    self.planning = planning
    self.duties = duties
    self.now = now
  }

  /// Everybody of the rotation who is not on in it: the best first, those who can't last.
  ///
  /// - Parameter from: whose place it is; nil where one is missing.
  public func candidates(for from: Handle?, in duty: PlannedDuty) -> [Candidate] {
    let window = duty.window.rest(at: now)
    let partners = duty.people.filter { $0 != from }
    let found = planning.members.map(\.who).filter { !duty.people.contains($0) }.map { who in
      let own = duties.filter { $0.people.contains(who) && $0.number != duty.number }
      return Candidate(
        who: who, obstacle: planning.refusal([who], with: partners, in: window, of: team),
        load: own.count { $0.window.end > window.start - Self.nearby && $0.window.start < window.end + Self.nearby },
        isOnElsewhere: planning.elsewhere[who]?.contains { $0.overlaps(window) } ?? false,
        lastTogether: own.filter { $0.window.start < window.start && !partners.filter($0.people.contains).isEmpty }
          .map(\.window.end).max())
    }
    return found.sorted { one, other in
      let (left, right) = (rank(one), rank(other))
      return left == right ? one.who < other.who : left < right
    }
  }

  private func rank(_ candidate: Candidate) -> (Int, Int, Int64) {
    (
      candidate.obstacle != nil ? 2 : candidate.isOnElsewhere ? 1 : 0, candidate.load,
      candidate.lastTogether?.milliseconds ?? .min
    )
  }

  /// The swaps that somebody could make about a duty: their place in it for one in another, or one in it for theirs in
  /// another. The soonest first.
  public func swaps(of who: Handle, about duty: PlannedDuty) -> [Swap] {
    let others = duties.filter { $0.window.end > now && $0.number != duty.number && !$0.isGap }
    let pairs: [(mine: PlannedDuty, theirs: PlannedDuty)] =
      duty.people.contains(who)
      ? others.filter { !$0.people.contains(who) }.map { (duty, $0) }
      : others.filter { $0.people.contains(who) }.map { ($0, duty) }
    return pairs.flatMap { mine, theirs in
      theirs.people.filter { !mine.people.contains($0) }.filter { with in
        fits(with, insteadOf: who, in: mine) && fits(who, insteadOf: with, in: theirs)
      }.map { Swap(mine: mine, theirs: theirs, with: $0) }
    }
  }

  private func fits(_ to: Handle, insteadOf from: Handle, in duty: PlannedDuty) -> Bool {
    planning.refusal([to], with: duty.people.filter { $0 != from }, in: duty.window.rest(at: now), of: team) == nil
  }
}

extension DutyPlanning {
  /// Why people may not be put on duty by hand: they take part in the rotation then, are not away, and no rule keeps
  /// them apart. That somebody is on for another team too is shown, and not refused.
  ///
  /// - Returns: nil where nothing stands in the way.
  public func refusal(
    _ people: [Handle], with partners: [Handle] = [], in window: DutyWindow, of team: TeamName
  ) -> DutyChangeRefusal? {
    for who in people {
      guard let member = members.first(where: { $0.who == who }) else { return .notInRotation(who, team) }
      if !member.isThere(in: window, zone) {
        let start = CivilTime(window.start, in: zone).isoDate
        if let joins = member.joins, start < joins { return .notYetThere(who, team, joins) }
        return .left(who, team, member.leaves ?? start)
      }
      if let absence = absences.first(where: { $0.who == who && $0.window.overlaps(window) }) {
        return .away(who, absence.reason)
      }
      for other in people + partners where other != who {
        if let rule = rules.first(where: { $0.kind == .never && $0.pair == DutyPair(who, other) }) {
          return .neverTogether(rule)
        }
      }
    }
    return nil
  }
}
