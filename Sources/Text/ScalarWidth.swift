import CCurses

/// Columns that a scalar takes; -1 for one that can't be printed.
///
/// The C library is asked, as curses asks it, so that both agree; in UTF-8, even where the process runs in
/// the C locale.
func columns(of scalar: Unicode.Scalar) -> Int {
  if (0x20..<0x7F).contains(scalar.value) { return 1 }
  let width = Int(cc_width(scalar.value))
  return width == CC_WIDTH_UNKNOWN ? estimatedColumns(of: scalar) : width
}

/// The answer where no UTF-8 locale is installed: from the scalar's category, and the blocks of Unicode's
/// East Asian Width table that are wide.
func estimatedColumns(of scalar: Unicode.Scalar) -> Int {
  switch scalar.properties.generalCategory {
  case .control, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: return -1
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  if scalar.properties.isEmojiPresentation && !(0x1F1E6...0x1F1FF).contains(scalar.value) { return 2 }
  return wideBlocks.contains { $0.contains(scalar.value) } ? 2 : 1
}

private let wideBlocks: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
  0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF,
  0x1AFF0...0x1B2FB, 0x20000...0x3FFFD,
]
