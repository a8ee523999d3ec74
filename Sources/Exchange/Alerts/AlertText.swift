import Crypto
import Domain

/// The texts of alerts, cut to what is kept of them.
enum AlertText {
  /// Without the white space around it; nil where nothing is left.
  static func filled(_ text: String) -> String? {
    let text = text.trimmed
    return text.isEmpty ? nil : text
  }

  /// In one line.
  static func title(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return cut(line, to: Alert.titleLimit)
  }

  static func text(_ text: String) -> String { cut(text.withPlainLineBreaks, to: Alert.textLimit) }

  /// A key that is too long is known by its hash.
  static func key(_ text: String) -> String {
    text.utf8.count > Alert.keyLimit ? hash(text) : text
  }

  static func hash(_ text: String) -> String {
    "sha256:" + hex(SHA256.hash(data: Array(text.utf8)))
  }

  static func cut(_ text: String, to limit: Int) -> String {
    guard text.utf8.count > limit, text.count > limit else { return text }
    return text.prefix(limit - 1) + "…"
  }

  private static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef")
    return bytes.reduce(into: "") { text, byte in
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
  }
}
