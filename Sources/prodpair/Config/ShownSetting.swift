import Exchange
import Host
import Workflow

/// A setting as `config show` tells it.
struct ShownSetting {
  enum Origin {
    case builtIn
    /// A variable of the environment.
    case environment(String)
    case place(ConfigurationPlace)
    /// `--store`.
    case option
    case site
    case personal
  }

  var name: String
  /// `null` where nothing is set and the program chooses as it goes.
  var value: JSON
  /// The value for people, or how the program chooses.
  var text: String
  var origin: Origin

  static func all(
    _ configuration: Configuration, store: StoreLocation?, _ environment: [String: String]
  ) -> [ShownSetting] {
    [
      text("theme", configuration.theme, or: .string("default"), "default"),
      text("start", configuration.start, or: nil, "as the program chooses"),
      flag("mouse", configuration.mouse, or: true, "true"),
      flag("ascii", configuration.ascii, or: nil, "as the locale says"),
      editor(configuration.editor, environment),
      ShownSetting(
        name: "store", value: JSON(store?.path), text: store?.path ?? "not known",
        origin: store.map { origin(of: $0, configuration) } ?? .site),
    ]
  }

  private static func text(_ name: String, _ set: Setting<String>?, or value: JSON, _ words: String) -> ShownSetting {
    ShownSetting(
      name: name, value: set.map { .string($0.value) } ?? value, text: set?.value ?? words,
      origin: set.map { .place($0.place) } ?? .builtIn)
  }

  private static func flag(_ name: String, _ set: Setting<Bool>?, or value: Bool?, _ words: String) -> ShownSetting {
    ShownSetting(
      name: name, value: JSON(set?.value ?? value), text: set.map { "\($0.value)" } ?? words,
      origin: set.map { .place($0.place) } ?? .builtIn)
  }

  private static func editor(_ set: Setting<String>?, _ environment: [String: String]) -> ShownSetting {
    let variable = ["VISUAL", "EDITOR"].first { environment[$0]?.isEmpty == false }
    guard set == nil, let variable, let command = environment[variable] else {
      return text("editor", set, or: nil, "none")
    }
    return ShownSetting(name: "editor", value: .string(command), text: command, origin: .environment(variable))
  }

  private static func origin(of store: StoreLocation, _ configuration: Configuration) -> Origin {
    switch store.origin {
    case .option: .option
    case .environment: .environment("PRODPAIR_STORE")
    case .site: configuration.store.map { .place($0.place) } ?? .site
    case .personal: .personal
    }
  }
}
