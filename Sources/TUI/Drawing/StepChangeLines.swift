import ChecklistFile
import Terminal

/// What changed between two versions, laid out: each step's change with a sign, and the words of it marked.
///
/// Removed words are dim between `[-` and `-]`, added ones bold between `{+` and `+}`, as `git diff --word-diff` writes
/// them: no mark is a colour alone.
struct StepChangeLines {
  let width: Int

  private static let removed = Style(foreground: .red, dim: true)
  private static let added = Style(foreground: .green, bold: true)
  private static let margin = "    "

  func lines(_ changes: [StepChange]) -> [StyledLine] { changes.flatMap(lines) }

  func lines(_ change: StepChange) -> [StyledLine] {
    let number = "\(change.number)"
    switch change.kind {
    case .added: return wrapped("+", Self.added, [Span("\(number) ", .dim), Span(change.new, Self.added)])
    case .removed: return wrapped("-", Self.removed, [Span("\(number) ", .dim), Span(change.old, Self.removed)])
    case .reworded: return wrapped("~", .bold, [Span("\(number) ", .dim)] + Self.spans(change.words))
    case .moved:
      return wrapped(">", .bold, [Span("\(number) ", .dim), Span("moved from \(change.old) to \(change.new)")])
    case .attributesChanged:
      return wrapped("~", .bold, [Span("\(number) ", .dim), Span("attributes: ", .dim)] + Self.spans(change.words))
    case .bodyChanged:
      return wrapped("~", .bold, [Span("\(number) ", .dim), Span("details:", .dim)])
        + SpanWrapping(width: width, first: [Span(Self.margin)], rest: [Span(Self.margin)])
        .lines(Self.spans(change.words))
    }
  }

  /// The text with its changed words marked.
  static func spans(_ words: WordDiff) -> [Span] {
    words.pieces.map { piece in
      switch piece.kind {
      case .kept: Span(piece.text)
      case .removed: Span("[-\(piece.text)-]", removed)
      case .added: Span("{+\(piece.text)+}", added)
      }
    }
  }

  private func wrapped(_ sign: String, _ style: Style, _ spans: [Span]) -> [StyledLine] {
    SpanWrapping(width: width, first: [Span(" \(sign) ", style)], rest: [Span(Self.margin)]).lines(spans)
  }
}
