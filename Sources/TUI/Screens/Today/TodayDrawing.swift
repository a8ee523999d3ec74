import Terminal
import Text

/// Paints Today: a heading, then its lines, each with its time on the right.
struct TodayDrawing {
  enum Line: Hashable, Sendable {
    case heading(Int)
    /// By its place among all rows.
    case row(Int)
    case empty(Int)
    case gap
  }

  let today: TodayScreen
  let app: App

  /// The title bar and its rule.
  static let headRows = 2
  static func height(_ size: Size) -> Int { max(1, size.height - headRows - 1) }

  static func lines(of sections: [TodaySection]) -> [Line] {
    var lines: [Line] = []
    var row = 0
    for (index, section) in sections.enumerated() {
      if index > 0 { lines.append(.gap) }
      lines.append(.heading(index))
      if section.rows.isEmpty { lines.append(.empty(index)) }
      for _ in section.rows {
        lines.append(.row(row))
        row += 1
      }
    }
    return lines
  }

  func draw(on screen: inout Screen, in area: Rect) {
    TitleBar.draw(on: &screen, in: area.split(top: 1).top, app)
    let filter = today.filter ?? ""
    Rule.draw(
      on: &screen, in: Rect(x: area.x, y: area.y + 1, width: area.width, height: 1),
      left: filter.isEmpty ? "" : "/\(filter)", right: ClockText.dateAndTime(app.now, app))
    let body = Rect(x: area.x, y: area.y + Self.headRows, width: area.width, height: area.height - Self.headRows)
    guard today.page != nil else {
      let words = today.failure ?? "reading\(screen.glyphs.ellipsis)"
      screen.put(words, at: Point(x: body.x + 2, y: body.y), style: .dim, width: body.width - 4)
      return
    }
    let rows = today.rows
    let lines = Self.lines(of: today.sections)
    if lines.isEmpty { screen.put("Nothing matches /\(filter). Esc shows all.", at: body.origin, style: .dim) }
    for (offset, line) in lines.dropFirst(today.top).prefix(body.height).enumerated() {
      let place = Rect(x: body.x, y: body.y + offset, width: body.width, height: 1)
      switch line {
      case .heading(let index): drawHeading(today.sections[index], on: &screen, in: place)
      case .row(let index): draw(rows[index], isSelected: index == today.selected, on: &screen, in: place)
      case .empty(let index):
        screen.put(
          today.sections[index].empty ?? "", at: Point(x: place.x + 3, y: place.y), style: .dim,
          width: place.width - 4)
      case .gap: break
      }
    }
    screen.scrollBar(
      at: Point(x: body.maxX - 1, y: body.y), rows: body.height, first: today.top, total: lines.count, style: .dim)
  }

  private func drawHeading(_ section: TodaySection, on screen: inout Screen, in place: Rect) {
    let count = section.rows.isEmpty ? "" : " \(section.rows.count)"
    screen.put(
      [Span(section.title.uppercased(), .bold), Span(count, .dim)], at: Point(x: place.x + 1, y: place.y),
      width: place.width - 2)
  }

  private func draw(_ row: TodayRow, isSelected: Bool, on screen: inout Screen, in place: Rect) {
    screen.put(row.sign.text, at: Point(x: place.x + 1, y: place.y), style: row.sign.style)
    let when = row.when
    let end = place.maxX - 2 - when.displayWidth
    if !when.isEmpty { screen.put(when, at: Point(x: end, y: place.y), style: .dim) }
    let room = max(0, end - place.x - 4)
    let text = row.text.truncated(toWidth: room, ellipsis: screen.glyphs.ellipsis)
    screen.put(text, at: Point(x: place.x + 3, y: place.y), style: row.isUrgent ? .bold : .plain)
    let left = room - text.displayWidth - 2
    if !row.detail.isEmpty, left > 8 {
      let detail = row.detail.truncated(toWidth: left, ellipsis: screen.glyphs.ellipsis)
      screen.put(detail, at: Point(x: place.x + 5 + text.displayWidth, y: place.y), style: .dim)
    }
    if isSelected { screen.select(place) }
  }
}
