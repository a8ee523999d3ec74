/// A file's bytes, and where its lines begin and end.
///
/// A line ends with LF, CRLF or a lone CR, as CommonMark has it. A byte order mark belongs to no line.
struct SourceLines: Sendable {
  struct Line: Sendable {
    var start: Int
    /// Before the line's ending.
    var contentEnd: Int
    /// After the line's ending.
    var end: Int

    var content: Range<Int> { start..<contentEnd }
  }

  let bytes: [UInt8]
  private(set) var lines: [Line] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == .newline || byte == .carriageReturn else { continue }
      let contentEnd = index - 1
      if byte == .carriageReturn, index < bytes.count, bytes[index] == .newline { index += 1 }
      lines.append(Line(start: start, contentEnd: contentEnd, end: index))
      start = index
    }
    if start < bytes.count { lines.append(Line(start: start, contentEnd: bytes.count, end: bytes.count)) }
  }

  var count: Int { lines.count }

  /// The line with the 1-based number; an empty one at the end for a number past the last.
  subscript(number: Int) -> Line {
    guard number >= 1, number <= lines.count else {
      return Line(start: bytes.count, contentEnd: bytes.count, end: bytes.count)
    }
    return lines[number - 1]
  }

  func content(of number: Int) -> ArraySlice<UInt8> { bytes[self[number].content] }
  func text(of number: Int) -> String { String(decoding: content(of: number), as: UTF8.self) }
  func ending(of number: Int) -> ArraySlice<UInt8> { bytes[self[number].contentEnd..<self[number].end] }
  func isBlank(_ number: Int) -> Bool { content(of: number).allSatisfy(\.isBlank) }

  /// The 1-based number of the line that holds the byte.
  func number(ofByte offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return max(1, min(low + 1, lines.count))
  }

  /// The last line of `range` that is not blank, or its first.
  func lastContent(in range: ClosedRange<Int>) -> Int {
    var last = min(range.upperBound, count)
    while last > range.lowerBound, isBlank(last) { last -= 1 }
    return max(last, range.lowerBound)
  }
}

/// Columns of a line, in which a tab reaches to the next multiple of four (CommonMark 0.31, section 2.2).
enum Columns {
  static func width(_ bytes: ArraySlice<UInt8>, from start: Int = 0) -> Int {
    bytes.reduce(start) { $1 == .tab ? ($0 / 4 + 1) * 4 : $0 + 1 }
  }

  /// Removes up to `columns` columns of leading blanks; what is left of a tab cut in two becomes spaces.
  static func dedent(_ bytes: ArraySlice<UInt8>, by columns: Int) -> [UInt8] {
    var column = 0
    var index = bytes.startIndex
    while index < bytes.endIndex, column < columns, bytes[index].isBlank {
      column = bytes[index] == .tab ? (column / 4 + 1) * 4 : column + 1
      index += 1
    }
    return [UInt8](repeating: .space, count: max(0, column - columns)) + bytes[index...]
  }

  /// The line with spaces for the tabs before its text, list markers aside: in another column a tab has another width.
  static func expandingMarkers(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = line
    while let byte = rest.first {
      if byte == .tab {
        result += [UInt8](repeating: .space, count: 4 - result.count % 4)
        rest.removeFirst()
      } else if byte == .space {
        result.append(byte)
        rest.removeFirst()
      } else if let length = ListMarker.length(rest), rest.dropFirst(length).first?.isBlank == true {
        result += rest.prefix(length)
        rest = rest.dropFirst(length)
      } else {
        break
      }
    }
    return result + rest
  }
}

extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")

  var isBlank: Bool { self == .space || self == .tab }
  var isSpacing: Bool { isBlank || self == .newline || self == .carriageReturn }
  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
  var isLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20 }
}

extension Range<Int> {
  /// The range without the spacing at both its ends.
  func trimmed(in bytes: [UInt8]) -> Range<Int> {
    var low = lowerBound
    var high = upperBound
    while low < high, bytes[low].isSpacing { low += 1 }
    while high > low, bytes[high - 1].isSpacing { high -= 1 }
    return low..<high
  }
}
