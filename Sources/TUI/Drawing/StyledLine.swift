import Terminal
import Text

/// One line of a page, laid out: spans that fit in the width that was asked for.
struct StyledLine: Hashable, Sendable {
  var spans: [Span]

  init(_ spans: [Span] = []) { self.spans = spans }
  init(_ text: String, _ style: Style = .plain) { spans = [Span(text, style)] }

  var text: String { spans.map(\.text).joined() }
  var displayWidth: Int { spans.displayWidth }
}

extension [Span] {
  var displayWidth: Int { reduce(0) { $0 + $1.text.displayWidth } }

  /// Adds text; what looks the same as the end becomes one span with it.
  mutating func append(_ text: String, _ style: Style) {
    if last?.style == style { self[count - 1].text += text } else { append(Span(text, style)) }
  }
}
