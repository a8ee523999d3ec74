import ChecklistFile
import Domain
import Terminal
import Text
import Workflow

/// A lesson that cannot be folded as it was proposed: what the line said, what it says, and what the lesson proposes, side
/// by side, or one below the other where the window is narrow.
struct ConflictLines {
  let conflict: FoldPlan.Conflict
  /// The number of the version that it would be folded onto.
  let latest: Int
  let width: Int
  let glyphs: Glyphs

  private typealias Side = (head: String, spans: [Span])

  private static let gap = 3
  /// Below this a column says nothing.
  private static let leastColumn = 22

  var lines: [StyledLine] {
    let base = "v\(conflict.lesson.base)"
    let proposal = "lesson \(conflict.lesson.number) proposes"
    switch conflict.conflict {
    case .stepGone(let step, let text):
      let edit = conflict.lesson.edit.map(\.summary) ?? ""
      return title("Step \(step) is not in v\(latest) any more.")
        + beside([("\(base) said", [Span(text)]), (proposal, [Span(edit)])])
    case .changed(let step, let part, let sides):
      let now = WordDiff(from: sides.then, to: sides.now)
      let proposed = WordDiff(from: sides.then, to: sides.proposed)
      func side(_ text: String, _ spans: [Span], _ instead: String) -> [Span] {
        text.isEmpty ? [Span(instead, .dim)] : spans
      }
      return title("The \(part) of step \(step) has changed since \(base).")
        + beside([
          ("\(base) said", side(sides.then, [Span(sides.then)], "(none)")),
          ("v\(latest) says", side(sides.now, WordDiff.spans(now.new, changed: .yellow), "(none)")),
          (proposal, side(sides.proposed, WordDiff.spans(proposed.new, changed: .green), "(remove it)")),
        ])
    case nil: return title(Failure(conflict.problem).words)
    }
  }

  private func title(_ words: String) -> [StyledLine] {
    SpanWrapping(
      width: width, first: [Span("\(glyphs.warning) ", Style(foreground: .yellow, bold: true))], rest: [Span("  ")]
    ).lines([Span(words, Style(foreground: .yellow))]) + [StyledLine()]
  }

  private func beside(_ sides: [Side]) -> [StyledLine] {
    let column = (width - Self.gap * (sides.count - 1)) / sides.count
    guard column >= Self.leastColumn else {
      return sides.flatMap { side in
        [StyledLine(side.head, .bold)]
          + SpanWrapping(width: width, first: [Span("  ")], rest: [Span("  ")]).lines(side.spans)
      }
    }
    let cells = sides.map { side in
      SpanWrapping(width: column).lines([Span(side.head, .bold)])
        + [StyledLine(String(repeating: glyphs.horizontal, count: column), .dim)]
        + SpanWrapping(width: column).lines(side.spans)
    }
    return (0..<(cells.map(\.count).max() ?? 0)).map { row in
      var spans: [Span] = []
      for (index, cell) in cells.enumerated() {
        let line = row < cell.count ? cell[row] : StyledLine()
        if index > 0 { spans.append(" \(glyphs.vertical) ", .dim) }
        spans += line.spans
        if index < cells.count - 1 {
          spans.append(String(repeating: " ", count: max(0, column - line.displayWidth)), .plain)
        }
      }
      return StyledLine(spans)
    }
  }
}
