import Domain
import Terminal
import Text

/// The lines above the timeline: which incident, how bad, its times, who does what.
struct IncidentHeader {
  let content: IncidentContent
  let app: App

  private var incident: Incident { content.incident }
  private var times: IncidentTimes { incident.times }

  /// At most as many as the window has room for.
  var lines: [StyledLine] {
    let room = max(12, app.size.width - 2)
    let all = [first(room)] + flowed(moments, room) + flowed(people, room)
    return Array(all.prefix(IncidentLayout.mostHeaderRows(app.size)))
  }

  func draw(on screen: inout Screen, in area: Rect) {
    for (offset, line) in lines.prefix(area.height).enumerated() {
      screen.put(line.spans, at: Point(x: area.x + 1, y: area.y + offset), width: area.width - 2)
    }
  }

  /// `INCIDENT 9  sev 1  OPEN  Log aggregators drop logs              12m`.
  private func first(_ room: Int) -> StyledLine {
    let clock = ClockText.minutes(times.lasted(app.now))
    let state = incident.state
    var spans = [
      Span("INCIDENT \(incident.number)", .bold), Span("  "),
      Span("\(incident.severity)", IncidentWords.style(of: incident.severity)), Span("  "),
      Span(
        "\(IncidentWords.sign(of: state, app.glyphs)) \(state.rawValue.uppercased())", IncidentWords.style(of: state)),
      Span("  "),
    ]
    let left = max(0, room - spans.displayWidth - clock.displayWidth - 2)
    let title = visible(IncidentWords.title(incident)).truncated(toWidth: left, ellipsis: app.glyphs.ellipsis)
    spans.append(Span(title, .bold))
    spans.append(Span(String(repeating: " ", count: max(2, room - spans.displayWidth - clock.displayWidth))))
    spans.append(Span(clock, state.isActive ? .bold : .dim))
    return StyledLine(spans)
  }

  /// The six times, as far as they are known, with how long it took until each.
  private var moments: [[Span]] {
    let took: [IncidentTime: String?] = [
      .detected: since(times.impactBegan, times.detected), .mitigated: since(times.began, times.mitigated),
      .resolved: since(times.began, times.resolved),
    ]
    return IncidentTime.allCases.compactMap { kind in
      guard let time = times[kind] else { return kind == .impactBegan ? [Span("impact began: not known", .dim)] : nil }
      let after = (took[kind] ?? nil).map { " (\($0))" } ?? ""
      return [Span("\(kind.words) ", .dim), Span(ClockText.time(time, app)), Span(after, .bold)]
    }
  }

  private func since(_ begin: Instant?, _ end: Instant?) -> String? {
    guard let begin, let end else { return nil }
    return ClockText.minutes(end - begin)
  }

  private var people: [[Span]] {
    let roles = incident.roles
    func one(_ label: String, _ who: [Handle]) -> [Span]? {
      who.isEmpty ? nil : [Span("\(label) ", .dim), Span(who.map(name).joined(separator: " + "))]
    }
    let commander =
      one("commander", [roles.commander].compactMap(\.self))
      ?? (incident.state.isActive
        ? [Span("nobody commands: \(app.key(of: "incident.command")) takes it", Style(foreground: .yellow))] : nil)
    return [
      commander, one("scribe", [roles.scribe].compactMap(\.self)), one("pair", roles.pair),
      one("called in", roles.called),
      incident.services.isEmpty
        ? nil : [Span("services ", .dim), Span(LessonWords.line(incident.services.joined(separator: ", "), most: 80))],
      [Span(IncidentWords.customers(incident.customersNoticed), incident.customersNoticed == .yes ? .bold : .dim)],
      [Span("team ", .dim), Span(incident.team.text)],
      app.viewer.storeNote.isEmpty ? nil : [Span(app.viewer.storeNote, Style(foreground: .yellow))],
    ].compactMap(\.self)
  }

  private func name(_ who: Handle) -> String { who == app.viewer.handle ? "\(who) (you)" : who.text }

  /// Parts two columns apart, as many on a line as fit; none is parted from its label.
  private func flowed(_ parts: [[Span]], _ room: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    var line: [Span] = []
    for part in parts {
      let shown = part.map { Span(visible($0.text), $0.style) }
      if !line.isEmpty, line.displayWidth + 2 + shown.displayWidth > room {
        lines.append(StyledLine(line))
        line = []
      }
      if !line.isEmpty { line.append(Span("  ")) }
      line += shown
    }
    return line.isEmpty ? lines : lines + [StyledLine(line)]
  }
}
