import Foundation

/// What becomes of a team's duties when they are planned anew: what stays, what goes, and what takes its place.
///
/// Past and running duties are facts and stay, and so does what was set by hand; what lies around it is planned. A
/// changed duty (somebody took somebody's place) keeps its people; it goes to the window that it covers most of. Of
/// duties that lie ahead, each new one keeps the number of the old one that it overlaps most, so that a calendar sees a
/// duty that moved and not one that went and another that came.
public struct DutyOutlook: Sendable {
  /// A duty as it would be.
  public struct Proposed: Hashable, Sendable {
    /// Nil where it is new.
    public var number: DutyNumber?
    public var window: DutyWindow
    public var people: [Handle]
    public var base: [Handle]
    public var reasons: [String]
    public var changes: [DutyChange]
    /// Whether it is a fact, or was set by hand, and stays as it is.
    public var isKept: Bool
    /// The duty that it takes the place of, as it is now; nil where it is new.
    public var before: PlannedDuty?

    public var isGap: Bool { people.count < 2 }
    public var why: String { DutyChange.why(reasons, changes) }
    /// The duty without what only the store knows of it.
    public var duty: Duty { Duty(window, people, reasons: reasons, changes: changes) }
    /// Whether writing it would change anything.
    public var isChange: Bool {
      !isKept && (before?.window != window || Set(before?.people ?? []) != Set(people))
    }
  }

  /// In the order of their windows, from the first that was asked for to the last that is planned.
  public var duties: [Proposed]
  /// The duties that have no place in the new plan.
  public var removed: [DutyNumber]
  /// Changed duties that no new one follows, or whose people can't be on any more; of a swap both.
  public var lapsed: [PlannedDuty]
  /// Where the weeks end that were asked for; the plan reaches further where there was one before.
  public var end: Instant
  /// What lies between the duties that there are and the beginning of the plan, with nobody planned; nil where nothing does.
  public var gapBefore: DutyWindow?

  /// - Parameters:
  ///   - existing: all duties of the team, past ones too.
  ///   - day: `YYYY-MM-DD` in the team's zone; the plan begins with the first hand-over on it, or with the duty that is
  ///     under way then. Nil is now.
  ///   - keeping: whether duties ahead keep their two as long as both may be on: only what is missing, or what can't stay,
  ///     is planned then.
  public init(
    _ planning: DutyPlanning, existing: [PlannedDuty], from day: String? = nil, weeks: Int, keeping: Bool = false,
    now: Instant
  ) throws {
    guard (1...DutyChangeRefusal.mostWeeks).contains(weeks) else { throw DutyChangeRefusal.weeks(weeks) }
    let zone = planning.zone
    let first = try Self.first(planning, from: day, now: now)
    if let day, first.start > now + .seconds(Int64(DutyChangeRefusal.mostWeeks) * 7 * 86_400) {
      throw DutyChangeRefusal.tooFar(day)
    }
    let civil = CivilTime(first.start, in: zone)
    let end = Instant(day: civil.adding(days: 7 * weeks), minute: civil.minuteOfDay, in: zone)
    // No tail of an older plan is left behind this one.
    let tail = existing.filter { !$0.isFixed }.map { $0.window.start + .milliseconds(1) }.max() ?? end
    let windows = planning.pattern.windows(from: first.start, until: max(end, tail), in: zone)
      .filter { $0.end > now }
    let start = windows.first?.start ?? first.start
    let kept = existing.filter { $0.isFixed || $0.window.start <= now || $0.window.start < start }
    let open = existing.filter { !$0.isFixed && $0.window.start > now && $0.window.start >= start }

    let parts = DutyParts(windows: windows, kept: kept, open: open, now: now)
    let carried = parts.carried(planning, keeping: keeping)
    let history = parts.history(planning, before: start)
    let facts = windows.indices.compactMap { index -> Duty? in
      if let people = parts.hadMost(index) { return Duty(windows[index], people) }
      return carried[index].map { Duty(windows[index], $0.base) }
    }
    let planned = try planning.plan(windows, after: history + facts)
    var proposed: [Proposed] = []
    for (index, duty) in planned.enumerated() {
      for part in parts.rests[index] {
        proposed.append(parts.proposal(index, part, duty, carried[index], planning, after: history + planned[..<index]))
      }
    }
    let numbers = Self.numbers(from: open, to: proposed.map(\.window))
    let byNumber = Dictionary(open.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, number) in numbers {
      (proposed[index].number, proposed[index].before) = (number, byNumber[number])
    }
    let inRange = kept.filter { $0.window.end > start && $0.window.end > now }.map { duty in
      Proposed(
        number: duty.number, window: duty.window, people: duty.people, base: duty.base, reasons: duty.reasons,
        changes: duty.changes, isKept: true, before: duty)
    }
    let followed = Set(carried.compactMap { $0.flatMap { $0.isChanged ? $0.number : nil } })
    duties = (proposed + inRange).sorted { $0.window < $1.window }
    removed = open.map(\.number).filter { !Set(numbers.values).contains($0) }
    lapsed = open.filter { $0.isChanged && !followed.contains($0.number) }
    self.end = end
    let covered = max(now, kept.map(\.window.end).max() ?? now)
    gapBefore = existing.isEmpty || covered >= start ? nil : DutyWindow(start: covered, end: start)
  }

  private static func first(_ planning: DutyPlanning, from day: String?, now: Instant) throws -> DutyWindow {
    let (pattern, zone) = (planning.pattern, planning.zone)
    guard let day else {
      return pattern.windows(from: now, count: 1, in: zone).first ?? DutyWindow(start: now, end: now)
    }
    guard let civil = CivilTime(date: day) else { throw DutyChangeRefusal.dateUnreadable(day) }
    if day < CivilTime(now, in: zone).isoDate { throw DutyChangeRefusal.past(day) }
    let midnight = Instant(day: civil, minute: 0, in: zone)
    let windows = pattern.windows(from: midnight, count: 2, in: zone)
    return windows.first { CivilTime($0.start, in: zone).isoDate == day } ?? windows.first
      ?? DutyWindow(start: midnight, end: midnight)
  }

  /// The number that each window keeps, by its index: greatest overlap first.
  private static func numbers(from duties: [PlannedDuty], to windows: [DutyWindow]) -> [Int: DutyNumber] {
    var pairs: [(overlap: Int64, index: Int, number: DutyNumber)] = []
    let sorted = duties.sorted { $0.window < $1.window }
    var low = 0
    for (index, window) in windows.enumerated() {
      while low < sorted.count, sorted[low].window.end <= window.start { low += 1 }
      for duty in sorted[low...] {
        if duty.window.start >= window.end { break }
        let overlap = duty.window.overlap(window)
        if overlap > 0 { pairs.append((overlap, index, duty.number)) }
      }
    }
    pairs.sort { ($1.overlap, $0.index, $0.number) < ($0.overlap, $1.index, $1.number) }
    var found: [Int: DutyNumber] = [:]
    var taken: Set<DutyNumber> = []
    for (_, index, number) in pairs where found[index] == nil && taken.insert(number).inserted {
      found[index] = number
    }
    return found
  }
}

extension DutyPlanning {
  /// Whether all of them are in the rotation, none is away, and no rule keeps them apart.
  public func allows(_ people: [Handle], in window: DutyWindow) -> Bool {
    if people.count == 2, people[0] != people[1] {
      let pair = DutyPair(people[0], people[1])
      if rules.contains(where: { $0.kind == .never && $0.pair == pair }) { return false }
    }
    return people.allSatisfy { who in
      guard let member = members.first(where: { $0.who == who }) else { return false }
      return member.isThere(in: window, zone) && !absences.contains { $0.who == who && $0.window.overlaps(window) }
    }
  }
}

extension RosterMember {
  /// Whether a duty begins and ends within the days on which they take part.
  public func isThere(in window: DutyWindow, _ zone: TimeZone) -> Bool {
    let last = CivilTime(window.end - .milliseconds(1), in: zone).isoDate
    return (joins ?? "") <= CivilTime(window.start, in: zone).isoDate && last <= (leaves ?? "9999-12-31")
  }
}
