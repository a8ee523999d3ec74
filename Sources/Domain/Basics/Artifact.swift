/// The one immutable thing that is deployed, as in `cf-release@v205`.
public struct Artifact: Hashable, Sendable, CustomStringConvertible {
  public var name: String
  public var version: String
  /// A content digest such as `sha256:…`, lower-case; nil when none was given.
  public var digest: String?

  public init(name: String, version: String, digest: String? = nil) {
    self.name = name
    self.version = version
    self.digest = digest?.lowercased()
  }

  /// Reads `name@version`, cut at the last `@`; nil when either part is missing or has white space or controls in it.
  public init?(_ text: String, digest: String? = nil) {
    guard let at = text.lastIndex(of: "@") else { return nil }
    let name = text[..<at]
    let version = text[text.index(after: at)...]
    let isPlain = text.unicodeScalars.allSatisfy {
      !$0.properties.isWhitespace && $0.properties.generalCategory != .control
    }
    guard !name.isEmpty, !version.isEmpty, isPlain else { return nil }
    self.init(name: String(name), version: String(version), digest: digest)
  }

  public var description: String { "\(name)@\(version)" }

  /// Whether a digest has the form `algorithm:hexadecimal`, as OCI writes it.
  public static func isDigest(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].count >= 32
      && parts[1].allSatisfy { $0.isASCII && $0.isHexDigit }
  }
}
