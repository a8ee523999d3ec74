import Terminal
import Testing

@Suite("A theme decides how styles look")
struct ThemeTests {
  @Test("Themes have the names that settings use")
  func names() {
    #expect(Theme.allCases.map(\.rawValue) == ["default", "high-contrast", "mono"])
  }

  @Test("The default shows every style as it was drawn")
  func standard() {
    for style in styles { #expect(Theme.standard.resolve(style) == style) }
  }

  @Test(
    "In high contrast nothing is dim, and colours are bright and bold",
    arguments: [
      (.dim, .plain), (.reverse, .reverse), (Style(foreground: .red), Style(foreground: .brightRed, bold: true)),
      (Style(foreground: .brightCyan), Style(foreground: .brightCyan, bold: true)),
      (Style(foreground: .green, dim: true, reverse: true), Style(foreground: .brightGreen, bold: true, reverse: true)),
      (Style(foreground: .brightBlack), .plain),
      (Style(foreground: .black, background: .yellow), Style(foreground: .black, background: .yellow)),
      (Style(foreground: .brightBlack, background: .cyan), Style(foreground: .black, background: .cyan)),
    ] as [(Style, Style)])
  func highContrast(drawn: Style, shown: Style) {
    #expect(Theme.highContrast.resolve(drawn) == shown)
  }

  @Test(
    "In mono the attributes say what the colours said",
    arguments: [
      (Style(foreground: .red), .bold), (Style(foreground: .magenta, reverse: true), Style(bold: true, reverse: true)),
      (Style(foreground: .yellow), .underline),
      (Style(foreground: .yellow, bold: true), Style(bold: true, underline: true)),
      (Style(foreground: .green), .plain), (Style(foreground: .cyan, dim: true), .dim),
      (Style(foreground: .brightBlack), .dim), (Style(foreground: .white, background: .blue), .reverse),
      (Style(background: .red, reverse: true), .reverse),
    ] as [(Style, Style)])
  func mono(drawn: Style, shown: Style) {
    #expect(Theme.mono.resolve(drawn) == shown)
  }

  @Test("Resolving twice is resolving once, and mono leaves no colour", arguments: Theme.allCases)
  func idempotent(theme: Theme) {
    for style in styles {
      let once = theme.resolve(style)
      #expect(theme.resolve(once) == once)
      if theme == .mono { #expect(once.foreground == nil && once.background == nil) }
    }
  }

  /// All colours with all colours behind them, dim and reverse or not.
  private var styles: [Style] {
    let colors = [nil] + Color.allCases.map { Optional($0) }
    return colors.flatMap { foreground in
      colors.flatMap { background in
        [(false, false), (true, false), (false, true), (true, true)].map {
          Style(foreground: foreground, background: background, dim: $0.0, reverse: $0.1)
        }
      }
    }
  }
}
