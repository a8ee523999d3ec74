/// How strongly meaning is shown. Screens are drawn in one set of styles, and a theme turns these into what
/// a person's eyes and terminal can tell apart.
///
/// The raw value is the theme's name in settings and on the command line.
public enum Theme: String, CaseIterable, Sendable {
  /// Every style as it was drawn.
  case standard = "default"
  /// Nothing dim; every foreground colour in its bright form, and bold.
  case highContrast = "high-contrast"
  /// No colours; what they said, the attributes say.
  case mono

  /// The style to show in the place of one that was drawn. Resolving twice is resolving once.
  public func resolve(_ style: Style) -> Style {
    switch self {
    case .standard: style
    case .highContrast: Self.strengthened(style)
    case .mono: Self.withoutColors(style)
    }
  }

  private static func strengthened(_ style: Style) -> Style {
    var result = style
    result.dim = false
    guard let color = style.foreground else { return result }
    switch color {
    // Grey is another way to dim. On a colour, black is the strongest already.
    case .brightBlack: result.foreground = style.background == nil ? nil : .black
    case .black: break
    default:
      result.foreground = color.bright
      result.bold = true
    }
    return result
  }

  /// Danger and killers become bold, warnings underlined, grey dim; what is fine needs no mark. A coloured
  /// background is a block that must stay one.
  private static func withoutColors(_ style: Style) -> Style {
    var result = style
    result.foreground = nil
    result.background = nil
    switch style.foreground {
    case .red, .brightRed, .magenta, .brightMagenta: result.bold = true
    case .yellow, .brightYellow: result.underline = true
    case .brightBlack: result.dim = true
    default: break
    }
    if style.background != nil { result.reverse = true }
    return result
  }
}

extension Color {
  fileprivate var bright: Color { rawValue < 8 ? Color(rawValue: rawValue + 8) ?? self : self }
}
