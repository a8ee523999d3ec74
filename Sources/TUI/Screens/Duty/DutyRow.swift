import Domain
import Terminal

/// A line of a team's duties: a duty, or a stretch that nobody is planned for.
struct DutyRow: Identifiable, Sendable {
  enum ID: Hashable, Sendable {
    case duty(DutyNumber)
    case gap(Instant)
  }

  enum Content: Sendable {
    case duty(PlannedDuty)
    case gap(DutyWindow)
  }

  var content: Content
  var problems: [DutyProblem] = []

  var id: ID {
    switch content {
    case .duty(let duty): .duty(duty.number)
    case .gap(let window): .gap(window.start)
    }
  }

  var duty: PlannedDuty? { if case .duty(let duty) = content { duty } else { nil } }

  var window: DutyWindow {
    switch content {
    case .duty(let duty): duty.window
    case .gap(let window): window
    }
  }

  /// Who is on: `ana + bo`.
  var pair: String { PairWords.text(duty?.people ?? []) }

  /// What is wrong, else why these two.
  var remark: String {
    if !problems.isEmpty { return problems.map(\.description).joined(separator: "; ") }
    guard let duty else { return "nothing is planned" }
    // The reasons were those of whoever was planned: of a changed duty the change tells why these two.
    return duty.isChanged
      ? "\(duty.changeWords); planned: \(PairWords.text(duty.base))" : duty.why
  }

  /// Duties and gaps, by time.
  static func rows(_ page: TeamDutiesPage) -> [DutyRow] {
    let duties = page.duties.map { DutyRow(content: .duty($0), problems: page.problems(of: $0.number)) }
    let gaps = page.problems.compactMap { problem -> DutyRow? in
      if case .gap(_, let window) = problem { DutyRow(content: .gap(window)) } else { nil }
    }
    return (duties + gaps).sorted { ($0.window.start, $0.window.end) < ($1.window.start, $1.window.end) }
  }

  static let columns: [Column<DutyRow>] = [
    .by("  from", { $0.window.start }) { row, app, glyphs in
      let sign = row.sign(app.now, glyphs)
      return Span("\(sign) \(ClockText.day(row.window.start, app))", row.style(app.now))
    },
    Column("to", expendable: 2) { row, app, _ in Span(ClockText.day(row.window.end, app), row.style(app.now)) },
    .by("pair", { $0.pair }) { row, app, _ in
      Span(row.pair, row.window.contains(app.now) ? Style(bold: true) : row.style(app.now))
    },
    .by("duty", expendable: 0, { $0.duty?.number.value ?? 0 }) { row, _, _ in
      Span(row.duty.map { "\($0.number)\($0.isFixed ? " set" : "")" } ?? "", .dim)
    },
    Column("why these two, or what is wrong", isFlexible: true) { row, app, glyphs in
      Span(row.problems.isEmpty ? row.remark : "\(glyphs.warning) \(row.remark)", row.style(app.now))
    },
  ]

  private func sign(_ now: Instant, _ glyphs: Glyphs) -> String {
    // What is wrong stands in the text as well; what is under way, and what was changed, only here.
    if window.contains(now) { return glyphs.current }
    return duty?.isChanged == true ? glyphs.arrowRight : isWrong ? glyphs.warning : " "
  }

  private var isWrong: Bool { !problems.isEmpty || duty?.isGap ?? true }

  private func style(_ now: Instant) -> Style {
    if window.end <= now { return .dim }
    if isWrong { return Style(foreground: .yellow) }
    return window.contains(now) ? Style(foreground: .cyan) : .plain
  }
}
