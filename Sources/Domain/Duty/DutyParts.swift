import Foundation

/// The windows of a plan, and what of each is somebody's already.
struct DutyParts {
  let windows: [DutyWindow]
  /// Facts, and what was set by hand.
  let kept: [PlannedDuty]
  /// Those that lie ahead and may change.
  let open: [PlannedDuty]
  /// Of each window what nobody has yet, and is not over.
  let rests: [[DutyWindow]]
  private let now: Instant

  init(windows: [DutyWindow], kept: [PlannedDuty], open: [PlannedDuty], now: Instant) {
    (self.windows, self.kept, self.open, self.now) = (windows, kept, open, now)
    // A plan makes no past: what is under way with nobody in it begins at the minute that has begun.
    rests = windows.map { window in
      let near = kept.map(\.window).filter { $0.overlaps(window) }
      return window.without(near).filter { $0.end > now }
        .map { DutyWindow(start: max($0.start, now.wholeMinute), end: $0.end) }
    }
  }

  // MARK: Who had most of it

  /// A duty counts once, for the two who have most of its window: whoever cut it, and however often.
  ///
  /// - Returns: nil where most of it is still to be planned.
  func hadMost(_ index: Int) -> [Handle]? {
    guard let most = Self.most(of: [windows[index]], among: kept.filter { !$0.isGap }) else { return nil }
    return most.overlap >= rests[index].milliseconds ? most.duty.people : nil
  }

  /// The past duties as the pattern cuts time, each with the two who had most of it.
  func history(_ planning: DutyPlanning, before start: Instant) -> [Duty] {
    let past = kept.filter { $0.window.start < start }.sorted { $0.window < $1.window }
    guard let first = past.first else { return [] }
    var next = 0
    return planning.pattern.windows(from: first.window.start, until: start, in: planning.zone).compactMap { window in
      while next < past.count, past[next].window.end <= window.start { next += 1 }
      let near = past[next...].prefix { $0.window.start < window.end }
      return Self.most(of: [window], among: near.filter { !$0.isGap }).map { Duty(window, $0.duty.people) }
    }
  }

  /// The duty whose two have most of some windows, with all that they have of them; of equals the first. Nil where none has
  /// any of them.
  private static func most(
    of windows: [DutyWindow], among duties: [PlannedDuty]
  ) -> (duty: PlannedDuty, overlap: Int64)? {
    var found: [Set<Handle>: (duty: PlannedDuty, overlap: Int64)] = [:]
    for duty in duties {
      let overlap = windows.reduce(0) { $0 + duty.window.overlap($1) }
      if overlap > 0 { found[Set(duty.people), default: (duty, 0)].overlap += overlap }
    }
    return found.values.max { left, right in
      left.overlap == right.overlap ? left.duty.window > right.duty.window : left.overlap < right.overlap
    }
  }

  // MARK: Who stays

  /// Of each window the duty ahead whose two stay on in what is left of it; nil where they are chosen anew.
  ///
  /// Whoever took somebody's place stays, where they may; of a swap both halves stay, or neither does.
  ///
  /// - Parameter keeping: whether all others stay too, and where a change lapses those who were planned.
  func carried(_ planning: DutyPlanning, keeping: Bool) -> [PlannedDuty?] {
    let ahead = windows.indices.map { mostAhead($0) }
    func fits(_ index: Int, _ people: [Handle]) -> Bool {
      people.count == 2 && rests[index].allSatisfy { planning.allows(people, in: $0) }
    }
    var carried = windows.indices.map { index -> PlannedDuty? in
      guard let duty = ahead[index], duty.isChanged else { return nil }
      return fits(index, duty.people) ? duty : mended(duty, in: rests[index], planning)
    }
    // What is taken back on one side is taken back on the other, and so on where somebody swapped on.
    while true {
      let staying = Set(carried.compactMap { $0?.number })
      let lapsing = open.filter { $0.isChanged && !staying.contains($0.number) }
      let halves = carried.indices.filter { index in
        carried[index].map { half in lapsing.contains { $0.swapped(with: half) } } ?? false
      }
      if halves.isEmpty { break }
      for index in halves { carried[index] = nil }
    }
    guard keeping else { return carried }
    return carried.indices.map { index in
      if let duty = carried[index] { return duty }
      guard var duty = ahead[index] else { return nil }
      if duty.isChanged { (duty.people, duty.changes) = (duty.base, []) }
      return fits(index, duty.people) ? duty : nil
    }
  }

  /// A changed duty of whose two one can't be on: the other stays, and so does what was agreed. Whoever gave the duty away
  /// does not get it back by this.
  ///
  /// - Returns: nil where both can't be on, where it is the one who took somebody's place that can't, or where nobody can
  ///   take theirs.
  private func mended(_ duty: PlannedDuty, in rest: [DutyWindow], _ planning: DutyPlanning) -> PlannedDuty? {
    let away = duty.people.filter { who in !rest.allSatisfy { planning.allows([who], in: $0) } }
    guard duty.people.count == 2, away.count == 1, let gone = away.first else { return nil }
    guard !duty.changes.contains(where: { $0.to == gone }) else { return nil }
    let givers = Set(duty.changes.compactMap(\.from))
    let standIns = DutyStandIns(duty.team, planning, duties: kept + open, now: now)
    let best = standIns.candidates(for: gone, in: duty).first { $0.obstacle == nil && !givers.contains($0.who) }
    guard let best else { return nil }
    var mended = duty
    mended.people = duty.people.map { $0 == gone ? best.who : $0 }
    mended.base = duty.base.map { $0 == gone ? best.who : $0 }
    mended.reasons = ["\(best.who) for \(gone), who can't be on"]
    return mended
  }

  /// The duty ahead that has most of what is left of a window, and at least half of it.
  private func mostAhead(_ index: Int) -> PlannedDuty? {
    Self.most(of: rests[index], among: open).flatMap { $0.overlap * 2 >= rests[index].milliseconds ? $0.duty : nil }
  }

  // MARK: What is proposed

  /// Who is on in a part of a window that nobody has yet.
  ///
  /// - Parameters:
  ///   - planned: whom the plan has in the window, or whose most of it is.
  ///   - before: all duties before the window, in order.
  func proposal(
    _ index: Int, _ part: DutyWindow, _ planned: Duty, _ carried: PlannedDuty?, _ planning: DutyPlanning,
    after before: [Duty]
  ) -> DutyOutlook.Proposed {
    if let carried {
      return DutyOutlook.Proposed(
        number: nil, window: part, people: carried.people, base: carried.base, reasons: carried.reasons,
        changes: carried.changes, isKept: false)
    }
    var duty = planned
    if hadMost(index) != nil {
      // Whoever is on goes on until the hand-over, if they may; what was set by hand is for its own time alone.
      let running = kept.filter { !$0.isFixed && $0.window.end == part.start && $0.people == planned.people }
      if running.isEmpty || !planning.allows(planned.people, in: part) {
        let next = windows.indices.contains(index + 1) ? windows[index + 1] : part
        duty = planning.cover(part, before: next, after: before)
      }
    }
    return DutyOutlook.Proposed(
      number: nil, window: part, people: duty.people, base: duty.people, reasons: duty.reasons.map(\.description),
      changes: [], isKept: false)
  }
}

extension [DutyWindow] {
  /// How long they are together, where none overlaps another.
  fileprivate var milliseconds: Int64 { reduce(0) { $0 + $1.milliseconds } }
}

extension PlannedDuty {
  /// Whether they are the two halves of a swap: the same two people, the one way and the other, said at once.
  fileprivate func swapped(with other: PlannedDuty) -> Bool {
    changes.contains { mine in
      other.changes.contains { theirs in
        mine.from == theirs.to && theirs.from == mine.to && mine.by == theirs.by && mine.at == theirs.at
      }
    }
  }
}
