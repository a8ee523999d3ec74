import Domain

/// What alerts that nobody is at make of a new incident.
struct NewIncident {
  let alerts: [Alert]
  /// What the payload is about as a whole.
  let title: String?
  let now: Instant

  /// Of more services the payload knows.
  private static let mostServices = 50

  init(_ alerts: [Alert], title: String?, now: Instant) {
    self.alerts = alerts
    self.title = title
    self.now = now
  }

  /// When it began to hurt is nothing that an alert knows.
  func draft(of team: TeamName) -> IncidentDraft {
    let worst = alerts.compactMap(\.severity).min().flatMap(IncidentSeverity.init)
    return IncidentDraft(
      team: team, title: words, severity: worst ?? .minor, services: services,
      detected: alerts.compactMap { $0.startedAt ?? $0.changedAt }.min() ?? now)
  }

  /// What the payload says of all of them; else as in `Logs are dropped in z1 and 2 more`, named after the worst.
  private var words: String {
    if let title { return title }
    let worst = alerts.min { ($0.severity ?? 9) < ($1.severity ?? 9) }
    let name = worst?.title ?? "alert"
    return alerts.count > 1 ? "\(name) and \(alerts.count - 1) more" : name
  }

  /// A comma in a service's name would make two of it.
  private var services: [String] {
    let names = alerts.flatMap(\.services).flatMap { $0.split(separator: ",") }
    let filled = names.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
    return Array(filled.firstOfEach.prefix(Self.mostServices))
  }
}
