import ChecklistFile
import Domain
import Terminal

extension VersionSummary: Identifiable {
  public var id: Int { reference.number }
}

/// The versions that a checklist went through, and why each was made.
enum VersionList {
  static func pane() -> ListPane<VersionSummary> {
    ListPane(RowList(columns) { "v\($0.reference.number) \($0.author) \($0.reason)" })
  }

  private static let columns: [Column<VersionSummary>] = [
    Column("version") { row, _, _ in Span("v\(row.reference.number)", .bold) },
    Column("made") { row, app, _ in Span(ClockText.dateAndTime(row.madeAt, app), .dim) },
    Column("by", expendable: 0) { row, _, _ in Span(row.author.text) },
    Column("why", isFlexible: true) { row, _, _ in Span(row.reason.replacing("\n", with: " ")) },
  ]

  /// What changed between two versions, as a page to read.
  static func page(_ changes: VersionChanges, _ app: App) -> Reader {
    let width = app.size.width - 2
    var lines: [StyledLine] = []
    for (version, lessons) in changes.between {
      lines.append(
        StyledLine("v\(version.reference.number), by \(version.author) on \(ClockText.date(version.madeAt, app))"))
      lines += SpanWrapping(width: width, first: [Span("  ")], rest: [Span("  ")])
        .lines([Span(version.reason.isEmpty ? "no reason was given" : version.reason, .bold)])
      for lesson in lessons {
        lines += SpanWrapping(width: width, first: [Span("  ")], rest: [Span("    ")])
          .lines([Span("lesson \(lesson.number), \(lesson.source): ", .dim), Span(lesson.text)])
      }
    }
    lines.append(StyledLine())
    if changes.from == nil {
      lines.append(StyledLine("This is the first version."))
    } else if changes.changes.isEmpty {
      lines.append(StyledLine("No step differs."))
    }
    lines += changes.changes.flatMap { $0.lines(width: width) }
    let title =
      changes.from.map { from in
        from.number == changes.to.parent
          ? "What changed in \(changes.to.reference)"
          : "What changed in \(changes.to.reference.checklist) from v\(from.number) to v\(changes.to.reference.number)"
      } ?? "What changed in \(changes.to.reference)"
    return Reader(title, lines)
  }
}
