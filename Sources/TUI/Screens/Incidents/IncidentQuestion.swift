import Domain
import Exchange
import Store
import Workflow

/// Everything that the page of an incident shows.
struct IncidentContent: Sendable {
  var record: IncidentRecord
  /// What a remedy may be run by.
  var checklists: [ChecklistName]
  /// Who may be named in it.
  var people: [Person]
  /// Incidents that it may have come back from, newest first, as far as anybody chooses from a list.
  var earlier: [Incident]

  var incident: Incident { record.incident }
}

struct IncidentQuestion: Question {
  var number: IncidentNumber
  var topic: String { "\(number)" }

  /// Nobody chooses among more.
  private static let mostEarlier = 9

  func answer(from backend: any Backend) throws -> IncidentContent {
    try backend.onStore { store, _, now in
      let record = try IncidentRecords.record(of: number, in: store, at: now)
      return try store.read { reader in
        IncidentContent(
          record: record, checklists: try reader.checklists().map(\.name), people: try reader.people(),
          earlier: try reader.incidents(
            IncidentFilter(team: record.incident.team), before: number, limit: Self.mostEarlier))
      }
    }
  }
}

/// The incidents that a run has to do with.
struct RunIncidentsQuestion: Question {
  var run: RunNumber
  var topic: String { "\(run)" }

  func answer(from backend: any Backend) throws -> [RunIncident] {
    try backend.onStore { store, _, _ in
      try store.read { try $0.incidents(of: run).map { RunIncident(incident: $0.incident, kind: $0.kind) } }
    }
  }
}

/// An incident, and how a run has to do with it.
struct RunIncident: Hashable, Sendable {
  var incident: Incident
  var kind: IncidentRunKind
}
