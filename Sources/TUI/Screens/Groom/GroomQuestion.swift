import Domain
import Store

/// What a team's grooming session asks about now, and what it has decided.
struct GroomQuestion: Question {
  struct Answer: Sendable {
    var teams: [TeamName] = []
    /// Nil where there is no team yet.
    var team: Team?
    var queue: GroomingQueue?
    /// What is asked about now; nil when nothing waits.
    var entry: GroomingEntry?
    var content: ItemContent?
    /// Newest first.
    var log: [GroomingLogLine] = []
  }

  /// Nil for one's own, or the first there is.
  var team: TeamName?
  /// What was asked about, which stays as long as it waits; nil goes on with the first.
  var showing: ItemNumber?

  /// More than the tallest screen shows.
  private static let most = 60

  func answer(from backend: any Backend) throws -> Answer {
    try backend.onStore { store, actor, now in
      try store.read { reader in
        let head = try BacklogHeadQuestion(team: team).answer(for: actor, now, reader)
        guard let team = head.team else { return Answer() }
        let queue = try reader.groomingQueue(of: team.name, at: now, limit: Self.most)
        let entry = queue.entries.first { $0.item.number == showing } ?? queue.entries.first
        return Answer(
          teams: head.teams, team: team, queue: queue, entry: entry,
          content: try entry.map { try ItemContent($0.item.number, reader) },
          log: try queue.session.map { try reader.groomingLog(of: $0.number, limit: Self.most) } ?? [])
      }
    }
  }
}
