/// The elements that a page may have. None of them runs, or fetches anything.
public enum HTMLTag: String, Sendable {
  case main, header, footer, nav, section, article, figure, figcaption, div, span
  case h1, h2, h3, h4, h5, p, blockquote, pre, code, strong, em, small, del, mark, br, hr
  case ul, ol, li, dl, dt, dd
  case table, caption, thead, tbody, tr, th, td
  case time, abbr, a, details, summary
  case svg, g, rect, line, path, circle, polyline, polygon, title, desc
  /// Text in a drawing.
  case drawnText = "text"

  /// Whether it has no content, and so no closing tag.
  var isVoid: Bool { self == .br || self == .hr }

  /// Whether a line ends after it: for whoever reads the source, or compares it.
  var isBlock: Bool {
    switch self {
    case .span, .code, .strong, .em, .small, .del, .mark, .br, .time, .abbr, .a, .title, .desc, .th, .td, .dt, .pre:
      false
    default: true
    }
  }
}
