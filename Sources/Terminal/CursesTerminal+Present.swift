import CCurses

extension CursesTerminal {
  /// Shows a screen. Does nothing if it is the one that already shows.
  public func present(_ screen: Screen) {
    guard isOurs, screen != presented else { return }
    presented = screen
    paint(screen)
  }

  /// Paints every cell anew, for ^L: when something else wrote on the terminal.
  public func redrawAll() {
    guard isOurs else { return }
    cc_forget_screen()
    if let presented { paint(presented) }
  }

  private func paint(_ screen: Screen) {
    cc_erase()
    let shown = Rect(screen.size).intersection(Rect(size))
    for y in 0..<shown.height {
      for (x, cell) in screen.row(y).prefix(shown.width).enumerated() where cell.width > 0 && cell != .blank() {
        // The terminal may have become narrower in the middle of a wide character.
        if x + Int(cell.width) <= shown.width { paint(cell, x: x, y: y) }
      }
    }
    let cursor = screen.cursor ?? Point(x: -1, y: -1)
    cc_show(Int32(cursor.y), Int32(cursor.x))
  }

  private func paint(_ cell: Cell, x: Int, y: Int) {
    let style = cell.style
    let foreground = style.foreground.map { Int32($0.rawValue) } ?? -1
    let background = style.background.map { Int32($0.rawValue) } ?? -1
    func put(_ scalars: [UInt32], x: Int) {
      cc_put(Int32(y), Int32(x), scalars, Int32(scalars.count), style.attributes, foreground, background)
    }
    let scalars = cell.text.unicodeScalars.map(\.value)
    if capabilities.showsUnicode || scalars.allSatisfy({ $0 < 0x7F }) {
      put(scalars, x: x)
    } else {
      for column in 0..<Int(cell.width) { put([0x3F], x: x + column) }
    }
  }
}

extension Style {
  fileprivate var attributes: UInt32 {
    let flags = [
      (bold, CC_BOLD), (dim, CC_DIM), (reverse, CC_REVERSE), (underline, CC_UNDERLINE), (italic, CC_ITALIC),
    ]
    return flags.reduce(0) { $1.0 ? $0 | UInt32($1.1) : $0 }
  }
}
