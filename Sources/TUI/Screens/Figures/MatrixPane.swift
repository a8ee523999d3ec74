import Domain
import Exchange
import Terminal
import Text

/// The pair matrix with a cursor: who has been on with whom, how long ago, by a sign and a shade in each cell.
struct MatrixPane: Sendable {
  private(set) var matrix: PairMatrix?
  private(set) var rules: [PairRule] = []
  /// Narrows the rows; the columns stay, so that somebody's row shows whole.
  var filter = ""
  /// The people whose rows show.
  private(set) var rows: [Handle] = []
  private var row = 0
  private var column = 0
  private(set) var top = 0
  private(set) var left = 0

  /// Columns of a name above the square, where all of them fit and none looks like another; else numbers stand there.
  private static let nameWidth = 4
  private static let numberWidth = 2

  mutating func show(_ matrix: PairMatrix, rules: [PairRule]) {
    self.matrix = matrix
    self.rules = rules
  }

  // MARK: The cursor

  var columns: [Handle] { matrix?.people ?? [] }
  var selected: (row: Handle, column: Handle)? {
    guard rows.indices.contains(row), columns.indices.contains(column) else { return nil }
    return (rows[row], columns[column])
  }

  mutating func move(_ movement: Movement, page: Int) {
    switch movement {
    case .lines(let lines): row += lines
    case .pages(let pages): row += pages * max(1, page - 1)
    case .first: row = 0
    case .last: row = rows.count - 1
    }
    row = max(0, min(row, rows.count - 1))
  }

  mutating func moveAcross(_ steps: Int) { column = max(0, min(column + steps, columns.count - 1)) }

  /// - Parameter point: from the upper left corner of the pane.
  mutating func click(_ mouse: Mouse, at point: Point, width: Int, page: Int) {
    switch mouse.action {
    case .wheelUp: move(.lines(-3), page: page)
    case .wheelDown: move(.lines(3), page: page)
    case .press(.left):
      let place = top + point.y - 1
      guard point.y >= 1, rows.indices.contains(place) else { return }
      row = place
      let layout = layout(width)
      guard point.x >= layout.label else { return }
      let across = left + (point.x - layout.label) / (layout.cell + 1)
      if columns.indices.contains(across) { column = across }
    default: break
    }
  }

  /// - Parameters:
  ///   - height: of the rows, without their heads.
  mutating func settle(width: Int, height: Int) {
    let (wantedRow, wantedColumn) = (selected?.row, selected?.column)
    let match = WordMatch(filter)
    rows = columns.filter { match.matches($0.text) }
    if let index = rows.firstIndex(where: { $0 == wantedRow }) { row = index }
    if let index = columns.firstIndex(where: { $0 == wantedColumn }) { column = index }
    row = max(0, min(row, rows.count - 1))
    column = max(0, min(column, columns.count - 1))
    // At first nobody is beside themselves.
    if wantedRow == nil, row == 0, column == 0, columns.count > 1 { column = 1 }
    top = ScrollWindow.first(top, showing: row..<row + 1, of: rows.count, height: height)
    left = ScrollWindow.first(left, showing: column..<column + 1, of: columns.count, height: layout(width).shown)
  }

  // MARK: Drawing

  private struct Layout {
    /// Columns of the names beside the square, with the space behind.
    var label: Int
    var cell: Int
    var isNamed: Bool
    /// How many columns of the square there is room for.
    var shown: Int
  }

  private func layout(_ width: Int) -> Layout {
    let digits = String(columns.count).count
    let widest = columns.map(\.text.displayWidth).max() ?? 0
    let label = digits + 1 + min(widest, max(8, width / 4)) + 1
    let room = max(1, width - label - 1)
    let heads = Set(columns.map { $0.text.fitted(toWidth: Self.nameWidth) })
    let isNamed = heads.count == columns.count && columns.count * (Self.nameWidth + 1) <= room
    let cell = isNamed ? Self.nameWidth : Self.numberWidth
    return Layout(label: label, cell: cell, isNamed: isNamed, shown: max(1, room / (cell + 1)))
  }

  func draw(on screen: inout Screen, in area: Rect) {
    guard let matrix else { return }
    let layout = layout(area.width)
    let (heads, body) = area.split(top: 1)
    let shown = columns.indices.dropFirst(left).prefix(layout.shown)
    for index in shown {
      let name = layout.isNamed ? columns[index].text : String(index + 1)
      let head = name.fitted(
        toWidth: layout.cell, alignment: layout.isNamed ? .left : .right, ellipsis: screen.glyphs == .ascii ? "~" : "…")
      let x = heads.x + layout.label + (index - left) * (layout.cell + 1)
      let style = index == column ? Style(bold: true, underline: true) : .dim
      let start = x + (layout.isNamed ? 0 : layout.cell - String(index + 1).count)
      screen.put(head.trimmed, at: Point(x: start, y: heads.y), style: style, width: layout.cell)
    }
    for (offset, who) in rows.dropFirst(top).prefix(body.height).enumerated() {
      let y = body.y + offset
      let isSelected = top + offset == row
      let number = (columns.firstIndex(of: who) ?? 0) + 1
      let digits = String(columns.count).count
      let name = "\(number)".padded(toWidth: digits, alignment: .right) + " " + who.text
      screen.put(
        name.truncated(toWidth: layout.label - 1, ellipsis: screen.glyphs.ellipsis), at: Point(x: body.x, y: y),
        style: isSelected ? .bold : .plain)
      for index in shown {
        let x = body.x + layout.label + (index - left) * (layout.cell + 1)
        let cell = Self.cell(matrix, who, columns[index], screen.glyphs)
        let point = Point(x: x + (layout.isNamed ? 0 : layout.cell - Self.numberWidth), y: y)
        screen.put(cell.text, at: point, style: cell.style)
        if isSelected, index == column {
          screen.select(Rect(x: point.x, y: y, width: Self.numberWidth, height: 1))
        }
      }
    }
    screen.scrollBar(
      at: Point(x: body.maxX - 1, y: body.y), rows: body.height, first: top, total: rows.count, style: .dim)
  }

  /// A shade that is the darker the longer ago it was, and the sign that says the same in weeks.
  static func cell(_ matrix: PairMatrix, _ one: Handle, _ other: Handle, _ glyphs: Terminal.Glyphs) -> Span {
    guard one != other else { return Span(" -", .dim) }
    let recency = matrix.recency(of: DutyPair(one, other))
    return Span(shade(recency, glyphs) + MatrixSigns.sign(recency), style(recency))
  }

  static func shade(_ recency: PairMatrix.Recency, _ glyphs: Terminal.Glyphs) -> String {
    let shades = glyphs == .ascii ? [" ", ",", ":", "#"] : [" ", "░", "▒", "▓"]
    switch recency {
    case .keptApart, .notYet, .now: return shades[0]
    case .days(let days): return shades[days < 7 ? 0 : days < 28 ? 1 : days < 70 ? 2 : 3]
    }
  }

  private static func style(_ recency: PairMatrix.Recency) -> Style {
    switch recency {
    case .keptApart: Style(foreground: .red)
    case .notYet: Style(foreground: .yellow, bold: true)
    case .now: Style(foreground: .cyan, bold: true)
    case .days(let days): days < 28 ? Style(foreground: .green) : .plain
    }
  }

  /// - Parameter width: where the whole of it would take more than two lines, the signs alone are told.
  static func legend(_ glyphs: Terminal.Glyphs, width: Int) -> String {
    if width < 70 { return "* now, 0-9 weeks since, + longer, . not yet, x apart" }
    let shades = glyphs == .ascii ? (",", ":", "#") : ("░", "▒", "▓")
    return "\(MatrixSigns.legend); \(shades.0) from one week, \(shades.1) four, \(shades.2) ten"
  }
}
