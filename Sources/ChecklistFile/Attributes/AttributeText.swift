/// One attribute as it stands in a comment: `expect: 10m`, or `killer` without a value.
public struct AttributeEntry: Hashable, Sendable {
  public var key: String
  /// Without its quotes and escapes; nil for a key that stands alone.
  public var value: String?
  /// Where it was written, in bytes of the text that was read.
  public var range: Range<Int>

  public init(key: String, value: String? = nil, range: Range<Int> = 0..<0) {
    self.key = key
    self.value = value
    self.range = range
  }

  public var known: AttributeKey? { AttributeKey(rawValue: key) }

  /// The normal form, as in `value: "updated; failed"`.
  public var text: String { value.map { "\(key): \(AttributeText.written($0))" } ?? key }
}

/// The grammar of attribute comments (contract.md, section 2, "Attributes").
///
///     id: deploy; expect: 1h; killer; value: "updated; failed"
///
/// `key` or `key: value`, separated by `;`. A value with `;` or `"` in it is double-quoted, with `\"` inside; `--`,
/// which would end the HTML comment, is written `-\-`. In quotes `\\` is a backslash, so that a value may end with one.
public enum AttributeText {
  /// Reads what stands between `<!--` and `-->`; nil when that is prose and no attributes.
  ///
  /// It is prose when some part is no `key` or `key: value` and no part has a key that we know.
  public static func parse(_ text: String) throws(AttributeProblem) -> [AttributeEntry]? {
    let bytes = Array(text.utf8)
    return try parse(bytes, in: 0..<bytes.count)
  }

  static func parse(_ bytes: [UInt8], in range: Range<Int>) throws(AttributeProblem) -> [AttributeEntry]? {
    var reader = AttributeReader(bytes: bytes, position: range.lowerBound, end: range.upperBound)
    reader.readAll()
    if let problem = reader.problem {
      if reader.sawKnownKey { throw problem }
      return nil
    }
    return reader.entries.isEmpty ? nil : reader.entries
  }

  /// The value as it is written in a comment: quoted where it must be, `--` broken up.
  public static func written(_ value: String) -> String {
    let bytes = Array(value.utf8)
    let isQuoted =
      bytes.isEmpty || bytes.contains { $0 == UInt8(ascii: ";") || $0 == quote }
      || bytes[0].isSpacing || bytes[bytes.count - 1].isSpacing || hasBrokenDashes(bytes)
    var result: [UInt8] = isQuoted ? [quote] : []
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : nil
      if byte == dash, index > 0, bytes[index - 1] == dash { result.append(backslash) }
      if isQuoted, byte == quote { result.append(backslash) }
      if isQuoted, byte == backslash, next == nil || next == quote || next == backslash || next == dash {
        result.append(backslash)
      }
      result.append(byte)
    }
    if isQuoted { result.append(quote) }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether the value itself has what `--` is written as. By bytes: a hyphen is one also where an accent stands on it.
  private static func hasBrokenDashes(_ bytes: [UInt8]) -> Bool {
    bytes.indices.dropFirst(2).contains { bytes[$0 - 2] == dash && bytes[$0 - 1] == backslash && bytes[$0] == dash }
  }

  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")
  static let dash = UInt8(ascii: "-")
}

/// Walks over a comment's text once.
private struct AttributeReader {
  let bytes: [UInt8]
  var position: Int
  let end: Int
  var entries: [AttributeEntry] = []
  var problem: AttributeProblem?
  var sawKnownKey = false

  init(bytes: [UInt8], position: Int, end: Int) {
    self.bytes = bytes
    self.position = position
    self.end = end
  }

  private var current: UInt8? { position < end ? bytes[position] : nil }

  mutating func readAll() {
    while true {
      skipSpacing()
      guard let byte = current else { return }
      if byte == UInt8(ascii: ";") { position += 1 } else { readPart() }
    }
  }

  private mutating func readPart() {
    let start = position
    let key = readKey()
    skipSpacing()
    let isKnown = AttributeKey(rawValue: key) != nil
    if !key.isEmpty, current == nil || current == UInt8(ascii: ";") {
      sawKnownKey = sawKnownKey || isKnown
      entries.append(AttributeEntry(key: key, range: (start..<position).trimmed(in: bytes)))
      return
    }
    guard !key.isEmpty, current == UInt8(ascii: ":"), isKnown || position + 1 == end || bytes[position + 1].isSpacing
    else {
      skipToSeparator()
      let range = (start..<position).trimmed(in: bytes)
      return note(.notAKey(String(decoding: bytes[range], as: UTF8.self)))
    }
    sawKnownKey = sawKnownKey || isKnown
    position += 1
    skipSpacing()
    let value = current == AttributeText.quote ? readQuoted(key: key) : readBare(key: key)
    let range = (start..<position).trimmed(in: bytes)
    if let value { entries.append(AttributeEntry(key: key, value: value, range: range)) }
  }

  private mutating func readKey() -> String {
    let start = position
    while let byte = current,
      byte.isLetter || position > start && (byte.isDigit || byte == AttributeText.dash || byte == UInt8(ascii: "_"))
    { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func readBare(key: String) -> String? {
    let start = position
    skipToSeparator()
    let raw = bytes[(start..<position).trimmed(in: bytes)]
    if raw.contains(AttributeText.quote) {
      note(.quoteInBareValue(key: key))
      return nil
    }
    return Self.unescaped(raw, inQuotes: false)
  }

  private mutating func readQuoted(key: String) -> String? {
    position += 1
    let start = position
    while let byte = current, byte != AttributeText.quote {
      position += byte == AttributeText.backslash && position + 1 < end ? 2 : 1
    }
    guard current == AttributeText.quote else {
      note(.quoteNotClosed(key: key))
      return nil
    }
    let value = Self.unescaped(bytes[start..<position], inQuotes: true)
    position += 1
    skipSpacing()
    guard current == nil || current == UInt8(ascii: ";") else {
      skipToSeparator()
      note(.textAfterQuote(key: key))
      return nil
    }
    return value
  }

  /// A line end inside a value is one space.
  private static func unescaped(_ raw: ArraySlice<UInt8>, inQuotes: Bool) -> String {
    var result: [UInt8] = []
    var index = raw.startIndex
    while index < raw.endIndex {
      let byte = raw[index]
      let next = index + 1 < raw.endIndex ? raw[index + 1] : nil
      if byte == AttributeText.backslash, let next,
        (next == AttributeText.dash && result.last == AttributeText.dash)
          || (inQuotes && (next == AttributeText.quote || next == AttributeText.backslash))
      {
        result.append(next)
        index += 2
      } else if byte == .newline || byte == .carriageReturn {
        while index < raw.endIndex, raw[index].isSpacing { index += 1 }
        while let last = result.last, last.isBlank { result.removeLast() }
        result.append(.space)
      } else {
        result.append(byte)
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func skipSpacing() {
    while let byte = current, byte.isSpacing { position += 1 }
  }

  private mutating func skipToSeparator() {
    while let byte = current, byte != UInt8(ascii: ";") { position += 1 }
  }

  private mutating func note(_ found: AttributeProblem) {
    if problem == nil { problem = found }
  }
}
