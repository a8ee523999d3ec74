import Terminal
import Text

/// Stored text painted anywhere on a screen of any size.
package struct ScreenTarget: Sendable {
  /// What stands in the cells of a row.
  package typealias Show = @Sendable (_ screen: Screen, _ row: Int) -> [String]

  private let show: Show

  package init(show: @escaping Show = { $0.row($1).map(\.text) }) { self.show = show }

  package func check(_ bytes: [UInt8]) throws {
    var input = Portions(bytes)
    var screen = Screen(
      size: Size(width: input.choice(of: 24), height: input.choice(of: 6)),
      glyphs: input.choice(of: 2) == 0 ? .unicode : .ascii)
    var title = ""
    while !input.isEmpty {
      let kind = input.choice(of: 6)
      let point = Point(x: input.choice(of: 32) - 4, y: input.choice(of: 9) - 2)
      let size = input.choice(of: 32)
      let text = input.text()
      let rect = Rect(x: point.x, y: point.y, width: size, height: size / 4)
      title = text
      switch kind {
      case 0: screen.put(text, at: point)
      case 1: screen.put(text, at: point, width: size - 2)
      case 2: screen.put([Span("a "), Span(text, .bold), Span(text)], at: point, width: size)
      case 3: screen.fill(rect, with: text.first ?? " ")
      case 4: screen.box(rect, title: text)
      default: screen.restyle(rect) { $0.reverse.toggle() }
      }
      try checkCells(screen)
    }
    try TerminalSafety.hold("the screen's text", screen.text, allowingLineBreaks: true)
    try TerminalSafety.hold("a screen's picture", ScreenPicture(of: screen, title: title).svg, allowingLineBreaks: true)
  }

  private func checkCells(_ screen: Screen) throws {
    for y in 0..<screen.size.height {
      var halves = 0
      for text in show(screen, y) { try TerminalSafety.hold("a cell", text) }
      for cell in screen.row(y) {
        try hold(
          "each wide character has both its halves, and each half its character", (cell.width == 0) == (halves > 0))
        halves = cell.width == 2 ? 1 : 0
        try hold(
          "a cell's text is as wide as the cell", cell.text.displayWidth == Int(cell.width), cell.text.debugDescription)
      }
      try hold("no wide character sticks out of its row", halves == 0)
    }
  }
}
