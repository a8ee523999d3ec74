import Domain
import Exchange
import Foundation
import Store

/// A team's morning.
struct StandUpQuestion: Question {
  struct Answer: Sendable {
    var standUp: StandUp
    var clock: LocalClock
    var names: [Handle: String]
  }

  var team: TeamName

  func answer(from backend: any Backend) throws -> Answer {
    try backend.onStore { store, _, now in
      try store.read { reader in
        let team = try reader.team(team)
        return Answer(
          standUp: try reader.standUp(of: team.name, at: now),
          clock: LocalClock(zone: team.zone ?? .gmt, zoneName: team.timeZone), names: try reader.names())
      }
    }
  }
}
