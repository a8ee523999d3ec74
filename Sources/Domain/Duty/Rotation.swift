import Foundation

/// Who is next, and what is known by then: a walk through all pairs in which one person carries over and one rotates.
///
/// With an odd number of people the walk is an Eulerian circuit of the complete graph on them, found edge by edge as
/// Fleury did: no pair is taken that would cut the rest off. Over a round every pair meets once and everybody has the same
/// number of duties. With an even number no such circuit is there; without a perfect matching, a different one each
/// round, there is. All that it goes by is what it has seen, so that a plan that is extended is the longer plan.
struct Rotation {
  private let planning: DutyPlanning
  /// In the order of their handles; everything below goes by the index.
  private let people: [Handle]
  private let indexes: [Handle: Int]
  private let experience: [Experience]
  private let limits: [Int?]
  private let stays: [Range<Int64>]
  private let absences: [[Absence]]
  private let never: [UInt64]
  private let preferred: [DutyPair: String]

  /// The pairs that are still to meet in this round: a bit for each partner.
  private var remaining: [UInt64]
  private var round = 0
  private var members: UInt64 = 0
  /// Duties had, and what would have been one's share of those that one was there for.
  private var loads: [Int]
  private var shares: [Double]
  private var meetings: [Int]
  private var lastMet: [Instant?]
  /// The starts of each one's duties in the last 28 days.
  private var recent: [[Instant]]
  /// How many duties in a row, up to the last.
  private var streaks: [Int]
  /// The last pair: who came in with it, and who was there before.
  private var incoming: Int?
  private var outgoing: Int?

  init(_ planning: DutyPlanning) {
    self.planning = planning
    let sorted = planning.members.sorted { $0.who.text < $1.who.text }
    let count = sorted.count
    people = sorted.map(\.who)
    let indexes = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1, $0) })
    self.indexes = indexes
    experience = sorted.map(\.experience)
    limits = sorted.map(\.mostDuties)
    stays = sorted.map { $0.stay(in: planning.zone) }
    var absences = [[Absence]](repeating: [], count: count)
    for absence in planning.absences {
      if let index = indexes[absence.who] { absences[index].append(absence) }
    }
    self.absences = absences
    var never = [UInt64](repeating: 0, count: count)
    var preferred: [DutyPair: String] = [:]
    for rule in planning.rules {
      guard let one = indexes[rule.pair.first], let other = indexes[rule.pair.second] else { continue }
      switch rule.kind {
      case .never:
        never[one] |= 1 << UInt64(other)
        never[other] |= 1 << UInt64(one)
      case .prefer: preferred[rule.pair] = rule.reason
      }
    }
    self.never = never
    self.preferred = preferred
    remaining = [UInt64](repeating: 0, count: count)
    loads = [Int](repeating: 0, count: count)
    shares = [Double](repeating: 0, count: count)
    meetings = [Int](repeating: 0, count: count * count)
    lastMet = [Instant?](repeating: nil, count: count * count)
    recent = [[Instant]](repeating: [], count: count)
    streaks = [Int](repeating: 0, count: count)
  }

  // MARK: Who is there

  private func isMember(_ index: Int, in window: DutyWindow) -> Bool {
    window.isWithin(stays[index])
  }

  private func absence(_ index: Int, in window: DutyWindow) -> Absence? {
    absences[index].first { $0.window.overlaps(window) }
  }

  private func bits(_ indexes: some Sequence<Int>) -> UInt64 { indexes.reduce(0) { $0 | 1 << UInt64($1) } }

  private func present(in window: DutyWindow) -> UInt64 {
    bits(people.indices.filter { isMember($0, in: window) && absence($0, in: window) == nil })
  }

  private func isAtLimit(_ index: Int, _ window: DutyWindow) -> Bool {
    guard let limit = limits[index] else { return false }
    return recent[index].count { window.start - $0 < .days(28) } >= limit
  }

  // MARK: What is seen

  /// Takes a duty in, planned here or set by hand or long past.
  mutating func observe(_ duty: Duty) {
    let there = present(in: duty.window)
    let on = duty.people.compactMap { indexes[$0] }
    let everybody = there | bits(on)
    let share = Double(on.count) / Double(max(1, everybody.nonzeroBitCount))
    for index in people.indices {
      if everybody & 1 << UInt64(index) != 0 { shares[index] += share }
      streaks[index] = on.contains(index) ? streaks[index] + 1 : 0
    }
    for index in on {
      loads[index] += 1
      recent[index] = recent[index].filter { duty.window.start - $0 < .days(28) } + [duty.window.start]
    }
    if on.count == 2 {
      let (one, other) = (on[0], on[1])
      meet(one, other, duty.window.end)
      let before = [incoming, outgoing].compactMap(\.self)
      // Who came in now carries over next; of two who came in, the one who is named last.
      incoming = before.contains(other) && !before.contains(one) ? one : other
      outgoing = incoming == one ? other : one
    } else {
      (incoming, outgoing) = (on.first, nil)
    }
  }

  private mutating func meet(_ one: Int, _ other: Int, _ end: Instant) {
    remaining[one] &= ~(1 << UInt64(other))
    remaining[other] &= ~(1 << UInt64(one))
    for (left, right) in [(one, other), (other, one)] {
      meetings[left * people.count + right] += 1
      lastMet[left * people.count + right] = end
    }
  }

  /// Newcomers meet everybody in the round that is under way; who has left meets nobody.
  private mutating func update(for window: DutyWindow) {
    let now = bits(people.indices.filter { isMember($0, in: window) })
    guard now != members else { return }
    let isFirst = members == 0
    let (new, gone) = (now & ~members, members & ~now)
    members = now
    for index in people.indices {
      if gone & 1 << UInt64(index) != 0 { remaining[index] = 0 } else { remaining[index] &= ~gone }
    }
    guard !isFirst else { return }
    for index in people.indices where new & 1 << UInt64(index) != 0 {
      let partners = now & ~(1 << UInt64(index)) & ~never[index]
      remaining[index] |= partners
      for other in people.indices where partners & 1 << UInt64(other) != 0 {
        remaining[other] |= 1 << UInt64(index)
      }
    }
  }

  /// All pairs are to meet again, but for a perfect matching where the number of people is even.
  private mutating func beginRound() {
    let there = people.indices.filter { members & 1 << UInt64($0) != 0 }
    for index in people.indices {
      let isThere = members & 1 << UInt64(index) != 0
      remaining[index] = isThere ? members & ~(1 << UInt64(index)) & ~never[index] : 0
    }
    if there.count > 2, there.count.isMultiple(of: 2) {
      for (one, other) in Self.matching(there, round: round) {
        remaining[one] &= ~(1 << UInt64(other))
        remaining[other] &= ~(1 << UInt64(one))
      }
    }
    round += 1
  }

  /// The circle method: one stands still, the others turn; after one turn less than there are people all pairs were in one.
  private static func matching(_ people: [Int], round: Int) -> [(Int, Int)] {
    let turning = people.count - 1
    let shift = round % turning
    let first = (people[turning], people[shift])
    return [first]
      + (1..<people.count / 2).map { step in
        (people[(shift + step) % turning], people[(shift + turning - step) % turning])
      }
  }

  // MARK: Who is chosen

  /// More duties than one's share by this many, and one is not asked to catch up with pairs.
  private static let surplus = 2.0

  /// Comes to a window, once for each, whether its pair is known or to be chosen: who is a member by then, and whether a
  /// new round begins, because none of those who are there and due have still to meet.
  mutating func enter(_ window: DutyWindow) {
    update(for: window)
    let there = present(in: window)
    if there.nonzeroBitCount >= 2, select(from: there, window, window) == nil { beginRound() }
  }

  /// The pair for a window that was entered.
  ///
  /// - Parameter next: the window after it, for which whoever comes in now carries over.
  func choose(_ window: DutyWindow, before next: DutyWindow) -> Duty {
    let there = present(in: window)
    if there.nonzeroBitCount < 2 { return short(window, there) }
    if let choice = select(from: there, window, next) { return duty(choice, window, there) }
    // Nobody who is there is due, or the two who are may not be on together in this round: any pair that may be.
    if let choice = best(pairs(of: there) { never[$0] & 1 << UInt64($1) == 0 }, window, next, isRepeat: true) {
      return duty(choice, window, there)
    }
    return short(window, there)
  }

  /// A pair that is still to meet: with whoever came in last, else with the other of the last pair, else any.
  private func select(from there: UInt64, _ window: DutyWindow, _ next: DutyWindow) -> Choice? {
    let due = there & bits(people.indices.filter { isDue($0, window) })
    for carrier in [incoming, outgoing].compactMap(\.self) where due & 1 << UInt64(carrier) != 0 {
      let partners = remaining[carrier] & due
      let pairs = people.indices.filter { partners & 1 << UInt64($0) != 0 }.map { (carrier, $0) }
      if let choice = best(pairs, window, next) { return choice }
    }
    return best(pairs(of: due) { remaining[$0] & 1 << UInt64($1) != 0 }, window, next)
  }

  /// Two duties in a row are enough, and so is a load that is well above one's share.
  private func isDue(_ index: Int, _ window: DutyWindow) -> Bool {
    (streaks[index] < 2 || members.nonzeroBitCount <= 2) && Double(loads[index]) - shares[index] < Self.surplus
      && !isAtLimit(index, window)
  }

  private func pairs(of there: UInt64, where isPair: (Int, Int) -> Bool) -> [(Int, Int)] {
    let indexes = people.indices.filter { there & 1 << UInt64($0) != 0 }
    return indexes.flatMap { one in indexes.filter { $0 > one && isPair(one, $0) }.map { (one, $0) } }
  }

  private struct Choice {
    var one: Int
    var other: Int
    var isRepeat: Bool
  }

  private func best(
    _ pairs: [(Int, Int)], _ window: DutyWindow, _ next: DutyWindow, isRepeat: Bool = false
  ) -> Choice? {
    var found: (cost: Cost, pair: (Int, Int))?
    for (one, other) in pairs {
      let cost = cost(one, other, window, next, isRepeat: isRepeat)
      if found.map({ cost < $0.cost }) ?? true { found = (cost, (one, other)) }
    }
    return found.map { Choice(one: $0.pair.0, other: $0.pair.1, isRepeat: isRepeat) }
  }

  /// What is better comes first: in this order.
  private struct Cost: Comparable {
    var cutsOff: Int
    var strain: Int
    var meetings: Int
    var surplus: Int
    var awayNext: Int
    var mix: Int
    var liking: Int
    var lastMet: Int64
    var elsewhere: Int
    var order: Int

    static func < (left: Self, right: Self) -> Bool {
      if left.strain != right.strain { return left.strain < right.strain }
      if left.cutsOff != right.cutsOff { return left.cutsOff < right.cutsOff }
      if left.meetings != right.meetings { return left.meetings < right.meetings }
      if left.surplus != right.surplus { return left.surplus < right.surplus }
      if left.awayNext != right.awayNext { return left.awayNext < right.awayNext }
      if left.mix != right.mix { return left.mix < right.mix }
      if left.liking != right.liking { return left.liking < right.liking }
      if left.lastMet != right.lastMet { return left.lastMet < right.lastMet }
      if left.elsewhere != right.elsewhere { return left.elsewhere < right.elsewhere }
      return left.order < right.order
    }
  }

  private func cost(_ one: Int, _ other: Int, _ window: DutyWindow, _ next: DutyWindow, isRepeat: Bool) -> Cost {
    let place = one * people.count + other
    let novices = [one, other].count { experience[$0] == .novice }
    let veterans = [one, other].count { experience[$0] == .veteran }
    let isElsewhere = [one, other].contains { isOnElsewhere($0, window) }
    let surplus = Double(loads[one] + loads[other]) - shares[one] - shares[other]
    return Cost(
      cutsOff: isRepeat ? 0 : cutsOff(one, other) ? 1 : 0,
      strain: isRepeat ? [one, other].reduce(0) { $0 + strain($1, window) } : 0,
      meetings: meetings[place], surplus: Int((surplus * 64).rounded()),
      awayNext: isMember(other, in: next) && absence(other, in: next) == nil ? 0 : 1,
      mix: novices == 2 ? 2 : novices == 1 && veterans == 0 ? 1 : 0,
      liking: preferred.isEmpty || preferred[DutyPair(people[one], people[other])] == nil ? 1 : 0,
      lastMet: lastMet[place]?.milliseconds ?? .min, elsewhere: isElsewhere ? 1 : 0, order: place)
  }

  /// A limit of somebody's own is given up last, after that nobody is on for long in a row.
  private func strain(_ index: Int, _ window: DutyWindow) -> Int {
    isAtLimit(index, window) ? 3 : isDue(index, window) ? 0 : 1
  }

  private func isOnElsewhere(_ index: Int, _ window: DutyWindow) -> Bool {
    planning.elsewhere[people[index]]?.contains { $0.overlaps(window) } ?? false
  }

  /// Whether pairs would be left that the walk, which goes on from `other`, could not come to.
  private func cutsOff(_ one: Int, _ other: Int) -> Bool {
    var left = remaining
    left[one] &= ~(1 << UInt64(other))
    left[other] &= ~(1 << UInt64(one))
    var reached: UInt64 = 1 << UInt64(other)
    var frontier = reached
    while frontier != 0 {
      let index = frontier.trailingZeroBitCount
      frontier &= frontier - 1
      let new = left[index] & ~reached
      reached |= new
      frontier |= new
    }
    return left.indices.contains { left[$0] != 0 && reached & 1 << UInt64($0) == 0 }
  }

  // MARK: Why

  private func duty(_ choice: Choice, _ window: DutyWindow, _ there: UInt64) -> Duty {
    let (one, other) = (choice.one, choice.other)
    let last = [incoming, outgoing].compactMap(\.self)
    // Whoever carries over is named first.
    let carrier = [one, other].first { $0 == incoming } ?? [one, other].first { last.contains($0) }
    let pair = carrier == other ? [other, one] : [one, other]
    let place = one * people.count + other
    var reasons: [DutyReason] = [
      lastMet[place].map { .pairedBefore(days: max(0, (window.start - $0).wholeDays)) } ?? .neverPaired
    ]
    if let carrier { reasons.append(.carriesOver(people[carrier])) }
    reasons.append(.loads(loads[pair[0]], loads[pair[1]]))
    if let why = preferred[DutyPair(people[one], people[other])] { reasons.append(.preferred(why)) }
    if let incoming, incoming != one, incoming != other {
      if let absence = absence(incoming, in: window) {
        reasons.append(.away(people[incoming], absence.reason))
      } else if isAtLimit(incoming, window) {
        reasons.append(.atLimit(people[incoming]))
      }
      if carrier == nil { reasons.append(.noneCarriesOver) }
    }
    if choice.isRepeat { reasons.append(.repeatsEarly) }
    if experience[one] == .novice, experience[other] == .novice { reasons.append(.bothNovices) }
    for index in pair where isAtLimit(index, window) { reasons.append(.overLimit(people[index])) }
    for index in pair where isOnElsewhere(index, window) { reasons.append(.onElsewhere(people[index])) }
    return Duty(window, pair.map { people[$0] }, reasons: reasons)
  }

  /// A window for which there is one person, or nobody, or two who are never on together.
  private func short(_ window: DutyWindow, _ there: UInt64) -> Duty {
    let candidates = people.indices.filter { there & 1 << UInt64($0) != 0 }
    let away = people.indices.filter { isMember($0, in: window) }.compactMap { absence($0, in: window) }
      .map { DutyReason.away($0.who, $0.reason) }
    guard let one = candidates.min(by: { (loads[$0], $0) < (loads[$1], $1) }) else {
      return Duty(window, [], reasons: [.nobody] + away)
    }
    // Whoever else is there is kept apart from them: else there were a pair.
    let rules = planning.rules.filter { rule in
      rule.kind == .never && rule.pair.contains(people[one])
        && candidates.contains { $0 != one && rule.pair.contains(people[$0]) }
    }
    let why = rules.isEmpty ? [.alone] : rules.sorted { $0.pair < $1.pair }.map { DutyReason.keptApart($0) }
    return Duty(window, [people[one]], reasons: why + away)
  }
}

extension Duration {
  fileprivate static func days(_ count: Int64) -> Duration { .seconds(count * 86_400) }
  fileprivate var wholeDays: Int { Int(components.seconds / 86_400) }
}
