import Domain
import Store

/// The names that are in use, for completion.
struct ItemNames: Hashable, Sendable {
  var labels: [String] = []
  var epics: [String] = []
  var people: [String] = []

  init() {}

  init(of team: TeamName, _ reader: some Reading) throws {
    labels = try reader.labels()
    epics = try reader.epics(of: team).map(\.name)
    people = try reader.people().map(\.handle.text)
  }
}

/// Whose backlog it is, and whose there are.
struct BacklogHeadQuestion: Question {
  struct Answer: Sendable {
    var teams: [TeamName]
    /// Nil where there is no team yet.
    var team: Team?
    var names = ItemNames()
  }

  /// Nil for one's own, or the first there is.
  var team: TeamName?

  func answer(from backend: any Backend) throws -> Answer {
    try backend.onStore { store, actor, _ in try store.read { try answer(for: actor, $0) } }
  }

  func answer(for actor: Actor, _ reader: some Reading) throws -> Answer {
    let teams = try reader.teams()
    let own = try reader.people().first { $0.handle == actor.handle }?.teams.first
    let wanted = [team, own].compactMap(\.self)
    let found = wanted.lazy.compactMap { name in teams.first { $0.name == name } }.first ?? teams.first
    return Answer(
      teams: teams.map(\.name), team: found, names: try found.map { try ItemNames(of: $0.name, reader) } ?? ItemNames())
  }
}
