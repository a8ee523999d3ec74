import ChecklistFile
import Terminal

extension Style {
  /// Words that come, and words that go. The brackets say it too, so that no colour has to.
  static let added = Style(foreground: .green, bold: true)
  static let removed = Style(foreground: .red)
}

extension WordDiff {
  /// The new text with what went before it, marked as `git diff --word-diff` does: `[-old-]`, `{+new+}`.
  func spans(on base: Style = .plain) -> [Terminal.Span] {
    pieces.map { piece in
      switch piece.kind {
      case .kept: Terminal.Span(piece.text, base)
      case .removed: Terminal.Span("[-\(piece.text)-]", .removed)
      case .added: Terminal.Span("{+\(piece.text)+}", .added)
      }
    }
  }

  /// One side alone, its changed words underlined.
  static func spans(_ side: [WordDiff.Span], changed color: Color) -> [Terminal.Span] {
    side.map {
      Terminal.Span($0.text, $0.isChanged ? Style(foreground: color, bold: true, underline: true) : .plain)
    }
  }
}
