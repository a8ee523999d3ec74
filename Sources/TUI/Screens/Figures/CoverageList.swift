import Domain
import Terminal

/// A checklist, and who of the team knows it.
struct CoverageRow: Identifiable, Sendable {
  var line: Coverage.Line
  /// How many there are in the team.
  var members: Int

  var id: ChecklistName { line.checklist }
  var known: Int { members - line.never.count }
}

/// Who knows what as a list; what the fewest know stands first.
enum CoverageList {
  static func list() -> RowList<CoverageRow> {
    RowList(columns) { row in
      ([row.line.checklist.text] + row.line.never.map(\.text) + [row.line.only?.text ?? ""]).joined(separator: " ")
    }
  }

  static func rows(_ coverage: Coverage) -> [CoverageRow] {
    coverage.lines.map { CoverageRow(line: $0, members: coverage.members.count) }
      .sorted { ($0.known, $0.line.checklist) < ($1.known, $1.line.checklist) }
  }

  private static let columns: [Column<CoverageRow>] = [
    .by("  checklist", { $0.line.checklist.text }) { row, _, glyphs in
      row.known > 1
        ? Span("  \(row.line.checklist)")
        : Span("\(glyphs.warning) \(row.line.checklist)", Style(foreground: .yellow, bold: true))
    },
    .by("ran it", { $0.known }) { row, _, _ in Span("\(row.known) of \(row.members)") },
    .by("only", expendable: 0, { $0.line.only?.text ?? "" }) { row, _, _ in Span(row.line.only?.text ?? "") },
    .by("never ran it", isFlexible: true, { $0.line.never.count }) { row, _, _ in
      row.known == 0
        ? Span("nobody has run it", .dim) : Span(row.line.never.map(\.text).joined(separator: ", "), .dim)
    },
  ]
}
