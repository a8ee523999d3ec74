import Domain
import Terminal

/// Incidents on Today: those that are one's own come first of all, the others have a heading of their own.
enum TodayIncidents {
  static func needs(_ page: TodayPage, _ app: App) -> [TodayRow] {
    page.incidents.filter { page.isMine($0, app.viewer.handle) }.map { row($0, app, isMine: true) }
  }

  static func section(_ page: TodayPage, _ app: App) -> [TodaySection] {
    let others = page.incidents.filter { !page.isMine($0, app.viewer.handle) }
    guard !others.isEmpty else { return [] }
    return [TodaySection(title: "incidents", rows: others.map { row($0, app, isMine: false) }, empty: "")]
  }

  private static func row(_ incident: Incident, _ app: App, isMine: Bool) -> TodayRow {
    let state = incident.state == .mitigated ? ", mitigated" : ""
    let who = incident.roles.commander.map { "\($0) commands" } ?? "nobody commands"
    return TodayRow(
      id: "incident \(incident.number)",
      sign: Span(
        IncidentWords.sign(of: incident.state, app.glyphs), IncidentWords.style(of: incident.state)),
      text: "\(IncidentWords.name(incident))\(state): \(IncidentWords.title(incident))",
      detail: ([incident.team.text, who] + incident.services.prefix(3)).joined(separator: "  "),
      when: ClockText.minutes(incident.times.lasted(app.now)), isStrong: isMine,
      target: .incident(incident.number))
  }
}

extension TodayPage {
  /// Whether somebody is in its roles, or on duty for its team. One that nobody is in is everybody's.
  func isMine(_ incident: Incident, _ who: Handle) -> Bool {
    let people = incident.roles.everybody
    return people.isEmpty || people.contains(who) || dutyTeams.contains(incident.team)
  }
}
