import Text

extension Screen {
  /// Draws a border along the edge of a block, with a title in its top line: `┌ during ───┐`.
  public mutating func box(_ rect: Rect, title: String = "", style: Style = .plain, titleStyle: Style? = nil) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    let right = rect.maxX - 1
    let bottom = rect.maxY - 1
    for y in [rect.y, bottom] { line(from: Point(x: rect.x, y: y), columns: rect.width, style: style) }
    for x in [rect.x, right] { line(from: Point(x: x, y: rect.y), rows: rect.height, style: style) }
    put(glyphs.topLeft, at: rect.origin, style: style)
    put(glyphs.topRight, at: Point(x: right, y: rect.y), style: style)
    put(glyphs.bottomLeft, at: Point(x: rect.x, y: bottom), style: style)
    put(glyphs.bottomRight, at: Point(x: right, y: bottom), style: style)
    let room = rect.width - 4
    guard !title.isEmpty, room > 2 else { return }
    let text = " " + title.truncated(toWidth: room - 2, ellipsis: glyphs.ellipsis) + " "
    put(text, at: Point(x: rect.x + 1, y: rect.y), style: titleStyle ?? style)
  }

  /// Draws a line to the right.
  public mutating func line(from point: Point, columns: Int, style: Style = .plain) {
    put(String(repeating: glyphs.horizontal, count: max(0, columns)), at: point, style: style)
  }

  /// Draws a line down.
  public mutating func line(from point: Point, rows: Int, style: Style = .plain) {
    for y in point.y..<point.y + max(0, rows) { put(glyphs.vertical, at: Point(x: point.x, y: y), style: style) }
  }

  /// Divides a box that was drawn, into left and right, at a column of the screen.
  public mutating func divide(_ box: Rect, atColumn x: Int, style: Style = .plain) {
    guard x > box.x, x < box.maxX - 1, box.height >= 2 else { return }
    put(glyphs.teeTop, at: Point(x: x, y: box.y), style: style)
    line(from: Point(x: x, y: box.y + 1), rows: box.height - 2, style: style)
    put(glyphs.teeBottom, at: Point(x: x, y: box.maxY - 1), style: style)
  }

  /// Divides a box that was drawn, into above and below, at a row of the screen.
  public mutating func divide(_ box: Rect, atRow y: Int, style: Style = .plain) {
    guard y > box.y, y < box.maxY - 1, box.width >= 2 else { return }
    put(glyphs.teeLeft, at: Point(x: box.x, y: y), style: style)
    line(from: Point(x: box.x + 1, y: y), columns: box.width - 2, style: style)
    put(glyphs.teeRight, at: Point(x: box.maxX - 1, y: y), style: style)
  }

  /// Draws a scroll bar down a column: which part of `total` lines the `rows` from `first` on are.
  /// Nothing, if all of them fit.
  public mutating func scrollBar(at point: Point, rows: Int, first: Int, total: Int, style: Style = .plain) {
    guard rows > 0, total > rows else { return }
    let thumb = max(1, rows * rows / total)
    let start = min(rows - thumb, max(0, first) * (rows - thumb) / (total - rows))
    for row in 0..<rows {
      let isThumb = (start..<start + thumb).contains(row)
      put(
        isThumb ? glyphs.scrollThumb : glyphs.scrollTrack, at: Point(x: point.x, y: point.y + row), style: style)
    }
  }
}
