import CCurses

/// A style as curses takes it.
struct Ink {
  let attributes: UInt32
  /// A colour's number, or -1 for the terminal's own.
  let foreground, background: Int32

  init(_ style: Style) {
    let flags = [
      (style.bold, CC_BOLD), (style.dim, CC_DIM), (style.reverse, CC_REVERSE), (style.underline, CC_UNDERLINE),
      (style.italic, CC_ITALIC),
    ]
    attributes = flags.reduce(0) { $1.0 ? $0 | UInt32($1.1) : $0 }
    foreground = style.foreground.map { Int32($0.rawValue) } ?? -1
    background = style.background.map { Int32($0.rawValue) } ?? -1
  }
}
