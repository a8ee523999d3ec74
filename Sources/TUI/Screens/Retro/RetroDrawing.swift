import Domain
import Exchange
import Terminal
import Text

/// Paints a retro's page: what it is of and how far it has come on top, its parts below.
struct RetroDrawing {
  let retro: RetroScreen
  let app: App

  func draw(on screen: inout Screen, in area: Rect) {
    let (top, body) = area.split(top: 1)
    Rule.draw(on: &screen, in: top, left: title, right: state, isStrong: true)
    guard retro.record != nil else { return drawEmpty(on: &screen, in: body) }
    let width = RetroScreen.width(app.size)
    for (offset, row) in retro.rows.dropFirst(retro.top).prefix(body.height).enumerated() {
      let y = body.y + offset
      screen.put(row.spans, at: Point(x: body.x + 1, y: y), width: width)
      if !row.right.text.isEmpty {
        screen.put([row.right], at: Point(x: body.x + 1 + width - row.right.text.displayWidth, y: y), width: width)
      }
      if row.isHead, row.part == retro.selected {
        screen.select(Rect(x: body.x, y: y, width: min(body.width - 1, width + 2), height: 1))
      }
    }
    screen.scrollBar(
      at: Point(x: body.maxX - 1, y: body.y), rows: body.height, first: retro.top, total: retro.rows.count,
      style: .dim)
  }

  private var title: String {
    guard let record = retro.retro else {
      return switch retro.subject {
      case .retro(let number): "Retro \(number)"
      case .incident(let number): "Retro of incident \(number)"
      }
    }
    return "Retro \(record.number) of \(record.subject)  \(visible(record.title))"
  }

  private var state: String {
    guard let record = retro.record else { return "" }
    let due = RetroDueText.text(record.retro, at: app.now, in: record.clock.zone)
    let words = "\(record.retro.state.words), \(due)"
    // What it is of comes before by when.
    return words.displayWidth <= app.size.width / 2 ? words : record.retro.state.words
  }

  private func drawEmpty(on screen: inout Screen, in area: Rect) {
    let words =
      retro.failure.map { "\($0). \(app.key(of: "app.redraw")) reads again." }
      ?? (retro.hasRead
        ? "There is no retro of it yet: \(app.key(of: "retro.change")) opens one."
        : "reading\(screen.glyphs.ellipsis)")
    for (offset, line) in words.wrapped(toWidth: max(1, area.width - 4)).prefix(area.height).enumerated() {
      screen.put(line, at: Point(x: area.x + 2, y: area.y + offset), style: .dim)
    }
  }
}
