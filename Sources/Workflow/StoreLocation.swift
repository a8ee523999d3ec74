import Host

/// Where the store is, and who said so (contract.md, section 3).
public struct StoreLocation: Hashable, Sendable {
  public enum Origin: Hashable, Sendable { case option, environment, site, personal }

  public var path: String
  public var origin: Origin

  public init(path: String, origin: Origin) {
    self.path = path
    self.origin = origin
  }

  /// `--store`, else `$PRODPAIR_STORE`, else the administrator's, else the user's own.
  ///
  /// - Throws: a ``ConfigurationProblem`` that keeps the administrator's from being known.
  public static func resolve(option: String?, environment: [String: String]) throws -> StoreLocation {
    if let option { return StoreLocation(path: option, origin: .option) }
    if let path = environment["PRODPAIR_STORE"], !path.isEmpty {
      return StoreLocation(path: path, origin: .environment)
    }
    if let path = try SiteStore.path() { return StoreLocation(path: path, origin: .site) }
    return StoreLocation(path: personalPath(environment), origin: .personal)
  }

  /// `$XDG_DATA_HOME/prodpair/prodpair.sqlite`; a relative XDG_DATA_HOME is ignored, as its specification says.
  private static func personalPath(_ environment: [String: String]) -> String {
    let given = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? Account.homeDirectory
    let data = given ?? home + "/.local/share"
    return data + "/prodpair/prodpair.sqlite"
  }
}
