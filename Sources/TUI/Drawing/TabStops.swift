/// Code with spaces for its tabs, which no terminal cell can hold.
enum TabStops {
  static let columns = 4

  static func expanded(_ line: String) -> String {
    guard line.utf8.contains(UInt8(ascii: "\t")) else { return line }
    var result = ""
    var column = 0
    for character in line {
      let count = character == "\t" ? columns - column % columns : 1
      result += character == "\t" ? String(repeating: " ", count: count) : String(character)
      column += count
    }
    return result
  }
}
