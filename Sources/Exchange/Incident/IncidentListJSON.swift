import Domain

/// `incident list --json`.
public enum IncidentListJSON {
  public static func json(_ incidents: [Incident]) -> JSON { JSON(incidents) { .object(members($0)) } }

  /// Its keys, for whatever says more of an incident.
  public static func members(_ incident: Incident) -> [String: JSON] {
    let times = incident.times
    return [
      "number": .integer(incident.number.value),
      "team": JSON(incident.team),
      "title": .string(incident.title),
      "severity": .integer(incident.severity.rawValue),
      "state": .string(incident.state.rawValue),
      "services": JSON(incident.services),
      "customersNoticed": .string(incident.customersNoticed.rawValue),
      "commander": JSON(incident.roles.commander),
      "scribe": JSON(incident.roles.scribe),
      "pair": JSON(incident.roles.pair),
      "called": JSON(incident.roles.called),
      "openedBy": JSON(incident.openedBy),
      "impactBeganAt": JSON(times.impactBegan),
      "detectedAt": JSON(times.detected),
      "declaredAt": JSON(times.declared),
      "mitigatedAt": JSON(times.mitigated),
      "resolvedAt": JSON(times.resolved),
      "closedAt": JSON(times.closed),
      "toDetectSeconds": JSON(seconds: times.span(to: .detected)),
      "toMitigateSeconds": JSON(seconds: times.span(to: .mitigated)),
      "toResolveSeconds": JSON(seconds: times.span(to: .resolved)),
    ]
  }
}
