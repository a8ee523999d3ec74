/// All teams' pairs, now and next, and what is wrong with either.
public struct DutyBoard: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    public var team: TeamName
    /// The duty that is under way; of two that overlap, the one that began last.
    public var now: TeamDuty?
    /// The first that begins later.
    public var next: TeamDuty?
    /// Those that concern the team, by time.
    public var problems: [DutyProblem]
    /// Whether its pair is on in working hours only, and these are none: then nobody is on just now.
    public var isOutOfHours = false
  }

  public let now: Instant
  /// In the order of the teams that were given.
  public private(set) var lines: [Line]

  /// How far a gap is told ahead where no next duty is planned.
  public static let horizon = Duration.seconds(28 * 86_400)

  public init(teams: [TeamName], duties: [TeamDuty], problems: [DutyProblem] = [], at now: Instant) {
    self.now = now
    let byTeam = Dictionary(grouping: duties, by: \.team)
    var problemsByTeam: [TeamName: [DutyProblem]] = [:]
    for problem in problems {
      for team in problem.teams.firstOfEach { problemsByTeam[team, default: []].append(problem) }
    }
    lines = teams.map { team in
      let duties = byTeam[team] ?? []
      return Line(
        team: team, now: duties.filter { $0.window.contains(now) }.max(),
        next: duties.filter { $0.window.start > now }.min(), problems: problemsByTeam[team] ?? [])
    }
  }

  /// The board with what is wrong from now to the end of each team's next duty.
  ///
  /// - Parameters:
  ///   - duties: of all teams, those under way and those after them.
  ///   - plannings: what is known of each team's rotation; of its members those who are on suffice. A team without a
  ///     planning has no rotation, and it is no gap that nobody is on for it.
  ///   - outOfHours: teams whose pair is on in working hours only, and is not just now.
  public init(
    teams: [TeamName], duties: [TeamDuty], plannings: [TeamName: DutyPlanning], outOfHours: Set<TeamName> = [],
    at now: Instant
  ) {
    let bare = DutyBoard(teams: teams, duties: duties, at: now)
    var periods: [TeamName: DutyWindow] = [:]
    for line in bare.lines where plannings[line.team] != nil {
      periods[line.team] = DutyWindow(start: now, end: line.next?.window.end ?? now + Self.horizon)
    }
    let shown = bare.lines.flatMap { [$0.now, $0.next].compactMap(\.self) }
    let problems = DutyProblems.found(in: shown, teams: plannings, gapsWithin: periods)
    self.init(teams: teams, duties: shown, problems: problems, at: now)
    for index in lines.indices { lines[index].isOutOfHours = outOfHours.contains(lines[index].team) }
  }

  /// Those who are on, now or next, for more than one team, with the teams in their order.
  public var acrossTeams: [Handle: [TeamName]] {
    var teams: [Handle: [TeamName]] = [:]
    for line in lines {
      for who in ((line.now?.people ?? []) + (line.next?.people ?? [])).firstOfEach {
        teams[who, default: []].append(line.team)
      }
    }
    return teams.filter { $0.value.count > 1 }
  }
}
