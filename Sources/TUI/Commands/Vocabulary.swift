import Host
import Terminal

extension ConfigurationVocabulary {
  /// What the screens have: all that a configuration file can name.
  public static let prodpair = ConfigurationVocabulary(
    themes: Theme.allCases.map(\.rawValue), startScreens: ScreenTable.roots.map(\.screen.text),
    commands: CommandTable.standard.all.map { command in
      Command(
        id: command.id, screen: command.screen?.text, keys: command.keys, title: command.title,
        lastingKeys: command.id == "app.quit" ? ["^C"] : [])
    },
    keyNames: keyNames, isKey: { Key(name: $0).map(canBeSent) ?? false })

  private static let keyNames =
    [
      "Enter", "Esc", "Tab", "S-Tab", "Backspace", "Del", "Ins", "Up", "Down", "Left", "Right", "Home", "End", "PgUp",
      "PgDn", "Space",
    ] + (1...12).map { "F\($0)" }

  /// Terminals send these combinations as Backspace, Tab, Enter and Esc.
  private static func canBeSent(_ key: Key) -> Bool {
    if case .control(let letter) = key { !"HIJM[".contains(letter) } else { true }
  }
}
