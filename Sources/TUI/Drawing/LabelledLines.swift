import Terminal
import Text

/// A label and what it says beside it, or below it where there is no room.
struct LabelledLines {
  let width: Int
  var labelWidth = 14

  func lines(_ label: String, _ spans: [Span]) -> [StyledLine] {
    let isRoomy = labelWidth + Margin.leastRoom <= width
    let first = isRoomy ? LabelColumn.padded(label, toWidth: labelWidth) : "\(label) "
    let rest = isRoomy ? [Span(String(repeating: " ", count: labelWidth))] : []
    return SpanWrapping(width: width, first: [Span(first, .dim)], rest: rest).lines(spans)
  }

  func lines(_ label: String, _ text: String, _ style: Style = .plain) -> [StyledLine] {
    lines(label, [Span(text, style)])
  }
}
