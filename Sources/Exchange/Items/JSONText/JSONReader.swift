/// Reads JSON texts one after the other (RFC 8259): one value, or values one a line, as several programs write them.
///
/// It holds one chunk and one value, whatever the file's size. An error names its line and column.
struct JSONReader {
  /// How deep a value may be nested.
  static let deepest = 100

  private let source: ByteSource
  /// What was read and not yet let go; the lines and, of the last of them, the characters before it.
  private var bytes: [UInt8] = []
  private var linesBefore = 0
  private var charactersBefore = 0
  private var position = 0
  /// Up to here they are known to be UTF-8.
  private var checked = 0
  private var isSourceDone = false
  /// The line at `counted`.
  private var line = 1
  private var counted = 0

  /// - Throws: `ImportError` for bytes that are not UTF-8 at its beginning; the other places are found as they are read.
  init(_ source: @escaping ByteSource) throws {
    self.source = source
    if try has(2), Set(bytes.prefix(2)) == [0xFE, 0xFF] { throw ImportError(.utf16, line: 1) }
    if try has(3), bytes.prefix(3) == [0xEF, 0xBB, 0xBF] { position = 3 }
  }

  /// The one value that the text is.
  ///
  /// - Throws: `ImportError`, also where anything but white space stands behind it.
  mutating func onlyValue() throws -> JSONNode {
    guard try next() != nil else { throw ImportError(.empty, line: 1) }
    let node = try value(depth: 0)
    guard try next() == nil else { throw problem("something stands behind the end of the value") }
    return node
  }

  /// Takes an element of an object's member: the object so far, the line that it begins on, the element, its line.
  typealias TakeElement = (_ object: JSONNode, _ line: Int, _ element: JSONNode, _ elementLine: Int) throws -> Void

  /// Calls with each object of the text: those of an array, or those that stand one after the other.
  ///
  /// The line is that on which the object begins.
  /// - Parameters:
  ///   - isStreamed: Whether the elements of an object's member, an array, are handed over as they are read, as enough of the
  ///     object is known by then. The object has no such member when it is handed over itself.
  mutating func forEachElement(
    isStreamed: (_ member: String, _ object: [JSONNode.Member]) -> Bool = { _, _ in false },
    takeStreamed: TakeElement = { _, _, _, _ in }, _ take: (JSONNode, _ line: Int) throws -> Void
  ) throws {
    var isFirst = true
    while true {
      guard let byte = try next() else {
        if isFirst { throw ImportError(.empty, line: 1) }
        return
      }
      isFirst = false
      guard byte == UInt8(ascii: "[") else {
        let start = lineHere()
        let node =
          try byte == UInt8(ascii: "{")
          ? object(depth: 0, isStreamed: isStreamed, takeStreamed: takeStreamed) : value(depth: 0)
        try take(node, start)
        // Taskwarrior before 2.6 put a comma behind each object's line.
        if try next() == Byte.comma { position += 1 }
        continue
      }
      position += 1
      try forEachOfArray { reader, line in try take(try reader.value(depth: 1), line) }
    }
  }

  /// The elements of an array whose bracket was read.
  private mutating func forEachOfArray(_ read: (inout JSONReader, _ line: Int) throws -> Void) throws {
    if try next() == UInt8(ascii: "]") {
      position += 1
      return
    }
    while true {
      _ = try next()
      letGo()
      try read(&self, lineHere())
      guard try next() == Byte.comma else { break }
      position += 1
    }
    try expect("]", "a comma or a ] after an array's element")
  }

  private mutating func value(depth: Int) throws -> JSONNode {
    guard depth < Self.deepest else { throw problem("nested more than \(Self.deepest) deep") }
    switch try next() {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["):
      position += 1
      var elements: [JSONNode] = []
      if try next() == UInt8(ascii: "]") {
        position += 1
        return .array([])
      }
      while true {
        elements.append(try value(depth: depth + 1))
        guard try next() == Byte.comma else { break }
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
      try refuseConflictMarker()
      throw problem("no JSON value begins with this character")
    }
  }

  private mutating func object(
    depth: Int, isStreamed: (String, [JSONNode.Member]) -> Bool = { _, _ in false },
    takeStreamed: TakeElement = { _, _, _, _ in }
  ) throws -> JSONNode {
    let start = depth == 0 ? lineHere() : 0
    position += 1
    var members: [JSONNode.Member] = []
    if try next() == UInt8(ascii: "}") {
      position += 1
      return .object([])
    }
    while true {
      _ = try next()
      try refuseConflictMarker()
      guard try peek() == Byte.quote else { throw try missing("the name of a member in quotes") }
      let name = try string()
      _ = try next()
      try expect(":", "a colon after a member's name")
      if isStreamed(name, members), try next() == UInt8(ascii: "[") {
        position += 1
        let head = JSONNode.object(members)
        try forEachOfArray { reader, line in try takeStreamed(head, start, try reader.value(depth: depth + 2), line) }
      } else {
        members.append(JSONNode.Member(name: name, value: try value(depth: depth + 1)))
      }
      guard try next() == Byte.comma else { break }
      position += 1
    }
    try expect("}", "a comma or a } after an object's member")
    return .object(members)
  }

  private mutating func refuseConflictMarker() throws {
    for marker in ["<<<<<<<", "=======", ">>>>>>>"] where try stands(marker) {
      throw error(.conflictMarker(marker), at: position)
    }
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
      switch try peek() {
      case Byte.quote:
        position += 1
        return String(decoding: text, as: UTF8.self)
      case 0x5C: try escape(into: &text)
      case nil: throw error(.json("the text that begins here never ends: the file was cut short"), at: open)
      // Read on behind the end of a chunk.
      case let byte? where byte >= 0x20: continue
      default: throw problem("a line break or control character in a text")
      }
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws {
    position += 1
    guard let byte = try peek() else { throw problem("the file ends in the middle of a text: it was cut short") }
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
      if (0xD800..<0xDC00).contains(code), try stands("\\u") {
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
    guard try has(4) else { throw problem("the file ends in the middle of a text: it was cut short") }
    let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
    guard digits.utf8.allSatisfy({ $0 != 0x2B && $0 != 0x2D }), let code = UInt32(digits, radix: 16) else {
      throw problem("four hexadecimal digits are missing")
    }
    position += 4
    return code
  }

  private mutating func number() throws -> JSONNode {
    let start = position
    while let byte = try peek(), "0123456789+-.eE".utf8.contains(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard Double(text) != nil else { throw error(.json("not a number"), at: start) }
    return .number(text)
  }

  private mutating func word(_ word: String, _ node: JSONNode) throws -> JSONNode {
    guard try stands(word) else { throw try missing(word) }
    position += word.utf8.count
    return node
  }

  private mutating func expect(_ character: Unicode.Scalar, _ what: String) throws {
    guard try peek() == UInt8(ascii: character) else { throw try missing(what) }
    position += 1
  }

  private mutating func peek() throws -> UInt8? { try has(1) ? bytes[position] : nil }

  /// The next byte that is no white space, which is stepped over; nil at the end.
  private mutating func next() throws -> UInt8? {
    while let byte = try peek() {
      guard [0x20, 0x0A, 0x0D, 0x09].contains(byte) else { return byte }
      position += 1
    }
    return nil
  }

  private mutating func stands(_ text: String) throws -> Bool {
    try has(text.utf8.count) && bytes[position...].starts(with: text.utf8)
  }

  /// Whether there are that many bytes from the position on; reads on to find out.
  private mutating func has(_ count: Int) throws -> Bool {
    while bytes.count - position < count {
      guard !isSourceDone else { return false }
      guard let more = try source() else {
        isSourceDone = true
        try check()
        return false
      }
      bytes += more
      try check()
    }
    return true
  }

  /// A character may be cut in two where a chunk ends.
  private mutating func check() throws {
    if let bad = UTF8Check.firstInvalid(in: bytes[checked...]) {
      guard !isSourceDone, bytes.count - bad < 4 else { throw error(.notUTF8(bytes[bad]), at: bad) }
      checked = bad
    } else {
      checked = bytes.count
    }
  }

  /// Lets go of what is behind the position, once it is worth the while.
  private mutating func letGo() {
    guard position > 1 << 16 else { return }
    _ = lineHere()
    let before = bytes[..<position]
    let start = before.lastIndex(of: Byte.lf).map { $0 + 1 }
    if start != nil { charactersBefore = 0 }
    charactersBefore += before[(start ?? 0)...].count { $0 & 0xC0 != 0x80 }
    linesBefore = line - 1
    bytes.removeFirst(position)
    checked -= position
    position = 0
    counted = 0
  }

  private mutating func lineHere() -> Int {
    for byte in bytes[counted..<position] where byte == Byte.lf { line += 1 }
    counted = position
    return line
  }

  private mutating func missing(_ what: String) throws -> ImportError {
    problem(
      try has(1) ? "\(what) is missing here" : "the file ends where \(what) should be: it was cut short")
  }

  private func problem(_ text: String) -> ImportError { error(.json(text), at: position) }

  private func error(_ reason: ImportError.Reason, at index: Int) -> ImportError {
    let before = bytes[..<index]
    let start = before.lastIndex(of: Byte.lf).map { $0 + 1 }
    return ImportError(
      reason, line: linesBefore + before.count { $0 == Byte.lf } + 1,
      column: (start == nil ? charactersBefore : 0) + before[(start ?? 0)...].count { $0 & 0xC0 != 0x80 } + 1)
  }
}
