import Terminal
import Text

/// A key and what it does, in a word or two.
struct Hint: Hashable, Sendable {
  var key: String
  var label: String
  /// Shown, but it can't be used now.
  var isDimmed: Bool

  init(_ key: String, _ label: String, isDimmed: Bool = false) {
    self.key = key
    self.label = label
    self.isDimmed = isDimmed
  }

  var width: Int { key.displayWidth + 1 + label.displayWidth }
}

/// The keys that matter now, the most important first, as many as fit; help always does.
enum Footer {
  static func draw(_ hints: [Hint], on screen: inout Screen, in row: Rect, help: Hint?) {
    screen.fill(row)
    let helpWidth = help.map { $0.width + 1 } ?? 0
    var x = row.x + 1
    let end = row.maxX - helpWidth - (help == nil ? 0 : 2)
    for hint in hints where x + hint.width <= end {
      put(hint, on: &screen, at: Point(x: x, y: row.y))
      x += hint.width + 2
    }
    if let help { put(help, on: &screen, at: Point(x: row.maxX - helpWidth, y: row.y)) }
  }

  private static func put(_ hint: Hint, on screen: inout Screen, at point: Point) {
    let style: Style = hint.isDimmed ? .dim : .bold
    screen.put([Span(hint.key, style), Span(" \(hint.label)", .dim)], at: point)
  }
}
