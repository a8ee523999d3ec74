/// Reads JSON texts one after the other (RFC 8259): one value, or values one a line, as several programs write them.
///
/// The bytes stay in memory, values are made one at a time. An error names its line and column.
struct JSONReader {
  /// How deep a value may be nested.
  static let deepest = 100

  private let bytes: [UInt8]
  private(set) var position = 0

  /// - Throws: `ImportError` for bytes that are not UTF-8 or that have a NUL.
  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    if Set(bytes.prefix(2)) == [0xFE, 0xFF] { throw ImportError(.utf16, line: 1) }
    if let bad = UTF8Check.firstInvalid(in: bytes[...]) { throw error(.notUTF8(bytes[bad]), at: bad) }
    if bytes.prefix(3) == [0xEF, 0xBB, 0xBF] { position = 3 }
  }

  /// Calls with each object of the text: those of an array, or those that stand one after the other.
  ///
  /// The line is that on which the object begins.
  mutating func forEachElement(_ take: (JSONNode, _ line: Int) throws -> Void) throws {
    var line = 1
    var counted = 0
    func lineAt(_ index: Int) -> Int {
      for byte in bytes[counted..<index] where byte == Byte.lf { line += 1 }
      counted = index
      return line
    }
    var isFirst = true
    while true {
      skipSpace()
      guard position < bytes.count else {
        if isFirst { throw ImportError(.empty, line: 1) }
        return
      }
      isFirst = false
      guard bytes[position] == UInt8(ascii: "[") else {
        let start = lineAt(position)
        try take(try value(depth: 0), start)
        skipSpace()
        // Taskwarrior before 2.6 put a comma behind each object's line.
        if position < bytes.count, bytes[position] == Byte.comma { position += 1 }
        continue
      }
      position += 1
      skipSpace()
      if peek() == UInt8(ascii: "]") {
        position += 1
        continue
      }
      while true {
        skipSpace()
        let start = lineAt(min(position, bytes.count))
        try take(try value(depth: 1), start)
        skipSpace()
        if peek() == Byte.comma {
          position += 1
          continue
        }
        try expect("]", "a comma or a ] after an array's element")
        break
      }
    }
  }

  private mutating func value(depth: Int) throws -> JSONNode {
    guard depth < Self.deepest else { throw problem("nested more than \(Self.deepest) deep") }
    skipSpace()
    switch peek() {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["):
      position += 1
      skipSpace()
      var elements: [JSONNode] = []
      if peek() == UInt8(ascii: "]") {
        position += 1
        return .array([])
      }
      while true {
        elements.append(try value(depth: depth + 1))
        skipSpace()
        guard peek() == Byte.comma else { break }
        position += 1
      }
      try expect("]", "a comma or a ] after an array's element")
      return .array(elements)
    case Byte.quote: return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case let byte? where byte == 0x2D || (0x30...0x39).contains(byte): return try number()
    case nil: throw problem("the file ends in the middle of a value: it was cut short")
    default:
      for marker in ["<<<<<<<", "=======", ">>>>>>>"] where bytes[position...].starts(with: marker.utf8) {
        throw error(.conflictMarker(marker), at: position)
      }
      throw problem("no JSON value begins with this character")
    }
  }

  private mutating func object(depth: Int) throws -> JSONNode {
    position += 1
    var members: [JSONNode.Member] = []
    skipSpace()
    if peek() == UInt8(ascii: "}") {
      position += 1
      return .object([])
    }
    while true {
      skipSpace()
      for marker in ["<<<<<<<", "=======", ">>>>>>>"] where bytes[position...].starts(with: marker.utf8) {
        throw error(.conflictMarker(marker), at: position)
      }
      guard peek() == Byte.quote else { throw missing("the name of a member in quotes") }
      let name = try string()
      skipSpace()
      try expect(":", "a colon after a member's name")
      members.append(JSONNode.Member(name: name, value: try value(depth: depth + 1)))
      skipSpace()
      guard peek() == Byte.comma else { break }
      position += 1
    }
    try expect("}", "a comma or a } after an object's member")
    return .object(members)
  }

  private mutating func string() throws -> String {
    let open = position
    position += 1
    var text: [UInt8] = []
    while true {
      let start = position
      while position < bytes.count, bytes[position] != Byte.quote, bytes[position] != 0x5C, bytes[position] >= 0x20 {
        position += 1
      }
      text += bytes[start..<position]
      switch peek() {
      case Byte.quote:
        position += 1
        return String(decoding: text, as: UTF8.self)
      case 0x5C: try escape(into: &text)
      case nil: throw error(.json("the text that begins here never ends: the file was cut short"), at: open)
      default: throw problem("a line break or control character in a text")
      }
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws {
    position += 1
    guard let byte = peek() else { throw problem("the file ends in the middle of a text: it was cut short") }
    position += 1
    switch byte {
    case Byte.quote, 0x5C, UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if (0xD800..<0xDC00).contains(code), bytes[position...].starts(with: "\\u".utf8) {
        let before = position
        position += 2
        let low = try hexadecimal()
        if (0xDC00..<0xE000).contains(low) {
          code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        } else {
          position = before
        }
      }
      // Half of a pair is no character; a NUL is none that a text has here.
      let scalar = code == 0 ? "\u{FFFD}" : Unicode.Scalar(code) ?? "\u{FFFD}"
      text += String(Character(scalar)).utf8
    default:
      position -= 1
      throw problem("no such escape in a text")
    }
  }

  private mutating func hexadecimal() throws -> UInt32 {
    guard position + 4 <= bytes.count else { throw problem("the file ends in the middle of a text: it was cut short") }
    let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
    guard digits.utf8.allSatisfy({ $0 != 0x2B && $0 != 0x2D }), let code = UInt32(digits, radix: 16) else {
      throw problem("four hexadecimal digits are missing")
    }
    position += 4
    return code
  }

  private mutating func number() throws -> JSONNode {
    let start = position
    while let byte = peek(), "0123456789+-.eE".utf8.contains(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard Double(text) != nil else { throw error(.json("not a number"), at: start) }
    return .number(text)
  }

  private mutating func word(_ word: String, _ node: JSONNode) throws -> JSONNode {
    guard bytes[position...].starts(with: word.utf8) else { throw missing(word) }
    position += word.utf8.count
    return node
  }

  private mutating func expect(_ character: Unicode.Scalar, _ what: String) throws {
    guard peek() == UInt8(ascii: character) else { throw missing(what) }
    position += 1
  }

  private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
  }

  private func missing(_ what: String) -> ImportError {
    problem(
      position < bytes.count ? "\(what) is missing here" : "the file ends where \(what) should be: it was cut short")
  }

  private func problem(_ text: String) -> ImportError { error(.json(text), at: position) }

  private func error(_ reason: ImportError.Reason, at index: Int) -> ImportError {
    let before = bytes[..<index]
    let start = before.lastIndex(of: Byte.lf).map { $0 + 1 } ?? 0
    return ImportError(
      reason, line: before.count { $0 == Byte.lf } + 1,
      column: before[start...].count { $0 & 0xC0 != 0x80 } + 1)
  }
}
