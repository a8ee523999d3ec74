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
    /// What a filter is completed from; nil where there is no team yet.
    var context: FilterContext?
    var views: [SavedView] = []
  }

  /// Nil for one's own, or the first there is.
  var team: TeamName?

  func answer(from backend: any Backend) throws -> Answer {
    try backend.onStore { store, actor, now in try store.read { try answer(for: actor, now, $0) } }
  }

  func answer(for actor: Actor, _ now: Instant, _ reader: some Reading) throws -> Answer {
    let teams = try reader.teams()
    let own = try reader.people().first { $0.handle == actor.handle }?.teams.first
    let wanted = [team, own].compactMap(\.self)
    let found = wanted.lazy.compactMap { name in teams.first { $0.name == name } }.first ?? teams.first
    var answer = Answer(teams: teams.map(\.name), team: found)
    if let found {
      answer.names = try ItemNames(of: found.name, reader)
      answer.context = try FilterContext(team: found.name, me: actor.handle, now: now, reader)
      answer.views = try reader.savedViews(of: found.name)
    }
    return answer
  }
}
