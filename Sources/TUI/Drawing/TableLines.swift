import ChecklistFile
import Terminal
import Text

/// Lays a table out in columns that shrink to the room there is; what does not fit in a cell goes on below.
///
/// Where even narrow columns have no room, each row becomes lines of `head: cell`.
struct TableLines {
  private let table: MarkdownPage.Table
  private let width: Int
  private let glyphs: Glyphs
  private let header: [[Span]]
  private let rows: [[[Span]]]

  /// Below this a column says nothing.
  private static let leastColumn = 6

  init(_ table: MarkdownPage.Table, width: Int, glyphs: Glyphs) {
    self.table = table
    self.width = max(1, width)
    self.glyphs = glyphs
    header = table.header.map { $0.spans(on: .bold) }
    rows = table.rows.map { row in row.map { $0.spans() } }
  }

  /// Each at most as wide as there is room.
  var lines: [StyledLine] {
    guard let columns = columnWidths else { return stacked }
    let line = columns.map { String(repeating: glyphs.horizontal, count: $0) }
      .joined(separator: glyphs.horizontal + glyphs.cross + glyphs.horizontal)
    return self.lines(of: header, columns) + [StyledLine(line, .dim)] + rows.flatMap { self.lines(of: $0, columns) }
  }

  private func lines(of row: [[Span]], _ columns: [Int]) -> [StyledLine] {
    let cells = zip(row, columns).map { SpanWrapping(width: $1).lines($0) }
    return (0..<(cells.map(\.count).max() ?? 0)).map { index in
      var spans: [Span] = []
      for (column, cell) in cells.enumerated() {
        let text = index < cell.count ? cell[index] : StyledLine()
        let space = columns[column] - text.displayWidth
        let left =
          switch table.alignments[column] {
          case .left: 0
          case .center: space / 2
          case .right: space
          }
        if column > 0 { spans.append(" \(glyphs.vertical) ", .dim) }
        spans.append(String(repeating: " ", count: left), .plain)
        spans += text.spans
        if column < cells.count - 1 { spans.append(String(repeating: " ", count: space - left), .plain) }
      }
      return StyledLine(spans.filter { !$0.text.isEmpty })
    }
  }

  /// nil when there is no room for columns. The widest give way first.
  private var columnWidths: [Int]? {
    let room = width - 3 * (header.count - 1)
    let natural = header.indices.map { column in
      max(1, header[column].lineWidth, rows.map { $0[column].lineWidth }.max() ?? 0)
    }
    guard natural.reduce(0, +) > room else { return natural }
    var low = Self.leastColumn
    guard natural.reduce(0, { $0 + min($1, low) }) <= room else { return nil }
    var high = max(low, room)
    while low < high {
      let middle = (low + high + 1) / 2
      if natural.reduce(0, { $0 + min($1, middle) }) <= room { low = middle } else { high = middle - 1 }
    }
    var spare = room - natural.reduce(0) { $0 + min($1, low) }
    return natural.map { column in
      guard column > low, spare > 0 else { return min(column, low) }
      spare -= 1
      return low + 1
    }
  }

  private var stacked: [StyledLine] {
    let heads = header.enumerated().map { index, head in
      head.isEmpty ? [] : head + [Span(": ", .bold)]
    }
    let wrapping = SpanWrapping(width: width, rest: width > Margin.leastRoom ? [Span("  ")] : [])
    if rows.isEmpty { return header.flatMap { wrapping.lines($0) } }
    return Array(
      rows.map { row in zip(heads, row).filter { !$1.isEmpty }.flatMap { wrapping.lines($0 + $1) } }
        .joined(separator: [StyledLine()]))
  }
}

extension [Span] {
  /// The columns of its longest line.
  fileprivate var lineWidth: Int {
    map(\.text).joined().unicodeScalars.split(separator: "\n").map { String($0).displayWidth }.max() ?? 0
  }
}
