import Domain
import Exchange
import Store
import Workflow

/// One of the charts of a team's backlog, and the releases that one could turn to.
struct ChartQuestion: Question {
  struct Answer: Sendable {
    /// Nil for a release's where there is none.
    var chart: Chart?
    /// The release that it is of.
    var release: ItemNumber?
    /// Those ahead, in their order.
    var releases: [ItemNumber]
  }

  var team: TeamName
  var kind: ChartsScreen.Kind
  /// Nil is the next one ahead.
  var release: ItemNumber?

  func answer(from backend: any Backend) throws -> Answer {
    try backend.onStore { store, _, now in
      try store.read { reader in
        let facts = try reader.backlogFacts(of: team, at: now)
        let releases = facts.ahead.filter { $0.type == .release }.map(\.number)
        let wanted = kind == .release ? release ?? releases.first : nil
        guard let chart = kind.chart(of: wanted) else { return Answer(releases: releases) }
        return Answer(
          chart: try ReadItemChart(chart, team: team).chart(from: reader, at: now), release: wanted,
          releases: releases)
      }
    }
  }
}
