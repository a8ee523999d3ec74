/// The bytes that CSV and JSON are made of.
enum Byte {
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let lf = UInt8(ascii: "\n")
  static let cr = UInt8(ascii: "\r")
  static let apostrophe = UInt8(ascii: "'")

  /// Whether an unquoted field ends at the byte, or may not have it. The order is for speed: most text is above a comma.
  @inline(__always) static func endsPlain(_ byte: UInt8) -> Bool {
    byte <= comma && (byte == comma || byte == lf || byte == cr || byte == quote || byte == 0)
  }

  @inline(__always) static func endsQuoted(_ byte: UInt8) -> Bool {
    byte <= quote && (byte == quote || byte == lf || byte == cr || byte == 0)
  }
}

enum UTF8Check {
  /// Where the first byte stands that is not UTF-8; nil where all is.
  static func firstInvalid(in bytes: ArraySlice<UInt8>) -> Int? {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var index = bytes.startIndex
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): index += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return index
      }
    }
  }
}
