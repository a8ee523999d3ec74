import Domain
import Store

/// What a new incident begins with, where it is opened from a run.
struct IncidentSeed: Hashable, Sendable {
  var team: TeamName
  var runs: [IncidentRun]
  var pair: [Handle]
}

/// What the form for an incident begins with.
struct IncidentFormQuestion: Question {
  struct Answer: Sendable {
    /// The one that is changed; nil for a new one.
    var incident: Incident?
    var teams: [Team]
    var people: [Person]
    /// What incidents of late were about, so that a service is written the same way each time.
    var services: [String]
  }

  var incident: IncidentNumber?

  private static let mostLooked = 50

  func answer(from backend: any Backend) throws -> Answer {
    try backend.onStore { store, _, _ in
      try store.read { reader in
        let lately = try reader.incidents(limit: Self.mostLooked)
        return Answer(
          incident: try incident.map { try reader.incident($0) }, teams: try reader.teams(),
          people: try reader.people(), services: lately.flatMap(\.services).firstOfEach)
      }
    }
  }
}
