import Foundation

/// One of the files that say how prodpair looks and which keys it has.
public struct ConfigurationFile: Hashable, Sendable {
  /// Whose file it is, and so what it may set and which file's values win.
  public enum Layer: Hashable, Sendable {
    /// The administrator's, for everybody on this machine.
    case site
    /// The user's own, whose values win.
    case own
  }

  public var path: String
  public var layer: Layer

  /// Far more than anybody writes, and little enough to read whole.
  static let sizeLimit = 1 << 20

  public init(path: String, layer: Layer) {
    self.path = path
    self.layer = layer
  }

  /// The administrator's; also where a team's store is named.
  public static let site = ConfigurationFile(path: "/etc/prodpair/config.yaml", layer: .site)

  /// `$XDG_CONFIG_HOME/prodpair/config.yaml`; a relative XDG_CONFIG_HOME is ignored, as its specification says.
  public static func own(_ environment: [String: String]) -> ConfigurationFile {
    let given = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let folder = given ?? (home ?? Account.homeDirectory) + "/.config"
    return ConfigurationFile(path: folder + "/prodpair/config.yaml", layer: .own)
  }

  /// All that are looked for, the one whose values win last.
  public static func all(_ environment: [String: String]) -> [ConfigurationFile] { [site, own(environment)] }

  /// What messages call it.
  public var name: String { path == "-" ? "standard input" : path }
}

/// A line of a configuration.
public struct ConfigurationPlace: Hashable, Sendable {
  public var file: ConfigurationFile
  /// From 1.
  public var line: Int
  /// From 1, in Unicode scalars.
  public var column: Int

  public init(file: ConfigurationFile, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}
