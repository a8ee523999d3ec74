import ChecklistFile
import Terminal
import Text

/// The same fold as the file would read: its lines that come and go, with some around them.
struct FoldLines {
  private(set) var lines: [StyledLine] = []
  private(set) var stops: [Int] = []

  /// Lines around a change.
  private static let around = 3

  init(_ diff: LineDiff, width: Int, glyphs: Glyphs) {
    let changed = diff.lines.indices.filter { diff.lines[$0].isAdded || diff.lines[$0].isRemoved }
    let digits = max(2, "\(diff.lines.count)".count)
    var shown = 0
    var last: Int?
    for index in changed {
      let first = max(shown, index - Self.around)
      if first > shown || shown == 0 && first > 0 { lines.append(StyledLine(glyphs.ellipsis, .dim)) }
      if last.map({ $0 + 1 < index }) ?? true { stops.append(lines.count + index - first) }
      // What follows is taken along up to the next change.
      let next = changed.first { $0 > index } ?? .max
      let end = min(diff.lines.count, next, index + Self.around + 1)
      for line in diff.lines[min(first, end)..<end] { add(line, digits: digits, width: width) }
      shown = end
      last = index
    }
    if lines.isEmpty { lines = [StyledLine("No line differs.", .dim)] }
  }

  private mutating func add(_ line: LineDiff.Line, digits: Int, width: Int) {
    let number = "\(line.new ?? line.old ?? 0)".padded(toWidth: digits, alignment: .right)
    let (sign, style): (String, Style) =
      line.isAdded ? ("+", .added) : line.isRemoved ? ("-", .removed) : (" ", .plain)
    let first = [Span("\(number) ", .dim), Span("\(sign) ", style)]
    let rest = [Span(String(repeating: " ", count: digits + 3))]
    lines += SpanWrapping(width: width, first: first, rest: rest).cut([Span(TabStops.expanded(line.text), style)])
  }
}
