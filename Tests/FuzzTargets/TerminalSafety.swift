/// What may reach a terminal of text that is not ours, worked out from Unicode's tables and not from the program's.
package enum TerminalSafety {
  /// A base that is drawn, and as many marks as a cell holds.
  private static let mostMarks = 4

  /// Zero-width, bidi and tag characters, beside those that a category names.
  private static let invisible: [ClosedRange<UInt32>] = [
    0x00AD...0x00AD, 0x034F...0x034F, 0x061C...0x061C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F,
    0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164...0x3164, 0xFE00...0xFE0F, 0xFEFF...0xFEFF,
    0xFFA0...0xFFA0, 0xFFF0...0xFFFB, 0xE0000...0xE0FFF,
  ]

  /// The first scalar that could move the cursor, change the order of reading or hide; nil where there is none.
  package static func firstUnsafe(in text: String, allowingLineBreaks: Bool = false) -> Unicode.Scalar? {
    text.unicodeScalars.first { scalar in
      if scalar.isASCII {
        return (scalar.value < 0x20 || scalar.value == 0x7F) && !(allowingLineBreaks && scalar == "\n")
      }
      if invisible.contains(where: { $0.contains(scalar.value) }) { return true }
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return true
      default: return false
      }
    }
  }

  /// Whether some base carries more of the common marks than a cell holds, or a mark stands on nothing.
  package static func hasTower(_ text: String) -> Bool {
    var marks = mostMarks
    for scalar in text.unicodeScalars {
      marks = (0x300...0x36F).contains(scalar.value) ? marks + 1 : 0
      if marks > mostMarks { return true }
    }
    return false
  }

  static func hold(_ place: String, _ text: String, allowingLineBreaks: Bool = false) throws(BrokenPromise) {
    if let scalar = firstUnsafe(in: text, allowingLineBreaks: allowingLineBreaks) {
      throw BrokenPromise(
        "\(place) has nothing in it that acts on a terminal",
        found: "U+\(String(scalar.value, radix: 16, uppercase: true)) in \(text.debugDescription)")
    }
  }
}
