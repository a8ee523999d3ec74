/// A line of a command's output, as the screen shows it.
struct OutputLine: Hashable, Sendable {
  /// Where it begins and where the next one does, in bytes of the output.
  var range: Range<Int>
  /// Made visible, with spaces for its tabs.
  var text: String
  /// It stands for what was not kept, and is no line of the output.
  var isGap = false
  /// It is a piece of a line that was cut because it has no end nearby, and not the first one.
  var isContinued = false

  /// How many columns of which width it takes up, when lines are wrapped.
  func rows(width: Int) -> [String] {
    guard width > 0 else { return [text] }
    guard text.utf8.count > width else { return [text] }
    guard text.utf8.isPrintableASCII else { return text.hardWrapped(toWidth: width) }
    let bytes = Array(text.utf8)
    return stride(from: 0, to: bytes.count, by: width).map { start in
      String(decoding: bytes[start..<min(bytes.count, start + width)], as: UTF8.self)
    }
  }
}

/// A stretch of a command's output in lines.
struct OutputPage: Hashable, Sendable {
  var lines: [OutputLine] = []
  /// The bytes that the lines are of.
  var range: Range<Int> = 0..<0
  /// What it was read for, and of how many bytes: to read the same once more would give the same.
  var wanted: OutputLoading.Wanted?
  var size = 0
  /// As much was read as ever is at once, and still it may not fill the window.
  var isBounded = false

  /// Whether some of its lines take up at least so many rows of a window.
  func hasRows(_ rows: Int, in range: Range<Int>, of window: OutputWindow) -> Bool {
    var left = rows
    for index in range {
      if left <= 0 { break }
      left -= window.leastRows(of: lines[index])
    }
    return left <= 0
  }

  /// The line that a byte of the output is in; the nearest one where it is in none.
  func index(of offset: Int) -> Int {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].range.upperBound > offset { high = middle } else { low = middle + 1 }
    }
    return max(0, min(low, lines.count - 1))
  }
}
