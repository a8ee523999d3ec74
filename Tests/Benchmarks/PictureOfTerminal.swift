/// What a terminal of one size shows after the bytes it was sent: as much of xterm as curses uses.
///
/// Every character takes one column; the benchmark's texts have no wide ones.
struct PictureOfTerminal {
  let columns: Int
  let rows: Int
  private var cells: [UInt32]
  private var x = 0
  private var y = 0
  private var last: UInt32 = 0x20
  /// The rows that scroll, first and last.
  private var margins: ClosedRange<Int>
  private var state = State.text
  private var parameters = ""
  private var scalar: UInt32 = 0
  private var continuation = 0

  private enum State { case text, escape, charset, control, string, stringEscape }

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: 0x20, count: columns * rows)
    margins = 0...rows - 1
  }

  /// How often the text stands on the picture.
  func count(of text: String) -> Int {
    let wanted = text.unicodeScalars.map(\.value)
    guard let first = wanted.first, cells.count >= wanted.count else { return 0 }
    var found = 0
    for start in 0...cells.count - wanted.count where cells[start] == first {
      if cells[start..<start + wanted.count].elementsEqual(wanted) { found += 1 }
    }
    return found
  }

  var lines: [String] {
    (0..<rows).map { row in
      var line = String.UnicodeScalarView()
      line.append(contentsOf: cells[row * columns..<(row + 1) * columns].compactMap(Unicode.Scalar.init))
      return String(line)
    }
  }

  mutating func feed(_ bytes: ArraySlice<UInt8>) { for byte in bytes { feed(byte) } }

  private mutating func feed(_ byte: UInt8) {
    switch state {
    case .text: text(byte)
    case .escape: escape(byte)
    case .charset: state = .text
    case .control:
      if (0x40...0x7E).contains(byte) {
        control(byte)
        state = .text
      } else {
        parameters.unicodeScalars.append(Unicode.Scalar(byte))
      }
    case .string: state = byte == 0x07 ? .text : byte == 0x1B ? .stringEscape : .string
    case .stringEscape: state = .text
    }
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["):
      parameters = ""
      state = .control
    case UInt8(ascii: "]"), UInt8(ascii: "P"): state = .string
    case UInt8(ascii: "("), UInt8(ascii: ")"): state = .charset
    case UInt8(ascii: "M"):
      if y == margins.lowerBound { scroll(margins, by: -1) } else { y = max(0, y - 1) }
      state = .text
    default: state = .text
    }
  }

  private mutating func text(_ byte: UInt8) {
    switch byte {
    case 0x1B: state = .escape
    case 0x0D: x = 0
    case 0x0A: lineFeed()
    case 0x08: x = max(0, x - 1)
    case 0x09: x = min(columns - 1, (x / 8 + 1) * 8)
    case 0x20...0x7E: put(UInt32(byte))
    case 0x80...0xBF where continuation > 0:
      scalar = scalar << 6 | UInt32(byte & 0x3F)
      continuation -= 1
      if continuation == 0 { put(scalar) }
    case 0xC0...0xDF: begin(UInt32(byte & 0x1F), 1)
    case 0xE0...0xEF: begin(UInt32(byte & 0x0F), 2)
    case 0xF0...0xF7: begin(UInt32(byte & 0x07), 3)
    default: break
    }
  }

  private mutating func begin(_ bits: UInt32, _ more: Int) {
    scalar = bits
    continuation = more
  }

  private mutating func put(_ value: UInt32) {
    if x >= columns {
      x = 0
      lineFeed()
    }
    cells[y * columns + x] = value
    last = value
    x += 1
  }

  private mutating func control(_ final: UInt8) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let first = max(1, numbers.first ?? 1)
    let mode = numbers.first ?? 0
    switch Character(Unicode.Scalar(final)) {
    case "H", "f":
      y = min(rows, first) - 1
      x = min(columns, max(1, numbers.count > 1 ? numbers[1] : 1)) - 1
    case "A": y = max(0, y - first)
    case "B", "e": y = min(rows - 1, y + first)
    case "C", "a": x = min(columns - 1, x + first)
    case "D": x = max(0, x - first)
    case "G", "`": x = min(columns, first) - 1
    case "d": y = min(rows, first) - 1
    case "J": erase(mode == 0 ? y * columns + x..<cells.count : mode == 1 ? 0..<y * columns + x : 0..<cells.count)
    case "K":
      let row = y * columns
      erase(mode == 0 ? row + min(x, columns)..<row + columns : mode == 1 ? row..<row + x : row..<row + columns)
    case "X": erase(y * columns + x..<min((y + 1) * columns, y * columns + x + first))
    case "b": for _ in 0..<first { put(last) }
    case "P": shift(left: first)
    case "@": shift(right: first)
    case "S": scroll(margins, by: first)
    case "T": scroll(margins, by: -first)
    case "L" where margins.contains(y): scroll(y...margins.upperBound, by: -first)
    case "M" where margins.contains(y): scroll(y...margins.upperBound, by: first)
    case "r": setMargins(first, numbers.count > 1 ? numbers[1] : rows)
    default: break
    }
  }

  private mutating func lineFeed() {
    if y == margins.upperBound { scroll(margins, by: 1) } else { y = min(rows - 1, y + 1) }
  }

  private mutating func setMargins(_ first: Int, _ last: Int) {
    let bottom = min(rows, max(1, last)) - 1
    margins = min(first - 1, bottom)...bottom
    (x, y) = (0, 0)
  }

  /// Moves the rows up, or down where the count is negative; those that come in are blank.
  private mutating func scroll(_ region: ClosedRange<Int>, by count: Int) {
    let old = cells
    for row in region {
      for column in 0..<columns {
        let source = row + count
        cells[row * columns + column] = region.contains(source) ? old[source * columns + column] : 0x20
      }
    }
  }

  private mutating func erase(_ range: Range<Int>) { for index in range { cells[index] = 0x20 } }

  private mutating func shift(left count: Int) {
    let end = (y + 1) * columns
    for index in y * columns + x..<end { cells[index] = index + count < end ? cells[index + count] : 0x20 }
  }

  private mutating func shift(right count: Int) {
    let start = y * columns + x
    for index in (start..<(y + 1) * columns).reversed() {
      cells[index] = index - count >= start ? cells[index - count] : 0x20
    }
  }
}
