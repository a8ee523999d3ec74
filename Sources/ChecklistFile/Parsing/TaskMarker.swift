/// Finds a task item's marker and box in its first line.
struct TaskMarker {
  var prefix: Range<Int>
  var marker: Range<Int>
  var padding: Range<Int>
  /// After `[ ]`.
  var end: Int
  var isTicked: Bool
  var contentColumn: Int

  /// nil when the line does not begin with a list marker and a box, which cmark-gfm requires of a task item.
  init?(line: Int, in source: SourceLines) {
    let bytes = source.bytes
    let content = source[line].content
    var index = content.lowerBound
    while index < content.upperBound, bytes[index].isBlank { index += 1 }
    prefix = content.lowerBound..<index
    guard let length = ListMarker.length(bytes[index..<content.upperBound]) else { return nil }
    marker = index..<index + length
    index += length
    while index < content.upperBound, bytes[index].isBlank { index += 1 }
    padding = marker.upperBound..<index
    guard !padding.isEmpty, index + 3 <= content.upperBound, bytes[index] == UInt8(ascii: "["),
      bytes[index + 2] == UInt8(ascii: "]")
    else { return nil }
    isTicked = bytes[index + 1] | 0x20 == UInt8(ascii: "x")
    end = index + 3
    contentColumn = Columns.width(bytes[content.lowerBound..<index])
  }
}

/// A list item's marker: `-`, `+`, `*`, or up to nine digits with `.` or `)`.
enum ListMarker {
  static func length(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    if [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*")].contains(first) { return 1 }
    let digits = bytes.prefix(while: \.isDigit)
    guard (1...9).contains(digits.count), digits.endIndex < bytes.endIndex,
      bytes[digits.endIndex] == UInt8(ascii: ".") || bytes[digits.endIndex] == UInt8(ascii: ")")
    else { return nil }
    return digits.count + 1
  }

  /// The number of an ordered marker; nil for a bullet.
  static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: bytes.prefix(while: \.isDigit), as: UTF8.self))
  }
}
