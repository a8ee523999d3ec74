import Domain
import Terminal
import Text

/// The lines above the list: which run, for whom, by whom, how far.
struct RunHeader {
  let run: Run
  let outline: RunOutline
  /// How many items of the backlog it carries.
  let itemCount: Int
  /// The incidents that it has to do with.
  var incidents: [RunIncident] = []
  let app: App

  func draw(on screen: inout Screen, in area: Rect) {
    let clock = clockSpans
    let clockWidth = clock.reduce(0) { $0 + $1.text.displayWidth }
    if area.height > 1 {
      put(what, on: &screen, in: Rect(x: 1, y: area.y, width: area.width - clockWidth - 3, height: 1))
      put(who, on: &screen, in: Rect(x: 1, y: area.y + 1, width: area.width - 2, height: 1))
    } else {
      put(what + who, on: &screen, in: Rect(x: 1, y: area.y, width: area.width - clockWidth - 3, height: 1))
    }
    screen.put(clock, at: Point(x: area.maxX - clockWidth - 1, y: area.y))
  }

  /// Puts as many parts as fit, two columns apart; the last one that does is cut.
  private func put(_ parts: [Span], on screen: inout Screen, in row: Rect) {
    var x = row.x
    for part in parts where x < row.maxX {
      let room = row.maxX - x
      guard part.text.displayWidth <= room || x == row.x || room >= 6 else { break }
      x += screen.put(part.text, at: Point(x: x, y: row.y), style: part.style, width: room) + 2
    }
  }

  private var what: [Span] {
    var parts = [
      Span("RUN \(run.number)", .bold),
      Span(run.version.reference.description),
      Span(run.environment.name, run.environment.kind == .production ? Style(foreground: .yellow, bold: true) : .plain),
      Span(run.artifact.description),
    ]
    if run.isRehearsal { parts.insert(Span("REHEARSAL", Style(foreground: .magenta, bold: true)), at: 1) }
    return parts
  }

  private var who: [Span] {
    var parts = [Span(pair), Span(others, .dim)]
    parts += marks.map { Span($0, Style(foreground: .yellow)) }
    return parts.filter { !$0.text.isEmpty }
  }

  private func name(_ who: Handle) -> String { who == app.viewer.handle ? "\(who) (you)" : who.text }

  private var pair: String {
    run.pair.isEmpty
      ? "nobody is on it" : run.pair.map(name).joined(separator: " + ") + (run.pair.count == 1 ? ", alone" : "")
  }

  private var others: String {
    let present = run.progress.people.filter { $0.until == nil && $0.role != .pair }
    return present.map { "\(name($0.who)) \($0.role == .helper ? "helps" : "observes")" }.joined(separator: ", ")
  }

  private var marks: [String] {
    var marks: [String] = []
    if run.state != .running { marks.append(run.state.rawValue.uppercased()) }
    if let incident = run.incident, !incidents.contains(where: { $0.incident.number.value == incident }) {
      marks.append("for incident \(incident)")
    }
    marks += incidents.map { related in
      let name = IncidentWords.name(related.incident)
      return related.kind == .remedy ? "for \(name)" : related.kind == .caused ? "caused \(name)" : name
    }
    if run.isUnplanned { marks.append("unplanned") }
    if itemCount > 0 { marks.append("carries \(itemCount) item\(itemCount == 1 ? "" : "s")") }
    let overrides = run.entries.filter { $0.kind == .ruleOverridden }.count
    if overrides > 0 { marks.append("\(overrides) rule\(overrides == 1 ? "" : "s") overridden") }
    if app.viewer.personalStore != nil { marks.append("personal store") }
    return marks
  }

  private var clockSpans: [Span] {
    guard let start = run.progress.startedAt else {
      return [Span(run.plan.map { "planned for \(ClockText.dateAndTime($0.at, app))" } ?? "not begun")]
    }
    let taken = (run.progress.endedAt ?? app.now) - start
    let expected = run.version.settings.expected
    let isLate = expected.map { taken > $0 } ?? false
    let of = expected.map { " of ~\(StepDuration.text($0))" } ?? ""
    return [Span(ClockText.minutes(taken), isLate ? Style(foreground: .yellow, bold: true) : .bold), Span(of, .dim)]
  }

  /// `pre ▮▮▮▮▮▮ 9/9   during ▮▮▮▯▯▯▯ 5/11   post ▯▯▯▯ 0/5`: a block a step where that fits.
  func drawBars(on screen: inout Screen, in row: Rect) {
    let sections = Section.allCases.filter { section in
      outline.hasSteps(in: section) && (section.isRequired || run.progress.entered.contains(section))
    }
    let counts = sections.map(outline.count)
    let fixed = zip(sections, counts).reduce(2) { $0 + $1.0.rawValue.count + $1.1.text.count + 2 + 3 }
    let room = max(0, row.width - fixed)
    let steps = max(1, counts.reduce(0) { $0 + $1.active })
    let scale = min(1, Double(room) / Double(steps))
    var x = row.x + 1
    for (section, count) in zip(sections, counts) where count.active > 0 {
      let width = max(min(2, room / max(1, sections.count)), Int(Double(count.active) * scale))
      let style = Style(foreground: count.hasFailure ? .red : count.settled == count.active ? .green : nil)
      let isCurrent =
        run.state.isActive && run.progress.isOpen(section, in: run.version) && count.settled < count.active
      let spans = [
        Span("\(section.rawValue) ", isCurrent ? .bold : .plain),
        Span(screen.glyphs.progressBar(done: count.settled, of: count.active, width: width), style),
        Span(" \(count.text)", isCurrent ? .bold : .dim),
      ]
      x += screen.put(spans, at: Point(x: x, y: row.y)) + 3
    }
  }
}
