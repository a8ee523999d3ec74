import Terminal
import Text

/// Paints a list below its rule: the filter, how many are marked and where one is, the column heads, the rows.
struct ListDrawing<Row: Identifiable & Sendable> where Row.ID: Hashable & Sendable {
  let list: RowList<Row>
  var heading = ""
  let position: String
  let empty: String
  let app: App

  /// So many columns are the heading's, if it is that long.
  private static var leastHeading: Int { 20 }

  func draw(on screen: inout Screen, in area: Rect) {
    let (rule, rest) = area.split(top: 1)
    let (heads, rows) = rest.split(top: 1)
    // A heading is told before where one is.
    let room = rule.width - 4 - 3 - min(heading.displayWidth, Self.leastHeading)
    let right = heading.isEmpty || position.displayWidth <= room ? position : ""
    Rule.draw(on: &screen, in: rule, left: state, right: right)
    let widths = ColumnWidths.fit(list.columns, widest: list.widest, in: area.width - 3)
    drawHeads(widths, on: &screen, in: heads)
    for (offset, row) in list.visible.dropFirst(list.top).prefix(rows.height).enumerated() {
      let place = Rect(x: rows.x, y: rows.y + offset, width: rows.width, height: 1)
      draw(row, widths, on: &screen, in: place)
      if list.top + offset == list.selectedIndex { screen.select(place) }
    }
    if list.visible.isEmpty { drawEmpty(on: &screen, in: rows) }
    screen.scrollBar(
      at: Point(x: rows.maxX - 1, y: rows.y), rows: rows.height, first: list.top, total: list.visible.count,
      style: .dim)
  }

  /// What is done to the list: `/prod  by state  3 marked`.
  private var state: String {
    var words = heading.isEmpty ? [] : [heading]
    if !list.filter.isEmpty { words.append("/\(list.filter)") }
    if let sort = list.sort {
      words.append("by \(list.columns[sort.column].title.trimmed)\(sort.isReversed ? ", reversed" : "")")
    }
    if !list.marked.isEmpty {
      words.append("\(list.marked.count) marked" + (list.hiddenMarks > 0 ? ", \(list.hiddenMarks) not shown" : ""))
    }
    return words.joined(separator: "   ")
  }

  private func drawHeads(_ widths: [Int], on screen: inout Screen, in row: Rect) {
    var x = row.x + 2
    for (index, column) in list.columns.enumerated() where widths[index] > 0 {
      let isSorted = list.sort?.column == index
      let style = isSorted ? Style(bold: true, dim: false, underline: true) : Style(dim: true)
      screen.put(column.title, at: Point(x: x, y: row.y), style: style, width: widths[index])
      x += widths[index] + ColumnWidths.gap
    }
  }

  private func draw(_ row: Row, _ widths: [Int], on screen: inout Screen, in place: Rect) {
    if list.marked.contains(row.id) {
      screen.put(screen.glyphs.bullet, at: place.origin, style: Style(foreground: .magenta, bold: true))
    }
    var x = place.x + 2
    for (index, column) in list.columns.enumerated() where widths[index] > 0 {
      let cell = column.cell(row, app, screen.glyphs)
      screen.put(cell.text, at: Point(x: x, y: place.y), style: cell.style, width: widths[index])
      x += widths[index] + ColumnWidths.gap
    }
  }

  private func drawEmpty(on screen: inout Screen, in area: Rect) {
    let text: String
    if let failure = list.failure {
      text = "\(failure). \(app.key(of: "app.redraw")) reads again."
    } else if list.all == nil {
      text = "reading\(screen.glyphs.ellipsis)"
    } else {
      text = list.filter.isEmpty ? empty : "Nothing matches /\(list.filter). Esc shows all."
    }
    for (offset, line) in text.wrapped(toWidth: area.width - 4).prefix(max(0, area.height - 1)).enumerated() {
      screen.put(line, at: Point(x: area.x + 2, y: area.y + 1 + offset), style: .dim)
    }
  }
}
