import Domain
import Exchange
import Store

/// Reads one of the charts of a team's backlog.
public struct ReadItemChart: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Of the iteration under way.
    case burndown
    case release(ItemNumber)
    case flow, velocity, toil
  }

  public var kind: Kind
  /// For a release its own team counts.
  public var team: TeamName

  /// How many finished iterations velocity and toil show.
  public static let iterations = 12
  /// How many days the cumulative flow shows: as many as a window of 80 columns has room for.
  public static let days = 70

  public init(_ kind: Kind, team: TeamName) {
    self.kind = kind
    self.team = team
  }

  public func chart(from reader: some Reading, at now: Instant) throws -> Chart {
    switch kind {
    case .burndown:
      let facts = try reader.backlogFacts(of: team, at: now)
      return Chart(BacklogSchedule(facts).burndown(facts), name: "iteration \(facts.current.number)")
    case .release(let number):
      let release = try reader.releaseFacts(of: number)
      let facts = try reader.backlogFacts(of: try reader.item(number).team, at: now)
      return Chart(
        release.burndown(facts, BacklogSchedule(facts)), name: "release \(number), \(release.title)")
    case .flow:
      let facts = try reader.backlogFacts(of: team, at: now, reach: 0)
      let days = facts.days(back: Self.days)
      let flow = try reader.flowFacts(of: team, since: days.start)
      return Chart(
        FlowDay.history(
          flow.touched, flow.transitions, standing: flow.standing, from: days.first, through: facts.today,
          zone: facts.zone))
    case .velocity: return Chart(try reader.backlogFacts(of: team, at: now, over: Self.iterations, reach: 0).history)
    case .toil: return Chart(try reader.backlogFacts(of: team, at: now, over: Self.iterations, reach: 0).toil)
    }
  }
}
