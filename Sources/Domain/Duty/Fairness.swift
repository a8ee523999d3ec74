/// What each of a team's people had of its duties in a period, beside what would be their share.
public struct Fairness: Hashable, Sendable {
  public struct Load: Hashable, Sendable {
    public var who: Handle
    /// Duties that begin within the period, and in which somebody works.
    public var duties: Int
    /// Time on duty within the period: nights included, but where the pair is on in working hours only.
    public var time: Duration
    /// What they would have, in duties, if each had been shared by all who were there for it.
    public var share: Double

    /// Duties above one's share; below it, it is negative.
    public var surplus: Double { Double(duties) - share }
  }

  public let period: DutyWindow
  /// In the order of their handles: the members, and whoever else was on.
  public let loads: [Load]

  /// - Parameter duties: of that team, in any order; those outside of the period do not count.
  public init(_ planning: DutyPlanning, duties: some Sequence<Duty>, in period: DutyWindow) {
    var counts: [Handle: Int] = [:]
    var shares: [Handle: Double] = [:]
    var windows: [Handle: [DutyWindow]] = [:]
    for duty in duties.sorted(by: { $0.window < $1.window }) {
      let people = duty.people.firstOfEach
      for who in people { windows[who, default: []].append(duty.window) }
      guard period.contains(duty.window.start), planning.needsPair(in: duty.window) else { continue }
      for who in people { counts[who, default: 0] += 1 }
      let there = (planning.present(in: duty.window) + people).firstOfEach
      for who in there { shares[who, default: 0] += Double(people.count) / Double(there.count) }
    }
    let others = windows.keys.filter { windows[$0]?.contains { $0.overlaps(period) } ?? false }
    self.period = period
    loads = (planning.members.map(\.who) + others).firstOfEach.sorted().map { who in
      let worked = (windows[who] ?? []).compactMap { $0.common(with: period) }.flatMap(planning.stretches)
      return Load(who: who, duties: counts[who] ?? 0, time: worked.time(in: period), share: shares[who] ?? 0)
    }
  }

  /// How far apart the most and the least loaded are from their shares, in duties; 0 for a team of nobody.
  public var spread: Double {
    let surpluses = loads.map(\.surplus)
    return (surpluses.max() ?? 0) - (surpluses.min() ?? 0)
  }
}
