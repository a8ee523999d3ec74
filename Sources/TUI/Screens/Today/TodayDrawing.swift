import Terminal

/// Paints Today: the title bar, and its lines below their headings.
struct TodayDrawing {
  let today: TodayScreen
  let app: App

  /// The title bar and its rule.
  static let headRows = 2
  static func height(_ size: Size) -> Int { max(1, size.height - headRows - 1) }

  func draw(on screen: inout Screen, in area: Rect) {
    TitleBar.draw(on: &screen, in: area.split(top: 1).top, app)
    Rule.draw(
      on: &screen, in: Rect(x: area.x, y: area.y + 1, width: area.width, height: 1),
      left: "", right: ClockText.dateAndTime(app.now, app))
    let body = Rect(x: area.x, y: area.y + Self.headRows, width: area.width, height: area.height - Self.headRows)
    guard today.page != nil else {
      let words = today.failure ?? "reading\(screen.glyphs.ellipsis)"
      screen.put(words, at: Point(x: body.x + 2, y: body.y), style: .dim, width: body.width - 4)
      return
    }
    SectionDrawing(list: today.list).draw(on: &screen, in: body)
  }
}
