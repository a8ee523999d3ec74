import Terminal
import Text

/// A long text on a screen of its own: scrolled, and searched by typing.
struct TextPage: Sendable {
  typealias Line = StyledLine

  private(set) var lines: [Line] = []
  private(set) var first = 0
  private(set) var search = ""
  /// The line that the search has found.
  private(set) var hit: Int?

  /// Rows for text: all but the title and the footer.
  static func rows(_ size: Size) -> Int { max(1, size.height - 2) }

  mutating func show(_ lines: [Line]) {
    self.lines = lines
    if let hit, hit >= lines.count { self.hit = nil }
  }

  mutating func move(_ movement: Movement, height: Int) {
    switch movement {
    case .lines(let lines): first += lines
    case .pages(let pages): first += pages * max(1, height - 1)
    case .first: first = 0
    case .last: first = lines.count
    }
    settle(height: height)
  }

  mutating func scroll(by mouse: Mouse) {
    switch mouse.action {
    case .wheelUp: first = max(0, first - 3)
    case .wheelDown: first += 3
    default: break
    }
  }

  mutating func settle(height: Int) { first = max(0, min(first, lines.count - height)) }

  /// Puts a line in sight, a little below the top.
  mutating func show(line: Int) { first = max(0, line - 2) }

  mutating func find(_ text: String) {
    search = text
    hit = nil
    if !text.isEmpty { find(from: first) }
  }

  mutating func findNext() {
    find(from: (hit ?? first - 1) + 1)
  }

  /// The next line with all the words in it, from the beginning again after the end.
  private mutating func find(from start: Int) {
    let match = WordMatch(search)
    let order = Array(lines.indices.dropFirst(max(0, start))) + Array(lines.indices.prefix(max(0, start)))
    hit = order.first { match.matches(lines[$0].text) }
    if let hit { show(line: hit) }
  }

  /// - Parameter note: what stands at the right end of its title.
  func draw(on screen: inout Screen, in area: Rect, title: String, empty: String, note: String = "") {
    let (top, rest) = area.split(top: 1)
    let last = min(lines.count, first + rest.height)
    let place = lines.isEmpty ? "" : last == lines.count ? (first == 0 ? "" : "end") : "\(last * 100 / lines.count) %"
    let found = search.isEmpty ? "" : hit == nil ? "/\(search) is not in it  " : "/\(search)  "
    Rule.draw(
      on: &screen, in: top, left: title,
      right: [found.trimmed, place, note].filter { !$0.isEmpty }.joined(separator: "  "), isStrong: true)
    if lines.isEmpty { screen.put(empty, at: Point(x: rest.x + 1, y: rest.y), style: .dim, width: rest.width - 2) }
    for (offset, line) in lines.dropFirst(first).prefix(rest.height).enumerated() {
      let row = Rect(x: rest.x, y: rest.y + offset, width: rest.width, height: 1)
      screen.put(line.spans, at: Point(x: row.x + 1, y: row.y), width: row.width - 2)
      if first + offset == hit { screen.select(row) }
    }
    screen.scrollBar(
      at: Point(x: rest.maxX - 1, y: rest.y), rows: rest.height, first: first, total: lines.count, style: .dim)
  }
}
