import Domain

/// What the configuration files set; nil is what they are silent about.
///
/// ```yaml
/// theme: mono
/// keys:
///   run.done: [Space, d]
///   app.runs: g u
/// ```
public struct Configuration: Hashable, Sendable {
  public var theme: Setting<String>?
  /// The screen that is shown first, one of ``ConfigurationVocabulary/startScreens``.
  public var start: Setting<String>?
  /// Whether clicks and the wheel come to the program.
  public var mouse: Setting<Bool>?
  /// Whether lines are drawn in ASCII, whatever the locale can show.
  public var ascii: Setting<Bool>?
  /// In the place of `$VISUAL` and `$EDITOR`, as a shell would read it.
  public var editor: Setting<String>?
  /// The team's store, an absolute path; only the administrator's file sets it.
  public var store: Setting<String>?
  /// The keys of each command that was given others than its own, by the command's id.
  public var keys: [String: Setting<[String]>] = [:]
  /// The hooks of all files, the administrator's first; none takes another's place.
  public var hooks: [Setting<ConfiguredHook>] = []

  public init() {}

  /// The keys that a command has in the place of its own: `["g u"]`, `[]` for none; nil leaves it those it has.
  ///
  /// Each is a chord of key names, a space between them. What may not be taken away is among them.
  public func keys(for command: String) -> [String]? { keys[command]?.value }

  /// The settings of both, those of `upper` where both have one; keys command by command, and all hooks.
  func under(_ upper: Configuration) -> Configuration {
    var both = Configuration()
    both.theme = upper.theme ?? theme
    both.start = upper.start ?? start
    both.mouse = upper.mouse ?? mouse
    both.ascii = upper.ascii ?? ascii
    both.editor = upper.editor ?? editor
    both.store = upper.store ?? store
    both.keys = keys.merging(upper.keys) { $1 }
    both.hooks = hooks + upper.hooks
    return both
  }
}

/// A value, and the line that sets it.
public struct Setting<Value: Hashable & Sendable>: Hashable, Sendable {
  public var value: Value
  public var place: ConfigurationPlace

  public init(_ value: Value, at place: ConfigurationPlace) {
    self.value = value
    self.place = place
  }
}
