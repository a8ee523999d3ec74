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
}

extension StepChange {
  /// What changed, on lines of their own: a text's words marked, and details below.
  var lines: [StyledLine] {
    let head = Span("\(title) ", .bold)
    switch kind {
    case .added: return [StyledLine([head, Span(Self.line(new), .added)])]
    case .removed: return [StyledLine([head, Span(Self.line(old), .removed)])]
    case .reworded: return [StyledLine([head] + WordDiff(from: Self.line(old), to: Self.line(new)).spans())]
    case .moved: return [StyledLine([head, Span("from \(old) to \(new)")])]
    case .attributesChanged: return [StyledLine([head] + words.spans())]
    case .bodyChanged: return [StyledLine([head])] + details
    }
  }

  private var title: String {
    switch kind {
    case .added: "step \(number) is new:"
    case .removed: "step \(number) is gone:"
    case .reworded: "step \(number):"
    case .moved: "step \(number) moved"
    case .attributesChanged: "step \(number), attributes:"
    case .bodyChanged: "step \(number), details:"
    }
  }

  /// The lines of the details with a change in them.
  private var details: [StyledLine] {
    var lines: [[Span]] = [[]]
    for span in words.spans() {
      for (index, part) in span.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { lines.append([]) }
        if !part.isEmpty { lines[lines.count - 1].append(Span(String(part), span.style)) }
      }
    }
    return lines.filter { $0.contains { $0.style != .plain } }.map { StyledLine([Span("  ")] + $0) }
  }

  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
