import Domain

/// An incident that a run has to do with.
public struct RunIncident: Sendable {
  public var incident: Incident
  public var kind: IncidentRunKind

  public init(_ incident: Incident, _ kind: IncidentRunKind) {
    self.incident = incident
    self.kind = kind
  }

  /// As in `9, caused by this run (sev 2, open): Logs dropped`.
  var phrase: Phrase {
    let state: Phrase = "\(own: incident.severity), \(own: incident.state.rawValue)"
    return "\(own: incident.number), \(own: words) (" + state + "): \(incident.title)"
  }

  var json: JSON {
    [
      "number": .integer(incident.number.value), "kind": .string(kind.rawValue), "title": .string(incident.title),
      "severity": .integer(incident.severity.rawValue), "state": .string(incident.state.rawValue),
    ]
  }

  private var words: String {
    switch kind {
    case .caused: "caused by this run"
    case .remedy: "which this run is to put right"
    case .related: "has to do with this run"
    }
  }
}
