import Domain
import Terminal
import Text

/// Paints the run screen: header, bars, banner, list, detail.
struct RunDrawing {
  let screen: RunScreen
  let app: App

  func draw(on canvas: inout Screen) {
    guard let run = screen.run, let outline = screen.outline else {
      let text = screen.failure ?? "run \(screen.number): reading\(canvas.glyphs.ellipsis)"
      for (offset, line) in text.wrapped(toWidth: app.size.width - 2).enumerated() {
        canvas.put(line, at: Point(x: 1, y: offset), style: screen.failure == nil ? .dim : Style(foreground: .red))
      }
      return
    }
    let unread = screen.unreadNotices(app)
    let layout = screen.layout(app)
    let header = RunHeader(
      run: run, outline: outline, itemCount: screen.cargo.count, incidents: screen.incidents, app: app)
    header.draw(on: &canvas, in: layout.header)
    header.drawBars(on: &canvas, in: layout.bars)
    if let banner = layout.banner, let notice = unread.first { draw(notice, of: unread.count, on: &canvas, in: banner) }
    if let list = layout.list { drawList(of: run, outline, on: &canvas, in: list) }
    if let detail = layout.detail { drawDetail(of: run, on: &canvas, in: detail) }
    if layout.isSideBySide, let detail = layout.detail {
      canvas.line(from: Point(x: detail.x - 1, y: detail.y + 1), rows: detail.height - 1, style: .dim)
      canvas.put(canvas.glyphs.teeTop, at: Point(x: detail.x - 1, y: detail.y), style: .dim)
    }
  }

  private func draw(_ notice: Notice, of count: Int, on canvas: inout Screen, in row: Rect) {
    let more = count > 1 ? "\(count - 1) more, " : ""
    let tail = "\(more)b reads"
    let style = Style(foreground: notice.isUrgent ? .red : .yellow)
    canvas.put(" \(canvas.glyphs.warning) ", at: row.origin, style: style)
    canvas.put(notice.title, at: Point(x: row.x + 3, y: row.y), style: style, width: row.width - tail.displayWidth - 6)
    canvas.put(tail, at: Point(x: row.maxX - tail.displayWidth - 1, y: row.y), style: .dim)
    for (offset, line) in notice.lines.prefix(notice.shownLines).enumerated() {
      canvas.put(line.spans, at: Point(x: row.x + 5, y: row.y + 1 + offset), width: row.width - 6)
    }
  }

  private func drawList(of run: Run, _ outline: RunOutline, on canvas: inout Screen, in area: Rect) {
    let rows = outline.rows
    let steps = outline.steps
    let (title, list) = area.split(top: 1)
    let position = steps.firstIndex { $0.id == screen.selected }.map { "\($0 + 1) of \(steps.count)" } ?? ""
    let filter = screen.filterText.isEmpty ? "" : "/\(screen.filterText)  "
    Rule.draw(
      on: &canvas, in: title, left: sectionTitle(outline), right: filter + position,
      isStrong: screen.pane == .list)
    if rows.isEmpty {
      canvas.put(
        "nothing matches /\(screen.filterText); Esc shows all", at: Point(x: 2, y: list.y), style: .dim,
        width: list.width - 3)
    }
    let glyphs = canvas.glyphs
    let line = StepLine(
      run: run, outline: outline, app: app, number: screen.number, glyphs: glyphs, redlines: screen.redlineCounts,
      words: { screen.words(of: $0, app, glyphs) })
    for (offset, row) in rows.dropFirst(screen.top).prefix(list.height).enumerated() {
      let place = Rect(x: list.x, y: list.y + offset, width: list.width, height: 1)
      line.draw(row, on: &canvas, in: place)
      if case .step(let step) = row, step.id == screen.selected { canvas.select(place) }
    }
    let bar = Point(x: list.maxX - 1, y: list.y)
    canvas.scrollBar(at: bar, rows: list.height, first: screen.top, total: rows.count, style: .dim)
  }

  /// The section that the first line shown is in.
  private func sectionTitle(_ outline: RunOutline) -> String {
    let shown = outline.rows.dropFirst(screen.top)
    guard let section = shown.lazy.compactMap(\.step).first?.section else { return "" }
    if case .section? = shown.first { return "steps" }
    return "\(section.rawValue) \(outline.count(section).text)"
  }

  private func drawDetail(of run: Run, on canvas: inout Screen, in area: Rect) {
    let detail = StepDetail(screen, app, width: max(8, area.width - 2), glyphs: canvas.glyphs)
    let (title, page) = area.split(top: 1)
    let lines = detail.lines
    let below = lines.count - screen.detailTop - page.height
    let right = below > 0 ? "\(below) more \(canvas.glyphs.arrowDown)" : ""
    Rule.draw(
      on: &canvas, in: title, left: screen.step.map { "step \($0.number)" } ?? "", right: right,
      isStrong: screen.pane == .detail)
    for (offset, line) in lines.dropFirst(screen.detailTop).prefix(page.height).enumerated() {
      canvas.put(line, at: Point(x: page.x + 1, y: page.y + offset), width: page.width - 2)
    }
  }
}
