import Terminal
import Text

/// Paints lines below headings, each with its time on the right.
struct SectionDrawing<Target: Sendable> {
  let list: SectionList<Target>
  /// Whether keys move in it: then one sees where one is.
  var isActive = true

  func draw(on screen: inout Screen, in area: Rect) {
    let rows = list.rows
    if list.lines.isEmpty {
      screen.put(
        "Nothing matches /\(list.filter). Esc shows all.", at: Point(x: area.x + 2, y: area.y), style: .dim,
        width: max(0, area.width - 3))
    }
    for (offset, line) in list.lines.dropFirst(list.top).prefix(area.height).enumerated() {
      let place = Rect(x: area.x, y: area.y + offset, width: area.width, height: 1)
      switch line {
      case .heading(let index): drawHeading(list.sections[index], on: &screen, in: place)
      case .row(let index): draw(rows[index], isSelected: index == list.selected, on: &screen, in: place)
      case .empty(let index):
        screen.put(
          list.sections[index].empty, at: Point(x: place.x + 3, y: place.y), style: .dim,
          width: max(0, place.width - 4))
      case .gap: break
      }
    }
    screen.scrollBar(
      at: Point(x: area.maxX - 1, y: area.y), rows: area.height, first: list.top, total: list.lines.count, style: .dim)
  }

  private func drawHeading(_ section: ListSection<Target>, on screen: inout Screen, in place: Rect) {
    let count = section.rows.isEmpty ? "" : " \(section.rows.count)"
    let note = section.note.isEmpty ? "" : "  \(section.note)"
    screen.put(
      [Span(section.title.uppercased(), .bold), Span(count, .dim), Span(note, .dim)],
      at: Point(x: place.x + 1, y: place.y), width: max(0, place.width - 2))
  }

  private func draw(_ row: SectionRow<Target>, isSelected: Bool, on screen: inout Screen, in place: Rect) {
    screen.put(row.sign.text, at: Point(x: place.x + 1, y: place.y), style: row.sign.style)
    let end = place.maxX - 2 - row.when.displayWidth
    if !row.when.isEmpty { screen.put(row.when, at: Point(x: end, y: place.y), style: .dim) }
    let room = max(0, end - place.x - 4)
    let who = visible(row.who).truncated(toWidth: room, ellipsis: screen.glyphs.ellipsis)
    var x = place.x + 3
    screen.put(who, at: Point(x: x, y: place.y), style: row.isStrong ? .bold : .plain)
    if !who.isEmpty { x += who.displayWidth + 2 }
    let left = max(0, place.x + 3 + room - x)
    let text = visible(row.text).truncated(toWidth: left, ellipsis: screen.glyphs.ellipsis)
    screen.put(text, at: Point(x: x, y: place.y), style: row.isStrong ? .bold : .plain)
    if !text.isEmpty { x += text.displayWidth + 2 }
    let rest = place.x + 3 + room - x
    if !row.detail.isEmpty, rest > 8 {
      let detail = visible(row.detail).truncated(toWidth: rest, ellipsis: screen.glyphs.ellipsis)
      screen.put(detail, at: Point(x: x, y: place.y), style: .dim)
    }
    if isSelected, isActive { screen.select(place) }
  }
}
