/// Looks through the duties of all teams for what is wrong with them.
public enum DutyProblems {
  /// - Parameters:
  ///   - duties: in any order; only those that overlap the period are looked at.
  ///   - teams: what is known of each team's rotation. A duty of another team is held against nothing but the others.
  ///   - period: where a team of `teams` has no duty in a part of it, that is a gap, also where its plan just ends, but not where nobody works.
  /// - Returns: by time, then in the order in which ``DutyProblem`` lists them.
  public static func found(
    in duties: [TeamDuty], teams: [TeamName: DutyPlanning], within period: DutyWindow
  ) -> [DutyProblem] {
    found(in: duties.filter { $0.window.overlaps(period) }, teams: teams, gapsWithin: teams.mapValues { _ in period })
  }

  /// The same where each team is looked at for gaps over a time of its own; one that has none is not looked at for them.
  static func found(
    in duties: [TeamDuty], teams: [TeamName: DutyPlanning], gapsWithin periods: [TeamName: DutyWindow]
  ) -> [DutyProblem] {
    let duties = duties.sorted()
    let byTeam = Dictionary(grouping: duties, by: \.team)
    var problems: [DutyProblem] = []
    for (team, period) in periods.sorted(by: { $0.key < $1.key }) {
      problems += gaps(team, byTeam[team] ?? [], in: period).filter {
        teams[team]?.needsPair(in: $0.window) ?? true
      }
    }
    problems += duties.filter { Set($0.people).count < 2 && teams[$0.team]?.needsPair(in: $0.window) ?? true }
      .map { .short($0) }
    for team in byTeam.keys.sorted() { problems += overlapping(byTeam[team] ?? []).map { .overlap($0, $1) } }
    problems += doubleBooked(duties)
    for duty in duties {
      if let planning = teams[duty.team] { problems += people(of: duty, planning) }
    }
    // A sort by time that leaves what begins together as it is.
    return problems.enumerated().sorted { left, right in
      let (one, other) = (left.element.window.start, right.element.window.start)
      return one == other ? left.offset < right.offset : one < other
    }.map(\.element)
  }

  private static func gaps(_ team: TeamName, _ duties: [TeamDuty], in period: DutyWindow) -> [DutyProblem] {
    var gaps: [DutyProblem] = []
    var covered = period.start
    for duty in duties {
      if duty.window.start > covered { gaps.append(.gap(team, DutyWindow(start: covered, end: duty.window.start))) }
      covered = max(covered, duty.window.end)
    }
    if covered < period.end { gaps.append(.gap(team, DutyWindow(start: covered, end: period.end))) }
    return gaps
  }

  /// - Parameter duties: by time.
  private static func overlapping(_ duties: [TeamDuty]) -> [(TeamDuty, TeamDuty)] {
    duties.indices.flatMap { index in
      duties[(index + 1)...].prefix { $0.window.start < duties[index].window.end }.map { (duties[index], $0) }
    }
  }

  private static func doubleBooked(_ duties: [TeamDuty]) -> [DutyProblem] {
    var byPerson: [Handle: [TeamDuty]] = [:]
    for duty in duties {
      for who in duty.people.firstOfEach { byPerson[who, default: []].append(duty) }
    }
    return byPerson.keys.sorted().flatMap { who in
      overlapping(byPerson[who] ?? []).filter { $0.0.team != $0.1.team }.map { .doubleBooked(who, $0.0, $0.1) }
    }
  }

  private static func people(of duty: TeamDuty, _ planning: DutyPlanning) -> [DutyProblem] {
    var problems: [DutyProblem] = []
    for who in duty.people.firstOfEach {
      let member = planning.members.first { $0.who == who }
      if !(member?.belongs(in: duty.window, zone: planning.zone) ?? false) { problems.append(.notMember(who, duty)) }
    }
    for who in duty.people.firstOfEach {
      problems += planning.absences.filter { $0.who == who && $0.window.overlaps(duty.window) }
        .sorted { $0.window < $1.window }.map { .away($0, duty) }
    }
    if let pair = duty.duty.pair {
      problems += planning.rules.filter { $0.kind == .never && $0.pair == pair }.map { .keptApart($0, duty) }
    }
    return problems
  }
}
