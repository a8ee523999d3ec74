/// The window that an output is read for, by which is known when enough of it was.
struct OutputWindow: Hashable, Sendable {
  var width = 80
  var height = 20
  /// Whether a long line goes on in the next row; else it takes one, however long it is.
  var wraps = true

  /// How many rows a line takes at the least. Cheap, since it is asked of many lines with each key: it takes four bytes for
  /// a column, which is more than text has.
  func leastRows(of line: OutputLine) -> Int {
    wraps ? max(1, line.text.utf8.count / (4 * max(1, width))) : 1
  }
}
