/// Tells where bytes stop being text.
enum UTF8Text {
  /// The bytes before the first that is no UTF-8; all of them where there is none.
  static func soundPrefix(of bytes: [UInt8]) -> ArraySlice<UInt8> {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var length = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { length += UTF8.width(scalar) }
    return bytes[..<length]
  }
}
