/// The sixteen colours that every terminal lets its user choose.
public enum Color: UInt8, Hashable, Sendable, CaseIterable {
  case black, red, green, yellow, blue, magenta, cyan, white
  case brightBlack, brightRed, brightGreen, brightYellow, brightBlue, brightMagenta, brightCyan, brightWhite
}

/// How a cell looks. A colour of `nil` is the terminal's own.
public struct Style: Hashable, Sendable {
  public static let plain = Style()

  public var foreground: Color?
  public var background: Color?
  public var bold: Bool
  public var dim: Bool
  public var reverse: Bool
  public var underline: Bool
  public var italic: Bool

  public init(
    foreground: Color? = nil, background: Color? = nil, bold: Bool = false, dim: Bool = false, reverse: Bool = false,
    underline: Bool = false, italic: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.bold = bold
    self.dim = dim
    self.reverse = reverse
    self.underline = underline
    self.italic = italic
  }

  public static let bold = Style(bold: true)
  public static let dim = Style(dim: true)
  public static let reverse = Style(reverse: true)
  public static let underline = Style(underline: true)
}

extension Style: CustomStringConvertible {
  /// What sets the style apart, in words: `bold red on blue`. Plain is empty.
  public var description: String {
    let attributes: [(Bool, String)] = [
      (bold, "bold"), (dim, "dim"), (reverse, "reverse"), (underline, "underline"), (italic, "italic"),
    ]
    var words = attributes.filter(\.0).map(\.1)
    if let foreground { words.append("\(foreground)") }
    if let background { words.append("on \(background)") }
    return words.joined(separator: " ")
  }
}

/// Text in one style, for lines that have several.
public struct Span: Hashable, Sendable {
  public var text: String
  public var style: Style

  public init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}
