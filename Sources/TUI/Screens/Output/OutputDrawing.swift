import Domain
import Terminal
import Text

/// Paints the output's screen.
struct OutputDrawing {
  let screen: OutputScreen
  let app: App

  func draw(on canvas: inout Screen) {
    let layout = OutputLayout(screen, app)
    for (offset, line) in layout.headerLines.enumerated() {
      canvas.put(
        line, at: Point(x: 1, y: layout.header.y + offset), width: layout.header.width - 2)
    }
    Rule.draw(on: &canvas, in: layout.rule, left: title, right: position, isStrong: true)
    drawPane(on: &canvas, in: layout.pane)
    guard layout.outcome.height > 0 else { return }
    Rule.draw(on: &canvas, in: layout.outcome.split(top: 1).top, left: "what came of it")
    for (offset, line) in layout.outcomeLines.enumerated() {
      canvas.put(
        line, at: Point(x: 1, y: layout.outcome.y + 1 + offset), width: layout.outcome.width - 2)
    }
  }

  private var title: String {
    if screen.search.isMissing { return "output  /\(screen.search.text) is not in it" }
    if let position = screen.search.position {
      let size = max(1, screen.state?.size ?? 1)
      return "output  looking for /\(screen.search.text): \(position * 100 / size) %"
    }
    let search = screen.search.isActive ? "  /\(screen.search.text)" : ""
    let follows = screen.isRunning ? (screen.view.follows ? ", followed" : ", held: F follows it") : ""
    return "output\(follows)\(search)"
  }

  private var position: String {
    guard let size = screen.state?.size else { return "" }
    let end = screen.view.shown.upperBound
    let share = size == 0 ? "" : end >= size ? "end" : "\(end * 100 / size) %"
    let column = screen.view.column > 0 ? "column \(screen.view.column + 1)" : ""
    return [screen.search.place, column, ByteCount.text(size), share].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private func drawPane(on canvas: inout Screen, in pane: Rect) {
    let rows = screen.view.rows
    guard !rows.isEmpty else {
      for (offset, line) in empty.wrapped(toWidth: pane.width - 2).prefix(pane.height).enumerated() {
        let style: Style = screen.failure == nil ? .dim : Style(foreground: .red)
        canvas.put(line, at: Point(x: pane.x + 1, y: pane.y + offset), style: style)
      }
      return
    }
    let needle = OutputNeedle(screen.search.text)
    for (offset, row) in rows.prefix(pane.height).enumerated() {
      draw(row, needle, on: &canvas, at: Point(x: pane.x + 1, y: pane.y + offset), width: pane.width - 2)
    }
    if screen.view.isShort { drawShort(on: &canvas, below: rows.count, in: pane) }
    let (shown, size) = (screen.view.shown, screen.state?.size ?? 0)
    let bar = Point(x: pane.maxX - 1, y: pane.y)
    // By bytes: how many lines there are nobody has counted. In steps of a KiB, so that no product is too large.
    if shown.count < size {
      drawScrollBar(on: &canvas, at: bar, rows: pane.height, shown, of: size)
    }
  }

  /// Where the window has room for more, and more would take too long to read.
  private func drawShort(on canvas: inout Screen, below rows: Int, in pane: Rect) {
    guard rows < pane.height else { return }
    let size = ByteCount.text(OutputLoading.mostAtOnce)
    let ellipsis = canvas.glyphs.ellipsis
    canvas.put(
      "\(ellipsis) \(size) on each side were looked at: j and k go on \(ellipsis)",
      at: Point(x: pane.x + 1, y: pane.y + rows), style: .dim, width: pane.width - 2)
  }

  private func drawScrollBar(on canvas: inout Screen, at point: Point, rows: Int, _ shown: Range<Int>, of size: Int) {
    let thumb = max(1, min(rows, rows * shown.count / size))
    let isAtEnd = shown.upperBound >= size
    let share = Double(shown.lowerBound) / Double(max(1, size - shown.count))
    let start = isAtEnd ? rows - thumb : min(rows - thumb, Int(share * Double(rows - thumb)))
    for row in 0..<rows {
      let isThumb = (start..<start + thumb).contains(row)
      canvas.put(
        isThumb ? canvas.glyphs.scrollThumb : canvas.glyphs.scrollTrack, at: Point(x: point.x, y: point.y + row),
        style: .dim)
    }
  }

  private var empty: String {
    if let failure = screen.failure { return failure }
    if screen.state == nil { return "reading\(app.glyphs.ellipsis)" }
    return screen.isRunning ? "nothing was printed yet" : "nothing was printed"
  }

  private func draw(_ row: OutputView.Row, _ needle: OutputNeedle, on canvas: inout Screen, at point: Point, width: Int)
  {
    let line = screen.view.page.lines[row.line]
    if line.isGap {
      canvas.put(
        "\(canvas.glyphs.ellipsis) \(row.text) \(canvas.glyphs.ellipsis)", at: point, style: .dim, width: width)
      return
    }
    guard !screen.view.wraps else {
      canvas.put(marked(row.text, of: line, needle), at: point, width: width)
      return
    }
    let text = row.text.dropping(columns: screen.view.column)
    let more = text.isWider(than: width)
    // Of a line of many KiB only what shows is looked at, and what of a hit is cut off.
    let near = more ? text.prefix(ofWidth: width + screen.search.text.displayWidth) : text
    canvas.put(marked(near, of: line, needle), at: point, width: more ? width - 1 : width)
    if more { canvas.put(canvas.glyphs.arrowRight, at: Point(x: point.x + width - 1, y: point.y), style: .dim) }
    if row.isContinued {
      canvas.put(String(canvas.glyphs.ellipsis.prefix(1)), at: Point(x: point.x - 1, y: point.y), style: .dim)
    }
  }

  /// What is looked for stands out, and where one is at it more than elsewhere: as what is selected in a list.
  private func marked(_ text: String, of line: OutputLine, _ needle: OutputNeedle) -> [Span] {
    let isHit = screen.search.hit.map { line.range.contains($0) } ?? false
    let style: Style = isHit ? .reverse : Style(bold: true, underline: true)
    var spans: [Span] = []
    var rest = text.startIndex
    for range in needle.ranges(in: text) {
      spans.append(Span(String(text[rest..<range.lowerBound])))
      spans.append(Span(String(text[range]), style))
      rest = range.upperBound
    }
    spans.append(Span(String(text[rest...])))
    return spans
  }
}

extension String {
  /// Whether it takes more columns; no character takes more columns than bytes.
  func isWider(than columns: Int) -> Bool { utf8.count > columns && displayWidth > columns }

  /// Without what stands in the first columns; a wide character that is cut leaves a space.
  func dropping(columns: Int) -> String {
    guard columns > 0 else { return self }
    if utf8.isPrintableASCII { return String(dropFirst(columns)) }
    var (result, used) = ("", 0)
    for cluster in Clusters(self) {
      if used >= columns {
        result += cluster.text
      } else if used + cluster.width > columns {
        result += " "
      }
      used += cluster.width
    }
    return result
  }
}
