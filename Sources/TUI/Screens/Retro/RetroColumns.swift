import Domain
import Exchange
import Terminal

/// How the list shows retros.
enum RetroColumns {
  static let all: [Column<RetroLine>] = [
    .by("  no", { $0.retro.number }) { line, _, glyphs in
      Span("\(sign(of: line.retro, glyphs)) \(line.retro.number)", style(of: line.retro))
    },
    Column("what about", isFlexible: true) { line, _, _ in
      Span("\(line.retro.subject): \(LessonWords.line(line.retro.title))", .bold)
    },
    .by("team", expendable: 1, { $0.retro.team.text }) { line, _, _ in Span(line.retro.team.text, .dim) },
    .by("led by", expendable: 2, { $0.retro.facilitator?.text ?? "" }) { line, _, _ in
      Span(line.retro.facilitator?.text ?? "nobody", line.retro.facilitator == nil ? .dim : .plain)
    },
    .by("open", { $0.openQuestions * -1 }) { line, _, _ in
      Span(line.openQuestions == 0 ? "none" : "\(line.openQuestions) of 4", line.openQuestions == 0 ? .dim : .plain)
    },
    .by("due", { $0.retro.due ?? "9" }) { line, app, _ in
      let late = line.retro.daysLate(at: app.now, in: line.zone) ?? 0
      let text = RetroDueText.short(line.retro, at: app.now, in: line.zone)
      let isPressing = line.retro.reviewedAt == nil && late >= 0 && line.retro.due != nil
      return Span(
        text.isEmpty ? "-" : text,
        isPressing ? Style(foreground: .yellow, bold: late > 0) : line.retro.reviewedAt == nil ? .plain : .dim)
    },
    .by("state", expendable: 3, { $0.retro.state.words }) { line, _, _ in
      Span(line.retro.state.words, style(of: line.retro))
    },
  ]

  /// The sign alone tells the state.
  static func sign(of retro: Retro, _ glyphs: Terminal.Glyphs) -> String {
    switch retro.state {
    case .draft: glyphs.pending
    case .inReview: glyphs.current
    case .reviewed: glyphs.waiting
    case .closed: glyphs.done
    }
  }

  static func style(of retro: Retro) -> Style {
    switch retro.state {
    case .draft: .plain
    case .inReview: Style(foreground: .cyan)
    case .reviewed: Style(foreground: .green)
    case .closed: .dim
    }
  }
}
