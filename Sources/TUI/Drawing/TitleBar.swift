import Terminal
import Text

/// The first row of every screen that one can go to: their names, the one that shows among them, and on the right
/// whose store it is.
enum TitleBar {
  static func draw(on screen: inout Screen, in row: Rect, _ app: App) {
    let (tabs, areAll) = tabs(row, app)
    for tab in tabs {
      let style: Style = tab.name == app.rootName ? Style(bold: true, underline: true) : .dim
      screen.put(tab.title, at: Point(x: tab.x, y: row.y), style: style)
    }
    let end = tabs.last?.end ?? row.x
    if !areAll { screen.put(screen.glyphs.ellipsis, at: Point(x: end + 1, y: row.y), style: .dim) }
    let room = max(0, row.maxX - end - (areAll ? 3 : 5))
    let notes = notes(app)
    let text = (notes.first { $0.displayWidth <= room } ?? notes.last ?? "")
      .truncated(toWidth: room, ellipsis: screen.glyphs.ellipsis)
    let style: Style = app.viewer.personalStore == nil ? .dim : Style(foreground: .yellow)
    screen.put(text, at: Point(x: row.maxX - text.displayWidth - 1, y: row.y), style: style)
  }

  /// Who sits here, and whose store it is, the longest words first.
  private static func notes(_ app: App) -> [String] {
    let who = app.viewer.handle.text
    guard let store = app.viewer.personalStore else { return [who] }
    return ["personal store \(store)  \(who)", "personal store  \(who)", "personal  \(who)", "personal"]
  }

  /// The screen whose name a click is on.
  static func screen(at point: Point, _ app: App) -> ScreenName? {
    guard point.y == 0, app.stack.count == 1 else { return nil }
    let row = Rect(x: 0, y: 0, width: app.size.width, height: 1)
    return tabs(row, app).shown.first { ($0.x..<$0.x + $0.title.displayWidth).contains(point.x) }?.name
  }

  private struct Tab {
    var name: ScreenName
    var title: String
    var x: Int
    var end: Int { x + title.displayWidth }
  }

  /// The names that have room beside the note, the one that shows among them; and whether these are all.
  private static func tabs(_ row: Rect, _ app: App) -> (shown: [Tab], areAll: Bool) {
    let roots = ScreenTable.roots
    let names = roots.reduce(0) { $0 + $1.title.displayWidth }
    let room = row.width - min(mostNote, notes(app).last?.displayWidth ?? 0) - 3
    let gap = names + 2 * roots.count <= room ? 2 : 1
    func laid(from first: Int) -> [Tab] {
      var x = row.x + 1
      return roots.dropFirst(first).map { root in
        defer { x += root.title.displayWidth + gap }
        return Tab(name: root.screen, title: root.title, x: x)
      }
    }
    let all = laid(from: 0)
    if let last = all.last, last.end <= row.x + room { return (all, true) }
    // With a sign behind them that there are more.
    func fitting(_ tabs: [Tab]) -> [Tab] { tabs.filter { $0.end + 2 <= row.x + room } }
    let first = roots.indices.first { first in fitting(laid(from: first)).contains { $0.name == app.rootName } }
    return (fitting(laid(from: first ?? 0)), false)
  }

  /// So much of the note has its room before the names have.
  private static let mostNote = 12
}
