import Terminal
import Text

/// The first row of every screen that one can go to: their names, the one that shows among them, and on the right
/// whose store it is.
enum TitleBar {
  static func draw(on screen: inout Screen, in row: Rect, _ app: App) {
    for tab in tabs(row, app) {
      let style: Style = tab.name == app.rootName ? Style(bold: true, underline: true) : .dim
      screen.put(tab.title, at: Point(x: tab.x, y: row.y), style: style)
    }
    let end = tabs(row, app).last.map { $0.x + $0.title.displayWidth } ?? row.x
    let room = max(0, row.maxX - end - 3)
    let who = app.viewer.handle.text
    let choices = app.viewer.personalStore.map { ["personal store \($0)  \(who)", "personal store  \(who)"] } ?? []
    let shortest = app.viewer.personalStore == nil ? who : "personal  \(who)"
    let text = (choices.first { $0.displayWidth <= room } ?? shortest)
      .truncated(toWidth: room, ellipsis: screen.glyphs.ellipsis)
    let style: Style = app.viewer.personalStore == nil ? .dim : Style(foreground: .yellow)
    screen.put(text, at: Point(x: row.maxX - text.displayWidth - 1, y: row.y), style: style)
  }

  /// The screen whose name a click is on.
  static func screen(at point: Point, _ app: App) -> ScreenName? {
    guard point.y == 0, app.stack.count == 1 else { return nil }
    let row = Rect(x: 0, y: 0, width: app.size.width, height: 1)
    return tabs(row, app).first { ($0.x..<$0.x + $0.title.displayWidth).contains(point.x) }?.name
  }

  private struct Tab {
    var name: ScreenName
    var title: String
    var x: Int
  }

  private static func tabs(_ row: Rect, _ app: App) -> [Tab] {
    var x = row.x + 1
    let wide = ScreenTable.roots.reduce(1) { $0 + $1.title.displayWidth + 2 }
    let gap = wide <= row.width ? 2 : 1
    return ScreenTable.roots.map { root in
      defer { x += root.title.displayWidth + gap }
      return Tab(name: root.screen, title: root.title, x: x)
    }
  }
}
