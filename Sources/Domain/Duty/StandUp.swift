/// A team's morning: what was, who is on, what is planned, and what waits for whom.
public struct StandUp: Hashable, Sendable {
  public let team: TeamName
  public let day: StandUpDay
  /// Runs that began, went on or ended since the beginning of the last working day, rehearsals included, by number.
  public let runs: [RunSummary]
  /// The team's incidents of that time, and those that somebody is at, by number.
  public let incidents: [Incident]
  /// Items accepted in that time, the first one first.
  public let accepted: [ItemLine]
  /// The duty that is under way.
  public let duty: TeamDuty?
  /// The next one, where it begins today.
  public let handsOverTo: TeamDuty?
  /// Runs planned for today, those that should have begun already first.
  public let plans: [RunSummary]
  public let waiting: [Waiting]

  /// Picks out of what is given what belongs to the team's morning; more may be given than that.
  ///
  /// - Parameters:
  ///   - items: those in progress, and those accepted lately.
  ///   - deferred: steps that are still to be done; they wait for the pair, as redlines do.
  ///   - handoffs: those that are not signed by all, the last one first.
  ///   - reviewed: runs whose review was held, so that it waits no more.
  public init(
    _ team: Team, day: StandUpDay, runs: [RunSummary] = [], items: [ItemLine] = [], duties: [TeamDuty] = [],
    incidents: [Incident] = [], deferred: [DeferredStep] = [], redlines: [Lesson] = [], handoffs: [DutyHandoff] = [],
    reviewed: Set<RunNumber> = []
  ) {
    let now = day.lookBack.end
    let name = team.name
    let ours = runs.filter { $0.team == name }.sorted { $0.number < $1.number }
    let items = items.filter { $0.team == name }
    let line = DutyBoard(teams: [name], duties: duties, at: now).lines.first
    let pair = line?.now?.people ?? []
    self.team = name
    self.day = day
    self.runs = ours.filter { run in
      guard let began = run.startedAt, began <= now else { return false }
      return run.endedAt.map { $0 >= day.lookBack.start } ?? true
    }
    self.incidents = incidents.filter { $0.team == name }.firstOfEach.sorted { $0.number < $1.number }
    accepted = items.filter { $0.state == .accepted && ($0.acceptedAt.map(day.lookBack.contains) ?? false) }
      .sorted { ($0.acceptedAt ?? now, $0.number) < ($1.acceptedAt ?? now, $1.number) }
    duty = line?.now
    handsOverTo = line?.next.flatMap { day.rest.contains($0.window.start) ? $0 : nil }
    plans = ours.filter { $0.state == .planned && ($0.plan.map { $0.at < day.rest.end } ?? false) }
      .sorted { ($0.plan?.at ?? now, $0.number) < ($1.plan?.at ?? now, $1.number) }
    waiting =
      handoffs.map { Waiting(.signature($0.duty), for: $0.unsigned) }.filter { !$0.people.isEmpty }
      + ours.filter { $0.reviewDue != nil && !reviewed.contains($0.number) }
      .map { Waiting(.review($0), for: $0.pair) }
      + deferred.map { Waiting(.deferred($0), for: pair) } + redlines.map { Waiting(.redline($0), for: pair) }
      + items.filter { $0.state == .delivered }.map { Waiting(.acceptance($0), for: $0.requester.map { [$0] } ?? []) }
      + items.filter { $0.isBlocked && $0.panel == .current }.map { Waiting(.blocked($0), for: $0.owners) }
  }
}
