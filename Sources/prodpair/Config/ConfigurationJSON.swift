import Exchange
import Host

/// The configuration as `config --json` gives it.
enum ConfigurationJSON {
  static func json(_ problem: ConfigurationProblem) -> JSON {
    [
      "file": .string(problem.file.path), "line": JSON(problem.line), "column": JSON(problem.column),
      "message": .string(problem.message), "nearest": JSON(problem.nearest),
    ]
  }

  /// The line that a value comes from; nil for a built-in one.
  static func origin(_ place: ConfigurationPlace?) -> [String: JSON] {
    let layer = place.map { $0.file.layer == .site ? "site" : "own" }
    return ["from": .string(layer ?? "built-in"), "file": JSON(place?.file.path), "line": JSON(place?.line)]
  }
}

extension ShownSetting {
  var json: JSON { .object(origin.json.merging(["value": value]) { $1 }) }
}

extension ShownSetting.Origin {
  fileprivate var json: [String: JSON] {
    switch self {
    case .builtIn: ConfigurationJSON.origin(nil)
    case .place(let place): ConfigurationJSON.origin(place)
    case .environment: Self.json("environment")
    case .option: Self.json("option")
    case .site: Self.json("site")
    case .personal: Self.json("personal")
    }
  }

  private static func json(_ from: String) -> [String: JSON] { ["from": .string(from), "file": nil, "line": nil] }

  /// The same for people.
  var words: String {
    switch self {
    case .builtIn: "built in"
    case .place(let place): ConfigurationText.place(place)
    case .environment(let variable): "$\(variable)"
    case .option: "--store"
    case .site: ConfigurationFile.site.path
    case .personal: "your own place"
    }
  }
}

enum ConfigurationText {
  static func place(_ place: ConfigurationPlace) -> String { "\(place.file.name), line \(place.line)" }

  static func keys(_ keys: [String]) -> String { keys.isEmpty ? "none" : keys.joined(separator: "  ") }
}
