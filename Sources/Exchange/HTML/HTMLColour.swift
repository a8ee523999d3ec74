/// A colour of the pages, by what it is for, in both of the reader's schemes.
///
/// Those for text keep 4.5 to 1 against every ground, those for marks 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11). None of them says
/// anything alone: a word or a shape stands beside it. In the page's style it is `var(--ink)`, by its raw value.
public enum HTMLColour: String, CaseIterable, Sendable {
  /// What text stands on: the page, a panel on it, a code or a log.
  case paper, panel, inset
  /// Text, and the text beside it that matters less.
  case ink, soft
  /// Fine lines that nothing depends on.
  case rule
  /// Lines of axes, and edges that must be seen.
  case edge
  case link
  /// Sick, failed, wrong.
  case bad
  /// Healthy, done.
  case good
  /// Worth a look.
  case warn
  /// Series of drawings, told apart by their lightness or their place too.
  case one, two, three, four

  public enum Scheme: CaseIterable, Sendable { case light, dark }

  /// Those that something is written or drawn on.
  public static let grounds: [HTMLColour] = [.paper, .panel, .inset]
  public static let texts: [HTMLColour] = [.ink, .soft, .link, .bad, .good, .warn]
  public static let marks: [HTMLColour] = [.edge, .one, .two, .three, .four]

  /// Red, green and blue, from 0 to 255.
  public func rgb(_ scheme: Scheme) -> (red: UInt8, green: UInt8, blue: UInt8) {
    let (light, dark) = hex
    let value = scheme == .light ? light : dark
    return (UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
  }

  private var hex: (light: UInt32, dark: UInt32) {
    switch self {
    case .paper: (0xFFFFFF, 0x14181D)
    case .panel: (0xF5F6F8, 0x1B2027)
    case .inset: (0xEEF0F3, 0x222831)
    case .ink: (0x1D232A, 0xE5E9EE)
    case .soft: (0x525C67, 0xA6B0BC)
    case .rule: (0xD9DDE2, 0x343C46)
    case .edge: (0x6B7682, 0x8A95A1)
    case .link: (0x0A5A9C, 0x86BDF5)
    case .bad: (0xAD2218, 0xFF9D92)
    case .good: (0x1B6A3C, 0x7FD19C)
    case .warn: (0x7D4F00, 0xF0BC66)
    case .one: (0x2C6FB0, 0x6FA8E6)
    case .two: (0xC0571B, 0xF09A5D)
    case .three: (0x6D48A8, 0xB99BF0)
    case .four: (0x14746F, 0x58C2BA)
    }
  }

  /// The declarations of all of them, as in `--ink:#1d232a;`.
  static func declarations(_ scheme: Scheme) -> String {
    allCases.map { colour in
      let (red, green, blue) = colour.rgb(scheme)
      return "--\(colour.rawValue):#\(pair(red))\(pair(green))\(pair(blue));"
    }.joined()
  }

  private static func pair(_ value: UInt8) -> String { (value < 16 ? "0" : "") + String(value, radix: 16) }
}
