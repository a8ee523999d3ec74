import Domain
import Exchange
import Store
import Workflow

/// Which retro a page shows.
enum RetroSubject: Hashable, Sendable {
  case retro(RetroNumber)
  /// That of an incident, if there is one.
  case incident(IncidentNumber)
}

/// A retro with everything that its page says of it.
struct RetroRecordQuestion: Question {
  struct Answer: Sendable {
    /// Nil while there is none of the incident.
    var record: RetroRecord?
    /// Whom one may name, in their order.
    var people: [Handle]
  }

  var subject: RetroSubject
  var topic: String { "\(subject)" }

  func answer(from backend: any Backend) throws -> Answer {
    try backend.onStore { store, _, now in
      let (number, people) = try store.read { reader -> (RetroNumber?, [Handle]) in
        let people = try reader.people().map(\.handle)
        switch subject {
        case .retro(let number): return (number, people)
        case .incident(let incident):
          _ = try reader.incident(incident)
          return (try reader.retro(of: incident)?.number, people)
        }
      }
      return Answer(record: try number.map { try IncidentRecords.record(of: $0, in: store, at: now) }, people: people)
    }
  }
}

/// The retros of the list, newest first.
struct RetrosQuestion: Question {
  static let most = 500

  var showsAll: Bool

  func answer(from backend: any Backend) throws -> [RetroLine] {
    try backend.onStore { store, _, _ in
      try store.read { try $0.retroLines(isOpen: showsAll ? nil : true, limit: Self.most) }
    }
  }
}

/// What a retro could be opened of.
struct RetroChoicesQuestion: Question {
  struct Answer: Sendable {
    /// Those that have none yet, newest first.
    var incidents: [Incident]
    var teams: [TeamName]
  }

  static let most = 20

  func answer(from backend: any Backend) throws -> Answer {
    try backend.onStore { store, _, _ in
      try store.read { reader in
        Answer(incidents: try reader.incidentsToReview(limit: Self.most), teams: try reader.teams().map(\.name))
      }
    }
  }
}

extension RetroLine: Identifiable {
  public var id: RetroNumber { retro.number }
}
