/// What may be shown on a terminal, from what the environment says about it.
public struct TerminalCapabilities: Hashable, Sendable {
  /// Colour is wanted; whether the terminal has any, terminfo knows.
  public var showsColor: Bool
  /// Text in any script arrives as it is. Otherwise what isn't ASCII is painted as `?`.
  public var showsUnicode: Bool
  public var glyphs: Glyphs

  /// - Parameters:
  ///   - term: `TERM`.
  ///   - noColor: `NO_COLOR`; any value but the empty one asks for no colour (no-color.org).
  ///   - codeset: the character set of the locale, as `nl_langinfo(CODESET)` names it.
  public init(term: String?, noColor: String?, codeset: String) {
    showsColor = (noColor ?? "").isEmpty
    showsUnicode = ["UTF-8", "UTF8"].contains(codeset.uppercased())
    // The font of the Linux console has few signs beyond ASCII, whatever the locale.
    glyphs = showsUnicode && term != "linux" ? .unicode : .ascii
  }
}
