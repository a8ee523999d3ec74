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
  }

  public let now: Instant
  /// In the order of the teams that were given.
  public let lines: [Line]

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
}
