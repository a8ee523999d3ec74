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
    for (hint, x) in places(of: hints, in: row, help: help) {
      let style: Style = hint.isDimmed ? .dim : .bold
      screen.put([Span(hint.key, style), Span(" \(hint.label)", .dim)], at: Point(x: x, y: row.y))
    }
  }

  /// All hints, on as many lines as they take; the help has its room on each.
  static func lines(of hints: [Hint], in row: Rect, help: Hint?) -> [[Hint]] {
    var lines: [[Hint]] = []
    var left = hints[...]
    while !left.isEmpty {
      // As many from the first on as fit; one that is too wide for any line has one of its own.
      let room = row.width - (help.map { $0.width + 3 } ?? 0)
      var width = 1
      let line = left.prefix { hint in
        width += hint.width + 2
        return width - 2 <= room
      }
      lines.append(Array(line.isEmpty ? left.prefix(1) : line))
      left = left.dropFirst(max(1, line.count))
    }
    return lines.isEmpty ? [[]] : lines
  }

  /// The hint that a click is on.
  static func hint(at x: Int, of hints: [Hint], in row: Rect, help: Hint?) -> Hint? {
    places(of: hints, in: row, help: help).first { ($0.x..<$0.x + $0.hint.width).contains(x) }?.hint
  }

  private static func places(of hints: [Hint], in row: Rect, help: Hint?) -> [(hint: Hint, x: Int)] {
    let helpX = help.map { row.maxX - $0.width - 1 }
    let end = helpX.map { $0 - 2 } ?? row.maxX
    var places: [(hint: Hint, x: Int)] = []
    var x = row.x + 1
    for hint in hints where x + hint.width <= end {
      places.append((hint, x))
      x += hint.width + 2
    }
    if let help, let helpX { places.append((help, helpX)) }
    return places
  }
}
