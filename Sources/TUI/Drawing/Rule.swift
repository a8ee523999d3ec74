import Terminal
import Text

/// A line across, with what is below it on its left and where one is on its right: `─ during 5/11 ──── 15 of 25 ─`.
enum Rule {
  static func draw(
    on screen: inout Screen, in row: Rect, left: String = "", right: String = "", isStrong: Bool = false
  ) {
    screen.line(from: row.origin, columns: row.width, style: .dim)
    var room = row.width - 4
    if !right.isEmpty, room > right.displayWidth + 4 {
      let width = right.displayWidth
      screen.put(" \(right) ", at: Point(x: row.maxX - width - 3, y: row.y), style: .dim)
      room -= width + 3
    }
    if !left.isEmpty, room > 0 {
      let text = left.truncated(toWidth: room, ellipsis: screen.glyphs.ellipsis)
      screen.put(" \(text) ", at: Point(x: row.x + 1, y: row.y), style: isStrong ? .bold : .plain)
    }
  }
}
