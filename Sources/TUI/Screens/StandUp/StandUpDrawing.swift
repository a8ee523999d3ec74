import Terminal
import Text

/// Paints a team's morning: a heading, then its lines, each with its time on the right.
struct StandUpDrawing {
  enum Line: Hashable, Sendable {
    case heading(Int)
    /// By its place among all rows.
    case row(Int)
    case empty(Int)
    case gap
  }

  let screenModel: StandUpScreen
  let app: App

  /// The rule with the title.
  static let headRows = 1
  static func height(_ size: Size) -> Int { max(1, size.height - headRows - 1) }

  /// The lines of all sections; gaps between them only where there is room for all.
  static func lines(of sections: [StandUpSection], height: Int) -> [Line] {
    var lines: [Line] = []
    var row = 0
    let whole = sections.reduce(0) { $0 + 1 + max(1, $1.rows.count) }
    for (index, section) in sections.enumerated() {
      if index > 0, whole + sections.count - 1 <= height { lines.append(.gap) }
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
    let (top, body) = area.split(top: 1)
    let filter = screenModel.filter ?? ""
    Rule.draw(
      on: &screen, in: top, left: "Stand-up of team \(screenModel.team)" + (filter.isEmpty ? "" : "  /\(filter)"),
      right: ClockText.dateAndTime(app.now, app), isStrong: true)
    guard screenModel.answer != nil else {
      let words =
        screenModel.failure.map { "\($0). \(app.key(of: "app.redraw")) reads again." }
        ?? "reading\(screen.glyphs.ellipsis)"
      for (offset, line) in words.wrapped(toWidth: max(1, body.width - 4)).prefix(body.height).enumerated() {
        screen.put(line, at: Point(x: body.x + 2, y: body.y + offset), style: .dim)
      }
      return
    }
    let sections = screenModel.sections
    let rows = screenModel.rows
    let lines = Self.lines(of: sections, height: body.height)
    if lines.isEmpty {
      screen.put(
        "Nothing matches /\(filter). Esc shows all.", at: Point(x: body.x + 2, y: body.y), style: .dim,
        width: max(0, body.width - 3))
    }
    for (offset, line) in lines.dropFirst(screenModel.top).prefix(body.height).enumerated() {
      let place = Rect(x: body.x, y: body.y + offset, width: body.width, height: 1)
      switch line {
      case .heading(let index): drawHeading(sections[index], on: &screen, in: place)
      case .row(let index): draw(rows[index], isSelected: index == screenModel.selected, on: &screen, in: place)
      case .empty(let index):
        screen.put(
          sections[index].empty, at: Point(x: place.x + 3, y: place.y), style: .dim, width: max(0, place.width - 4))
      case .gap: break
      }
    }
    screen.scrollBar(
      at: Point(x: body.maxX - 1, y: body.y), rows: body.height, first: screenModel.top, total: lines.count,
      style: .dim)
  }

  private func drawHeading(_ section: StandUpSection, on screen: inout Screen, in place: Rect) {
    let count = section.rows.isEmpty ? "" : " \(section.rows.count)"
    let note = section.note.isEmpty ? "" : "  \(section.note)"
    screen.put(
      [Span(section.title.uppercased(), .bold), Span(count, .dim), Span(note, .dim)],
      at: Point(x: place.x + 1, y: place.y),
      width: max(0, place.width - 2))
  }

  private func draw(_ row: StandUpRow, isSelected: Bool, on screen: inout Screen, in place: Rect) {
    screen.put(row.sign.text, at: Point(x: place.x + 1, y: place.y), style: row.sign.style)
    let end = place.maxX - 2 - row.when.displayWidth
    if !row.when.isEmpty { screen.put(row.when, at: Point(x: end, y: place.y), style: .dim) }
    let room = max(0, end - place.x - 4)
    let who = visible(row.who).truncated(toWidth: room, ellipsis: screen.glyphs.ellipsis)
    var x = place.x + 3
    screen.put(who, at: Point(x: x, y: place.y), style: row.isMine ? .bold : .plain)
    if !who.isEmpty { x += who.displayWidth + 2 }
    let left = max(0, place.x + 3 + room - x)
    let text = visible(row.text).truncated(toWidth: left, ellipsis: screen.glyphs.ellipsis)
    screen.put(text, at: Point(x: x, y: place.y), style: row.isMine ? .bold : .plain)
    if !text.isEmpty { x += text.displayWidth + 2 }
    let rest = place.x + 3 + room - x
    if !row.detail.isEmpty, rest > 8 {
      let detail = visible(row.detail).truncated(toWidth: rest, ellipsis: screen.glyphs.ellipsis)
      screen.put(detail, at: Point(x: x, y: place.y), style: .dim)
    }
    if isSelected { screen.select(place) }
  }
}
