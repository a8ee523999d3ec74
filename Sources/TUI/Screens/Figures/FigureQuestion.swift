import Domain
import Exchange
import Foundation
import Store

/// One of the figures of a team's duties.
struct FigureQuestion: Question {
  struct Answer: Sendable {
    enum Figures: Sendable {
      case matrix(PairMatrix, rules: [PairRule])
      case load(TeamLoad)
      case coverage(Coverage)
      case call([CallOrder])
    }

    var figures: Figures
    /// The team's.
    var clock: LocalClock
    /// When it was read.
    var now: Instant
  }

  var team: TeamName
  var kind: DutyFiguresScreen.Kind
  var period: DutyFiguresScreen.Period

  func answer(from backend: any Backend) throws -> Answer {
    try backend.onStore { store, _, now in
      try store.read { reader in
        let team = try reader.team(team)
        return Answer(
          figures: try figures(reader, at: now),
          clock: LocalClock(zone: team.zone ?? .gmt, zoneName: team.timeZone), now: now)
      }
    }
  }

  private func figures(_ reader: any Reading, at now: Instant) throws -> Answer.Figures {
    switch kind {
    case .matrix: .matrix(try reader.pairMatrix(of: team, at: now), rules: try reader.pairRules(of: team))
    case .load: .load(try reader.teamLoad(of: team, in: period.window(at: now), at: now))
    case .coverage: .coverage(try reader.coverage(of: team, at: now))
    case .call: .call(try reader.callOrders(of: team, at: now))
    }
  }
}
