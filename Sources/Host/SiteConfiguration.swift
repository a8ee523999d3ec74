import Yams

/// What an administrator has set for everybody on this machine, in `/etc/prodpair/config.yaml`.
public struct SiteConfiguration: Hashable, Sendable {
  /// The team's store, as an absolute path.
  public var store: String?

  public static let path = "/etc/prodpair/config.yaml"

  public init(store: String? = nil) { self.store = store }

  /// Reads the file; an absent one sets nothing, and an unreadable one is an error and not a default.
  public static func read(from path: String = path) throws(SiteConfigurationError) -> SiteConfiguration {
    let bytes: [UInt8]
    do {
      bytes = try FileAccess.read(path, limit: 1 << 20)
    } catch .missing {
      return SiteConfiguration()
    } catch {
      throw .unreadable(error)
    }
    return try SiteConfiguration(yaml: String(decoding: bytes, as: UTF8.self), path: path)
  }

  init(yaml: String, path: String) throws(SiteConfigurationError) {
    let node: Node?
    do {
      node = try Yams.compose(yaml: yaml)
    } catch {
      throw .broken(path: path, detail: "\(error)")
    }
    guard let node else {
      self.init()
      return
    }
    guard let mapping = node.mapping else { throw .broken(path: path, detail: "not a list of `key: value` lines") }
    for (key, value) in mapping where key.string == "store" {
      guard let text = value.string, text.hasPrefix("/") else {
        throw .broken(path: path, detail: "line \(value.mark?.line ?? 1): store: has to be an absolute path")
      }
      self.init(store: text)
      return
    }
    self.init()
  }
}

/// The administrator's configuration could not be used. No store was opened.
public enum SiteConfigurationError: Error, Sendable, CustomStringConvertible {
  case unreadable(FileError)
  case broken(path: String, detail: String)

  public var description: String {
    switch self {
    case .unreadable(let error): "\(error)"
    case .broken(let path, let detail): "\(path): \(detail)"
    }
  }
}
