import Domain

/// `incident list` for people.
public enum IncidentListText {
  /// A table; empty where there are no incidents.
  public static func text(_ incidents: [Incident], in clock: LocalClock) -> String {
    TextTable(
      columns: [
        .init("INCIDENT", .right), .init("SEV"), .init("STATE"), .init("TEAM"), .init("DECLARED (\(clock.zoneName))"),
        .init("TOOK", .right), .init("CUSTOMERS"), .init("COMMANDER"), .init("SERVICES"), .init("TITLE"),
      ],
      rows: incidents.map { incident in
        [
          incident.number.description, "\(incident.severity.rawValue)", incident.state.rawValue, incident.team.text,
          clock.dateAndTime(incident.times.declared),
          incident.times.span(to: .resolved).map(ElapsedText.text) ?? "", incident.customersNoticed.rawValue,
          incident.roles.commander?.text ?? "", incident.services.joined(separator: ","), incident.title,
        ]
      }
    ).text
  }
}
