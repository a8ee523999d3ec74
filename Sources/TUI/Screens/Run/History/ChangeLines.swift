import Domain
import Terminal

extension ChangesSince {
  /// Each version with its reason and the lessons in it, and what it changed below.
  func lines(_ app: App) -> [StyledLine] {
    versions.flatMap { version in
      head(of: version, app)
        + version.changes.flatMap { $0.lines(width: app.size.width - 4) }.map { StyledLine([Span("  ")] + $0.spans) }
    }
  }

  private func head(of version: Version, _ app: App) -> [StyledLine] {
    guard let summary = version.summary else {
      return [StyledLine(versions.count > 1 ? "the versions before that, taken together" : "as against that version")]
    }
    let reason = summary.reason.isEmpty ? "no reason was given" : summary.reason
    let head = StyledLine([
      Span("v\(summary.reference.number), \(summary.author) \(ClockText.date(summary.madeAt, app)): ", .bold),
      Span(reason),
    ])
    let nothing = version.changes.isEmpty ? [StyledLine("  no step differs", .dim)] : []
    return [head] + version.lessons.map { StyledLine("  \(LessonWords.told($0))", .dim) } + nothing
  }
}
