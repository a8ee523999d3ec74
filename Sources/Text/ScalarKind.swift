/// What a scalar may do to a screen.
enum ScalarKind: Equatable {
  case printable
  case lineBreak
  /// C0 and DEL, with the picture that Unicode has for it.
  case control(picture: Unicode.Scalar)
  /// Shows nothing, or nobody knows what: C1, bidi and other format characters, tags, private use.
  case hidden
  /// Takes no column of its own.
  case mark
  case variationSelector
  case skinTone
  case joiner

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x0A: self = .lineBreak
    case 0x00..<0x20: self = .control(picture: Self.picture(ofControl: UInt16(scalar.value)))
    case 0x7F: self = .control(picture: "␡")
    case 0x20..<0x7F: self = .printable
    case 0x80..<0xA0, 0xAD: self = .hidden
    case 0xA0..<0x300: self = .printable
    // Box drawing, block elements, geometric shapes: what lines and bars are drawn with.
    case 0x2500..<0x2600: self = .printable
    case 0x3400..<0x4DC0, 0x4E00..<0xA000, 0xAC00..<0xD7A4: self = .printable
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: self = .variationSelector
    case 0x200D: self = .joiner
    case 0x1F3FB...0x1F3FF: self = .skinTone
    default: self.init(looksUp: scalar)
    }
  }

  private static func picture(ofControl value: UInt16) -> Unicode.Scalar {
    Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
  }

  private init(looksUp scalar: Unicode.Scalar) {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      self = .hidden
    case _ where properties.isDefaultIgnorableCodePoint:
      self = .hidden
    default:
      let width = columns(of: scalar)
      self = width < 0 ? .hidden : width == 0 ? .mark : .printable
    }
  }
}
