import Terminal
import Text

/// Breaks text of several styles into lines of a width, each piece in the style that it had.
///
/// Breaks at spaces, on both sides of a wide character, and where the text has a line break; never inside a cluster,
/// nor between two spans without a space. A word that is too long is cut. The space at a break is dropped,
/// indentation at the beginning of a line is kept. The text is made visible on the way.
struct SpanWrapping {
  /// In columns, at least 1; every line fits.
  let width: Int
  /// What stands before the first line, and before all others. Too wide a margin is left away.
  private let first: [Span]
  private let rest: [Span]

  init(width: Int, first: [Span] = [], rest: [Span] = []) {
    self.width = max(1, width)
    self.first = first
    self.rest = rest.displayWidth < self.width ? rest : []
  }

  /// At least one line. In a room of one column, wide characters give way to `…`.
  func lines(_ spans: [Span]) -> [StyledLine] {
    let hasRoom = first.displayWidth < width
    var filling = LineFilling(width: width, first: hasRoom ? first : [], rest: rest)
    for (index, line) in Self.lines(hasRoom ? spans : first + spans).enumerated() {
      if index > 0 { filling.breakLine() }
      filling.fill(line)
    }
    return filling.finished()
  }

  /// At least one line, cut at the width and nowhere else, so that no space of a command is lost.
  func cut(_ spans: [Span]) -> [StyledLine] {
    let hasRoom = first.displayWidth < width
    var filling = LineFilling(width: width, first: hasRoom ? first : [], rest: rest)
    for span in hasRoom ? spans : first + spans {
      for cluster in Clusters(span.text) { filling.place(cluster, span.style) }
    }
    return filling.finished()
  }

  private static func lines(_ spans: [Span]) -> [[Span]] {
    var lines: [[Span]] = [[]]
    for span in spans {
      let parts = span.text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 { lines.append([]) }
        if !part.isEmpty { lines[lines.count - 1].append(Span(String(part), span.style)) }
      }
    }
    return lines
  }
}
