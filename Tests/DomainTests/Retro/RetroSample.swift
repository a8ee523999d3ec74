@testable import Domain

/// A retro of incident 9 and its actions, of a team in UTC that works from Monday to Friday.
enum RetroSample {
  static let number = RetroNumber(3)
  static let (ana, bo) = (Handle("ana"), Handle("bo"))
  static let team = Team(
    name: TeamName("platform"), hours: WeeklyWindow("Mon-Fri 09:00-17:00") ?? .officeHours,
    holidays: [Holiday(date: "2026-12-08", name: "fair")])

  static func at(_ text: String) -> Instant { Instant(rfc3339: text) ?? Instant(milliseconds: 0) }

  static func retro(
    _ answers: [RetroQuestion: RetroAnswer] = [:], state: RetroState = .draft, due: String? = nil
  ) -> Retro {
    Retro(
      number: number, team: team.name, title: "Logs dropped", incidents: [IncidentNumber(9)], state: state, due: due,
      content: RetroContent(answers: answers), openedBy: ana, openedAt: at("2026-12-07T10:00:00Z"))
  }

  static func action(
    _ item: Int = 14, _ kind: RetroAction.Kind = .prevent, for question: RetroQuestion? = nil, owners: [Handle] = [],
    due: String? = nil, state: ItemState = .unstarted
  ) -> RetroAction {
    let then = at("2026-12-07T11:00:00Z")
    return RetroAction(
      retro: number, kind: kind, question: question,
      item: ItemLine(
        number: ItemNumber(item), team: team.name, type: .feature, state: state, title: "Scale the log drain",
        owners: owners, due: due, order: .first, createdAt: then, updatedAt: then), by: ana, at: then)
  }

  static func incident(_ number: Int, _ severity: IncidentSeverity, resolved: String?) -> Incident {
    let began = at("2026-12-01T08:00:00Z")
    return Incident(
      number: IncidentNumber(number), team: team.name, title: "Logs dropped", severity: severity,
      times: IncidentTimes(detected: began, declared: began, mitigated: resolved.map(at), resolved: resolved.map(at)),
      openedBy: ana)
  }
}
