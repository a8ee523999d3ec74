import Domain
import Terminal
import Text

/// Paints the backlog: its panels beside each other, or one of them below the names of all.
struct BacklogDrawing {
  let screen: BacklogScreen
  let app: App

  func draw(on canvas: inout Screen, in area: Rect) {
    let (title, whole) = area.split(top: 1)
    let (rest, pane) = whole.split(bottom: screen.peekRows(app.size))
    drawPeek(on: &canvas, in: pane)
    TitleBar.draw(on: &canvas, in: title, app)
    let shown = screen.shown(app.size)
    guard !screen.isFound, shown.count > 1 else {
      draw(screen.current, isChosen: true, on: &canvas, in: rest)
      Rule.draw(
        on: &canvas, in: rest.split(top: 1).top, left: screen.isFound ? "/\(screen.filter ?? "")" : names(),
        right: stateBesideNames)
      return
    }
    var left = rest
    for (index, panel) in shown.enumerated() {
      let (column, others) = left.split(left: left.width / (shown.count - index))
      left = others
      let isChosen = panel == screen.panel
      let shelf = screen.panels[panel] ?? ShelfList()
      draw(shelf, isChosen: isChosen, on: &canvas, in: column)
      let sign = isChosen ? "\(canvas.glyphs.current) " : ""
      Rule.draw(
        on: &canvas, in: column.split(top: 1).top,
        left: "\(sign)\(ItemWords.title(of: panel)) \(shelf.countText)".trimmed,
        right: [panel == .backlog ? velocity : "", isChosen ? state : ""].filter { !$0.isEmpty }.joined(
          separator: "  "),
        isStrong: isChosen)
    }
  }

  /// The selected item below the list: its page, as far as there is room.
  private func drawPeek(on canvas: inout Screen, in area: Rect) {
    guard screen.isPeeking, let selected = screen.list.selected else { return }
    let (rule, rest) = area.split(top: 1)
    Rule.draw(on: &canvas, in: rule, left: "Item \(selected.number)", right: "\(app.key(of: "backlog.open")) opens it")
    guard let content = screen.peeked, content.item.number == selected.number else { return }
    let lines = ItemPage(content: content, width: max(1, area.width - 3), app: app).inShort
    for (offset, line) in lines.prefix(rest.height).enumerated() {
      canvas.put(line.spans, at: Point(x: rest.x + 1, y: rest.y + offset), width: rest.width - 2)
    }
  }

  /// `Icebox 12  [Backlog 34]  Current 5  Done 10000+`, as short as it has to be.
  private func names() -> String {
    Panel.allCases.map { panel in
      let words = "\(ItemWords.title(of: panel)) \(screen.panels[panel]?.countText ?? "")".trimmed
      return panel == screen.panel ? "[\(words)]" : words
    }.joined(separator: "  ")
  }

  private var velocity: String {
    screen.planFailure.map { "no iterations: \($0)" } ?? screen.panels[.backlog]?.plan?.velocityText(app.glyphs) ?? ""
  }

  /// The velocity and where one is, as far as the names of the panels leave room for them.
  private var stateBesideNames: String {
    guard !screen.isFound, screen.panel == .backlog, !velocity.isEmpty else { return state }
    let taken = names().displayWidth + 8
    let choices = [[velocity] + stateWords, [velocity] + stateWords.dropLast(), [velocity]].map {
      $0.joined(separator: "  ")
    }
    return choices.first { taken + $0.displayWidth <= app.size.width } ?? (screen.planFailure == nil ? state : velocity)
  }

  private var state: String { stateWords.joined(separator: "  ") }

  private var stateWords: [String] {
    var words: [String] = []
    if let head = screen.head, head.teams.count > 1, let team = screen.team { words.append(team.text) }
    if !screen.list.marked.isEmpty { words.append("\(screen.list.marked.count) marked") }
    if !screen.position.isEmpty, app.size.width >= 80 { words.append(screen.position) }
    return words
  }

  private func draw(_ shelf: ShelfList, isChosen: Bool, on canvas: inout Screen, in area: Rect) {
    let list = shelf.list
    let (_, rest) = area.split(top: 1)
    let (heads, rows) = rest.split(top: 1)
    let widths = ColumnWidths.fit(list.columns, widest: list.widest, in: area.width - 3)
    var x = heads.x + 2
    for (index, column) in list.columns.enumerated() where widths[index] > 0 {
      canvas.put(column.title, at: Point(x: x, y: heads.y), style: .dim, width: widths[index])
      x += widths[index] + ColumnWidths.gap
    }
    for (offset, line) in shelf.lines(height: rows.height).enumerated() {
      let place = Rect(x: rows.x, y: rows.y + offset, width: rows.width - 1, height: 1)
      switch line {
      case .head(let head): head.draw(on: &canvas, in: place)
      case .row(let index):
        draw(list.visible[index], of: shelf, widths, on: &canvas, in: place)
        if isChosen, index == list.selectedIndex { canvas.select(place) }
      }
    }
    if list.visible.isEmpty { drawEmpty(shelf, isChosen: isChosen, on: &canvas, in: rows) }
    canvas.scrollBar(
      at: Point(x: rows.maxX - 1, y: rows.y), rows: rows.height, first: list.top, total: list.visible.count,
      style: .dim)
  }

  private func draw(
    _ row: ItemLine, of shelf: ShelfList, _ widths: [Int], on canvas: inout Screen, in place: Rect
  ) {
    let list = shelf.list
    let forecast = shelf.plan?.forecastText(of: row, in: place.width - 40, canvas.glyphs)
    let end = place.maxX - (forecast.map { $0.text.displayWidth + 2 } ?? 0)
    if list.marked.contains(row.id) {
      canvas.put(canvas.glyphs.bullet, at: place.origin, style: Style(foreground: .magenta, bold: true))
    }
    var x = place.x + 2
    for (index, column) in list.columns.enumerated() where widths[index] > 0 && x < end {
      let cell = column.cell(row, app, canvas.glyphs)
      canvas.put(cell.text, at: Point(x: x, y: place.y), style: cell.style, width: min(widths[index], end - x))
      x += widths[index] + ColumnWidths.gap
      if forecast != nil, column.isFlexible { break }
    }
    if let forecast {
      canvas.put(forecast.text, at: Point(x: end + 1, y: place.y), style: forecast.style)
    }
  }

  /// What is wrong with the filter keeps its carets below the place.
  private func drawEmpty(_ shelf: ShelfList, isChosen: Bool, on canvas: inout Screen, in area: Rect) {
    var lines: [String]
    let width = max(1, area.width - 4)
    if let failure = shelf.list.failure {
      lines = "\(failure). \(app.key(of: "app.redraw")) reads again.".wrapped(toWidth: width)
    } else if screen.head?.team != nil, shelf.list.all == nil || screen.head == nil {
      lines = ["reading\(canvas.glyphs.ellipsis)"]
    } else if let problem = shelf.problem, screen.isFound {
      let parts = "\(problem)".split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      lines = parts.prefix(2) + problem.advice.wrapped(toWidth: width)
      // Kept with Enter it stands here alone, with nothing that says how one comes out of it.
      if app.overlays.isEmpty {
        lines += "\(app.key(of: "list.filter")) changes the filter; Esc shows all.".wrapped(toWidth: width)
      }
    } else if screen.isFound {
      lines = "Nothing matches. Esc shows all.".wrapped(toWidth: width)
    } else {
      lines = isChosen ? screen.emptyWords(app).wrapped(toWidth: width) : ["empty"]
    }
    for (offset, line) in lines.prefix(max(0, area.height - 1)).enumerated() {
      canvas.put(line, at: Point(x: area.x + 2, y: area.y + 1 + offset), style: .dim, width: width)
    }
  }
}
