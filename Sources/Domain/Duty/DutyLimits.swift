/// What people can bear for long (Site Reliability Engineering, chapter 11, "Being On-Call"): limits that warn, and never
/// refuse.
public enum DutyLimits {
  /// Of one's time, in percent: "no more than 25% can be spent on-call", so that half of it is left for projects.
  public static let mostPercent = 25
  /// With two on at a time, fewer people than this are on for more than that.
  public static let leastMembers = 8

  /// The same for a team whose pair is on in some hours of the week only; nil is around the clock.
  public static func leastMembers(in hours: WeeklyWindow?) -> Int {
    guard let hours else { return leastMembers }
    return max(2, Int((Double(leastMembers) * hours.shareOfWeek).rounded(.up)))
  }

  /// In one duty: there is no time to look into more.
  public static let mostIncidents = 2
  /// 13 weeks.
  public static let quarter = Duration.seconds(91 * 86_400)

  /// - Parameters:
  ///   - duties: of all teams, past and planned: somebody who is on for two teams at once is on once.
  ///   - others: the teams that nothing is said of, where the duties of somebody's count: what is outside of a team's working
  ///     hours is no time on duty for it. Of a team that is in neither every hour counts.
  ///   - incidents: how many there were in each duty; of one that is not named nothing is known, and nothing is said.
  /// - Returns: teams first, then people, then duties, each in their order.
  public static func warnings(
    _ duties: [TeamDuty], teams: [TeamName: DutyPlanning], others: [TeamName: DutyPlanning] = [:],
    incidents: [TeamDuty: Int] = [:], at now: Instant
  ) -> [DutyWarning] {
    let today = DutyWindow(start: now, end: now + .milliseconds(1))
    let small = teams.keys.sorted().compactMap { team -> DutyWarning? in
      guard let planning = teams[team] else { return nil }
      let count = planning.members.count { $0.belongs(in: today, zone: planning.zone) }
      let least = leastMembers(in: planning.hours)
      return count < least ? .tooFew(team, members: count, least: least) : nil
    }
    var windows: [Handle: [DutyWindow]] = [:]
    for duty in duties {
      let worked = (teams[duty.team] ?? others[duty.team])?.stretches(in: duty.window) ?? [duty.window]
      for who in duty.people { windows[who, default: []] += worked }
    }
    let quarters: [(DutyWarning.Quarter, DutyWindow)] = [
      (.last, DutyWindow(start: now - quarter, end: now)), (.next, DutyWindow(start: now, end: now + quarter)),
    ]
    let tired = windows.keys.sorted().flatMap { who in
      quarters.compactMap { name, period -> DutyWarning? in
        let time = (windows[who] ?? []).time(in: period).wholeMilliseconds * 100
        let all = period.length.wholeMilliseconds
        // Rounded up, so that what is above the limit also looks so.
        return time > all * Int64(mostPercent) ? .tooOften(who, percent: Int((time + all - 1) / all), name) : nil
      }
    }
    let busy = incidents.filter { $0.value > mostIncidents }.sorted { $0.key < $1.key }
      .map { DutyWarning.tooManyIncidents($0.key, count: $0.value) }
    return small + tired + busy
  }
}

/// A limit that is not kept.
public enum DutyWarning: Hashable, Sendable {
  public enum Quarter: String, Hashable, Sendable { case last, next }

  /// - Parameter least: how many would be enough.
  case tooFew(TeamName, members: Int, least: Int = DutyLimits.leastMembers)
  case tooOften(Handle, percent: Int, Quarter)
  case tooManyIncidents(TeamDuty, count: Int)

  /// Whether it is about a team, or about one of some people.
  public func concerns(_ team: TeamName, _ people: [Handle]) -> Bool {
    switch self {
    case .tooFew(let name, _, _): name == team
    case .tooOften(let who, _, _): people.contains(who)
    case .tooManyIncidents(let duty, _): duty.team == team
    }
  }
}

extension DutyWarning: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooFew(let team, let members, let least):
      "\(team) has \(members) in its rotation, and with fewer than \(least) each is on for more than "
        + "\(DutyLimits.mostPercent) % of the time"
    case .tooOften(let who, let percent, .last):
      "\(who) was on duty \(percent) % of the last 13 weeks, above \(DutyLimits.mostPercent) %"
    case .tooOften(let who, let percent, .next):
      "\(who) will be on duty \(percent) % of the next 13 weeks, above \(DutyLimits.mostPercent) %"
    case .tooManyIncidents(let duty, let count):
      "\(count) incidents in duty \(duty.number) of \(duty.team), above \(DutyLimits.mostIncidents)"
    }
  }
}
