import Domain
import Terminal

/// How the list shows incidents.
enum IncidentColumns {
  static let all: [Column<Incident>] = [
    .by("  no", { $0.number }) { incident, _, glyphs in
      Span("\(IncidentWords.sign(of: incident.state, glyphs)) \(incident.number)", style(incident))
    },
    .by("sev", { $0.severity }) { incident, _, _ in
      Span("\(incident.severity.rawValue)", IncidentWords.style(of: incident.severity))
    },
    .by("state", expendable: 4, { $0.state.rawValue }) { incident, _, _ in
      Span(incident.state.rawValue, style(incident))
    },
    Column("what", isFlexible: true) { incident, _, _ in
      Span(IncidentWords.title(incident), incident.state == .open ? .bold : .plain)
    },
    .by("services", expendable: 2, services) { incident, _, _ in Span(LessonWords.line(services(incident), most: 40)) },
    .by("commander", expendable: 3, { $0.roles.commander?.text ?? "" }) { incident, _, _ in
      incident.roles.commander.map { Span($0.text) } ?? Span(incident.state.isActive ? "nobody" : "", .dim)
    },
    .by("customers", expendable: 1, { $0.customersNoticed.rawValue }) { incident, _, _ in
      Span(incident.customersNoticed == .unknown ? "not known" : incident.customersNoticed.rawValue)
    },
    .by("began", expendable: 0, { $0.times.began.milliseconds }) { incident, app, _ in
      Span(ClockText.dateAndTime(incident.times.began, app), .dim)
    },
    Column("for") { incident, app, _ in
      let isActive = incident.state.isActive
      return Span(
        ClockText.minutes(incident.times.lasted(app.now)), isActive ? Style(foreground: .cyan) : .dim)
    },
  ]

  private static func services(_ incident: Incident) -> String { incident.services.joined(separator: ", ") }
  private static func style(_ incident: Incident) -> Style { IncidentWords.style(of: incident.state) }
}
