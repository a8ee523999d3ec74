/// A colour of a picture: 0xRRGGBB.
struct PictureColor: Hashable {
  let rgb: UInt32

  static let paper = PictureColor(rgb: 0x1d2129)
  static let ink = PictureColor(rgb: 0xd0d4dc)
  static let frame = PictureColor(rgb: 0x3a404c)

  /// As SVG writes it: `#1d2129`.
  var hex: String {
    let digits = String(rgb, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// Nearer to the paper, as a terminal shows dim text.
  var dimmed: PictureColor {
    func mixed(_ shift: UInt32) -> UInt32 {
      let (ink, paper) = (rgb >> shift & 0xff, Self.paper.rgb >> shift & 0xff)
      return ((ink * 58 + paper * 42) / 100) << shift
    }
    return PictureColor(rgb: mixed(16) | mixed(8) | mixed(0))
  }

  init(rgb: UInt32) { self.rgb = rgb }

  init(_ color: Color) {
    self.init(rgb: Self.palette[Int(color.rawValue)])
  }

  /// In the order of ``Color``.
  private static let palette: [UInt32] = [
    0x14171d, 0xe06c75, 0x98c379, 0xe0b872, 0x6cabf0, 0xc58be0, 0x5fbcc8, 0xc3c9d4,
    0x6b7382, 0xf28b92, 0xb3d99a, 0xf2d091, 0x92c4fa, 0xdcaef2, 0x86d6e0, 0xf2f4f8,
  ]
}

/// A style as a picture has it.
struct PictureInk: Hashable {
  let color, background: PictureColor
  let bold, italic, underline: Bool

  /// - Parameter isUnderCursor: a block cursor swaps the colours once more.
  init(_ style: Style, isUnderCursor: Bool) {
    var color = style.foreground.map { PictureColor($0) } ?? .ink
    if style.dim { color = color.dimmed }
    let background = style.background.map { PictureColor($0) } ?? .paper
    (self.color, self.background) = style.reverse != isUnderCursor ? (background, color) : (color, background)
    bold = style.bold
    italic = style.italic
    underline = style.underline
  }
}
