import CCurses

extension CursesTerminal {
  /// Shows a screen. Does nothing if it is the one that already shows, or if the window has changed its size
  /// in the meantime: the event that says so comes next.
  public func present(_ screen: Screen) {
    guard isOurs, screen != presented else { return }
    if size != reportedSize || cc_window_differs() {
      mustNotSleep = true
      return
    }
    let before = presented
    presented = screen
    paint(screen, over: before)
  }

  /// Paints every cell anew, for ^L: when something else wrote on the terminal.
  public func redrawAll() {
    guard isOurs else { return }
    cc_forget_screen()
    repaint()
  }

  /// Paints the last screen again, if it still fits; curses sends what has changed.
  func repaint() {
    if isOurs, let presented, size == reportedSize { paint(presented) }
  }

  /// - Parameter before: what was painted last, if it is still there: its rows that stay need no work.
  private func paint(_ screen: Screen, over before: Screen? = nil) {
    let before = before?.size == screen.size ? before : nil
    if before == nil { cc_erase() }
    let shown = Rect(screen.size).intersection(Rect(size))
    // Neighbours mostly look alike.
    var style = Style.plain
    var ink = Ink(style)
    for y in 0..<shown.height where before.map({ screen.hasRow(y, of: $0) }) != true {
      if before != nil { cc_erase_row(Int32(y)) }
      for (x, cell) in screen.row(y).prefix(shown.width).enumerated() where cell.width > 0 && cell != .blank() {
        if cell.style != style {
          style = cell.style
          ink = Ink(look(style))
        }
        // The terminal may have become narrower in the middle of a wide character.
        if x + Int(cell.width) <= shown.width { paint(cell, ink, x: x, y: y) }
      }
    }
    let cursor = screen.cursor ?? Point(x: -1, y: -1)
    cc_show(Int32(cursor.y), Int32(cursor.x))
  }

  /// Where there are no colours, every theme says what they said as ``Theme/mono`` does.
  private func look(_ style: Style) -> Style {
    theme.resolve(capabilities.showsColor ? style : Theme.mono.resolve(style))
  }

  private func paint(_ cell: Cell, _ ink: Ink, x: Int, y: Int) {
    func put(_ scalars: [UInt32], x: Int) {
      cc_put(
        Int32(y), Int32(x), scalars, Int32(scalars.count), ink.attributes, ink.foreground, ink.background)
    }
    let scalars = cell.text.unicodeScalars.map(\.value)
    if capabilities.showsUnicode || scalars.allSatisfy({ $0 < 0x7F }) {
      put(scalars, x: x)
    } else {
      for column in 0..<Int(cell.width) { put([0x3F], x: x + column) }
    }
  }
}
