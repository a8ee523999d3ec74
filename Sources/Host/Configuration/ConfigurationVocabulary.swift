/// What a configuration may name: the themes, screens, commands and keys that the program has.
public struct ConfigurationVocabulary: Sendable {
  /// Something that a key can stand for.
  public struct Command: Hashable, Sendable {
    /// For ever the same, as in `run.done`.
    public var id: String
    /// The screen that it belongs to; nil for those that work everywhere.
    public var screen: String?
    /// Its built-in keys, chords of key names with a space between them.
    public var keys: [String]
    /// A sentence without a full stop.
    public var title: String
    /// Keys that it has whatever is configured. A command that has such a key has to keep another one too.
    public var lastingKeys: [String]

    public init(id: String, screen: String?, keys: [String], title: String, lastingKeys: [String] = []) {
      self.id = id
      self.screen = screen
      self.keys = keys
      self.title = title
      self.lastingKeys = lastingKeys
    }
  }

  /// The first holds where none is named.
  public var themes: [String]
  public var startScreens: [String]
  public var commands: [Command]
  /// Names of keys, to suggest one that is near what was written; not all of them.
  public var keyNames: [String]
  /// Whether the word names a key that a terminal can send.
  public var isKey: @Sendable (String) -> Bool

  public init(
    themes: [String], startScreens: [String], commands: [Command], keyNames: [String],
    isKey: @escaping @Sendable (String) -> Bool
  ) {
    self.themes = themes
    self.startScreens = startScreens
    self.commands = commands
    self.keyNames = keyNames
    self.isKey = isKey
  }

  /// The commands that there are at once on a screen: its own, and those everywhere that none of its own hides.
  public func commands(on screen: String) -> [Command] {
    commands.filter { $0.screen == screen || $0.screen == nil && !hides($0, on: screen) }
  }

  /// Whether a command of the screen stands in the place of one that works everywhere.
  ///
  /// It does when both have a built-in key in common, whatever keys they are given.
  public func hides(_ everywhere: Command, on screen: String) -> Bool {
    commands.contains { $0.screen == screen && $0.keys.contains(where: everywhere.keys.contains) }
  }
}
