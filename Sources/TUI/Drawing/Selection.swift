import Terminal

extension Screen {
  /// Reverses a row that is selected: in one tone, because colours reversed are patches.
  mutating func select(_ row: Rect) {
    restyle(row) { $0 = Style(bold: $0.bold, reverse: true, underline: $0.underline) }
  }
}
