import Domain
import Exchange
import Foundation
import Store

/// A team's numbers of the last weeks.
struct NumbersQuestion: Question {
  struct Answer: Sendable {
    /// Nil where there is no team yet.
    var numbers: Numbers?
    var clock: LocalClock
    var teams: [TeamName]
  }

  /// Nil for the one that the person is in, else the first.
  var team: TeamName?
  var service: String?
  var weeks: Int
  /// Whether the step yield lists its steps, which takes longer.
  var listsSteps = false

  func answer(from backend: any Backend) throws -> Answer {
    try backend.onStore { store, actor, now in
      try store.read { reader in
        let teams = try reader.teams()
        let own = try reader.people().first { $0.handle == actor.handle }?.teams.first
        let wanted = [team, own].compactMap(\.self).lazy.compactMap { name in teams.first { $0.name == name } }
        guard let team = wanted.first ?? teams.first else { return Answer(numbers: nil, clock: .utc, teams: []) }
        let zone = team.zone ?? .gmt
        guard let window = NumbersWindow(weeks: weeks, zone: zone, now: now) else {
          return Answer(numbers: nil, clock: .utc, teams: teams.map(\.name))
        }
        var numbers = try reader.numbers(of: team, service: service, in: window, at: now)
        if listsSteps {
          numbers = numbers.listing(try reader.measuredSteps(of: team.name, service: service, in: window.period))
        }
        return Answer(
          numbers: numbers,
          clock: LocalClock(zone: zone, zoneName: team.timeZone), teams: teams.map(\.name))
      }
    }
  }
}
