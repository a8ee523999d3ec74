/// That a run has to do with an incident, as the run sees it.
public struct IncidentOfRun: Hashable, Sendable {
  public var incident: IncidentNumber
  public var kind: IncidentRunKind

  public init(_ incident: IncidentNumber, _ kind: IncidentRunKind) {
    self.incident = incident
    self.kind = kind
  }
}
