import Terminal
import Text

/// A page of text to read, over the whole screen.
struct Reader: OverlayModel {
  let title: String
  let lines: [Line]
  /// Without any border or margin, and with the mouse left to the terminal, so that its own selection copies clean.
  let isPlain: Bool
  private(set) var first = 0

  typealias Line = StyledLine

  init(_ title: String, _ lines: [Line]) {
    self.title = title
    self.lines = lines
    isPlain = false
  }

  init(plain text: String) {
    title = ""
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Line(String($0)) }
    isPlain = true
  }

  var leavesMouseToTerminal: Bool { isPlain }

  mutating func press(_ input: Typed, _ app: inout App) -> OverlayOutcome {
    guard case .key(let key) = input else { return .stays() }
    let page = max(1, app.size.height - 3)
    switch key {
    case .escape, .character("q"), .enter:
      return .closes(isPlain ? [.terminal(.mouse(app.takesMouse))] : [])
    case .up, .character("k"): first -= 1
    case .down, .character("j"): first += 1
    case .pageUp, .control("B"): first -= page
    case .pageDown, .character(" "), .control("F"): first += page
    case .home, .character("g"): first = 0
    case .end, .character("G"): first = .max
    default: break
    }
    first = max(0, min(first, wrapped(app.size.width).count - page))
    return .stays()
  }

  func hints(_ app: App) -> [Hint] { [Hint("j k", "scroll"), Hint("Esc", "back")] }

  private func wrapped(_ width: Int) -> [Line] {
    if isPlain {
      return lines.flatMap { line in line.spans.map(\.text).joined().hardWrapped(toWidth: width).map { Line($0) } }
    }
    return lines.flatMap { line -> [Line] in
      if line.spans.count == 1, let span = line.spans.first {
        return span.text.wrapped(toWidth: width - 2).map { Line($0, span.style) }
      }
      // What it begins with as indentation its further lines have too, and two columns more.
      let indent = line.spans.first.map { $0.text.allSatisfy { $0 == " " } ? $0.text : "" } ?? ""
      let text = indent.isEmpty ? line.spans : Array(line.spans.dropFirst())
      return SpanWrapping(width: width - 2, first: [Span(indent)], rest: [Span(indent + "  ")]).lines(text)
    }
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    screen.fill(area)
    var page = area
    if !isPlain {
      let (top, rest) = area.split(top: 1)
      Rule.draw(on: &screen, in: top, left: title, isStrong: true)
      page = rest
    }
    let margin = isPlain ? 0 : 1
    for (offset, line) in wrapped(area.width).dropFirst(first).prefix(page.height).enumerated() {
      screen.put(line.spans, at: Point(x: page.x + margin, y: page.y + offset), width: isPlain ? nil : page.width - 2)
    }
  }
}

extension String {
  /// Cut at the width and nowhere else, so that what is copied has the spaces that it had.
  func hardWrapped(toWidth width: Int) -> [String] {
    var lines: [String] = [""]
    var used = 0
    for cluster in Clusters(self) {
      if used + cluster.width > max(2, width) {
        lines.append("")
        used = 0
      }
      lines[lines.count - 1] += cluster.text
      used += cluster.width
    }
    return lines
  }
}
