import ChecklistFile
import Terminal

/// The words that have changed, marked as git marks them, `[-old-]` and `{+new+}`, so that no colour is needed to see it.
enum WordMarks {
  static let removed = Style(foreground: .red)
  static let added = Style(foreground: .green, bold: true)

  static func spans(_ diff: WordDiff, on base: Style = .plain) -> [Span] {
    diff.pieces.map { piece in
      switch piece.kind {
      case .kept: Span(piece.text, base)
      case .removed: Span("[-\(piece.text)-]", removed)
      case .added: Span("{+\(piece.text)+}", added)
      }
    }
  }

  /// One side alone, its changed words underlined.
  static func spans(_ side: [WordDiff.Span], changed color: Color) -> [Span] {
    side.map { Span($0.text, $0.isChanged ? Style(foreground: color, bold: true, underline: true) : .plain) }
  }
}
