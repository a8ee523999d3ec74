/// Reads the canonical form back: flat objects of integers, text, null and blobs, and nothing else.
package struct CanonicalJSONReader {
  private let bytes: [UInt8]
  private var index = 0

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// An image as a row; nil when the text isn't one.
  package static func image(_ text: String, source: String) -> Row? {
    var reader = Self(text)
    guard let fields = reader.object(), reader.index == reader.bytes.count else { return nil }
    return Row(columns: fields.map(\.0), values: fields.map(\.1), source: source)
  }

  /// Texts by their names, as the claims of an entry; nil when the text holds anything but text, or a name twice.
  package static func pairs(_ text: String) -> [String: String]? {
    if text == "{}" { return [:] }
    guard let row = image(text, source: "pairs") else { return nil }
    var pairs: [String: String] = [:]
    for (column, value) in zip(row.columns, row.values) {
      guard case .text(let text) = value, pairs.updateValue(text, forKey: column) == nil else { return nil }
    }
    return pairs
  }

  private mutating func object() -> [(String, Value)]? {
    guard take(0x7B) else { return nil }
    var fields: [(String, Value)] = []
    if take(0x7D) { return fields }
    repeat {
      guard let name = string(), take(0x3A), let value = value() else { return nil }
      fields.append((name, value))
    } while take(0x2C)
    return take(0x7D) ? fields : nil
  }

  private mutating func value() -> Value? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case 0x22: return string().map { .text($0) }
    case 0x6E: return take("null") ? .null : nil
    case 0x7B:
      guard take(#"{"hex":"#), let text = string(), take(0x7D) else { return nil }
      return CanonicalJSON.bytes(hex: text).map { .blob($0) }
    default: return number()
    }
  }

  private mutating func number() -> Value? {
    let start = index
    while index < bytes.count, bytes[index] == 0x2D || (0x30...0x39).contains(bytes[index]) { index += 1 }
    return Int64(String(decoding: bytes[start..<index], as: UTF8.self)).map { .integer($0) }
  }

  private mutating func string() -> String? {
    guard take(0x22) else { return nil }
    var text: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case 0x22: return String(validating: text, as: UTF8.self)
      case ..<0x20: return nil
      case 0x5C:
        guard let escaped = escape() else { return nil }
        text.append(escaped)
      default: text.append(byte)
      }
    }
    return nil
  }

  /// What stands after a backslash.
  private mutating func escape() -> UInt8? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    index += 1
    if byte == 0x22 || byte == 0x5C { return byte }
    // Control characters, and nothing else, are written by their code.
    guard byte == 0x75, index + 4 <= bytes.count, bytes[index] == 0x30, bytes[index + 1] == 0x30,
      bytes[index + 2] == 0x30 || bytes[index + 2] == 0x31
    else { return nil }
    let code = UInt8(String(decoding: bytes[index + 2..<index + 4], as: UTF8.self), radix: 16)
    index += 4
    return code
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func take(_ text: StaticString) -> Bool {
    let wanted = Array(text.description.utf8)
    guard bytes[index...].starts(with: wanted) else { return false }
    index += wanted.count
    return true
  }
}
