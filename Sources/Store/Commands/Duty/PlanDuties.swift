import Domain

extension Reading {
  /// What a plan of the team's duties would make of them. Nothing is written.
  ///
  /// - Parameters:
  ///   - day: the first day, `YYYY-MM-DD` where the team is; nil is now.
  ///   - keeping: whether those who are planned stay where they can.
  ///   - whatIf: what is to be taken for granted that is not so, as an absence that nobody has entered.
  public func dutyOutlook(
    of team: TeamName, from day: String? = nil, weeks: Int, keeping: Bool = false, now: Instant,
    whatIf: (inout DutyPlanning) throws -> Void = { _ in }
  ) throws -> DutyOutlook {
    var planning = try dutyPlanning(of: team)
    let rules = Set(planning.rules)
    try whatIf(&planning)
    do {
      return try DutyOutlook(
        planning, existing: duties(of: team), from: day, weeks: weeks, keeping: keeping, now: now)
    } catch DutyRefusal.rulesLeaveNoPair(let found) where !rules.isSuperset(of: found) {
      throw DutyRefusal.assumedRulesLeaveNoPair(found)
    }
  }
}

/// Plans a team's duties, in the place of those that lie ahead and were not set by hand.
///
/// Past and running duties are facts and stay. Somebody who took somebody's place stays on: that belongs to the duty,
/// which goes on as the new one that it overlaps most.
public struct PlanDuties: Command {
  public static let name = "duty-plan"
  public static let undo = UndoPolicy.undoable
  public var team: TeamName
  /// `YYYY-MM-DD` where the team is; nil is now.
  public var day: String?
  public var weeks: Int
  /// Whether those who are planned stay where they can, so that only what is missing, or can't stay, is planned.
  public var keeping: Bool

  public init(_ team: TeamName, from day: String? = nil, weeks: Int, keeping: Bool = false) {
    self.team = team
    self.day = day
    self.weeks = weeks
    self.keeping = keeping
  }

  public func perform(in transaction: Transaction) throws -> DutyOutlook {
    let team = try transaction.team(team).name
    let outlook = try transaction.dutyOutlook(of: team, from: day, weeks: weeks, keeping: keeping, now: transaction.now)
    try transaction.write(outlook, of: team)
    transaction.summary = "planned the duties of team \(team) for \(weeks) week\(weeks == 1 ? "" : "s")"
    return outlook
  }
}

extension Transaction {
  func nextDutyNumber() throws -> DutyNumber {
    let last = try first("SELECT max(number) AS number FROM duty")
    return DutyNumber((try last?.optionalInteger("number") ?? 0) + 1)
  }

  /// A tombstone says since when it is one, because calendars are told.
  func removeDuty(_ number: DutyNumber) throws {
    try update(.duty, [Value(number.value)], set: ["changed_at": Value(now), "deleted": 1])
  }

  fileprivate func write(_ outlook: DutyOutlook, of team: TeamName) throws {
    for number in outlook.removed { try removeDuty(number) }
    var next = try nextDutyNumber()
    for proposed in outlook.duties where !proposed.isKept {
      if let number = proposed.number {
        try rewrite(try duty(number)) { duty in
          (duty.window, duty.people, duty.base) = (proposed.window, proposed.people, proposed.base)
          (duty.reasons, duty.changes) = (proposed.reasons, proposed.changes)
          // What a plan gives a time of its own is no part of anything any more.
          if duty.window != proposed.before?.window { duty.partOf = nil }
        }
      } else {
        try insert(
          .duty,
          PlannedDuty(
            next, team: team, proposed.window, proposed.people, base: proposed.base, reasons: proposed.reasons,
            changes: proposed.changes, changedAt: now
          ).row(), isNew: true)
        next = DutyNumber(next.value + 1)
      }
    }
  }

  /// Changes a duty; its sequence is raised where calendars have to know.
  func rewrite(_ old: PlannedDuty, _ change: (inout PlannedDuty) -> Void) throws {
    var new = old
    change(&new)
    if new.window != old.window || new.people != old.people {
      new.sequence += 1
      new.changedAt = now
    }
    guard new != old else { return }
    try update(.duty, [Value(old.number.value)], set: try new.row())
  }
}
