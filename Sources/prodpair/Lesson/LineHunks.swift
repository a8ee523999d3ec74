import ChecklistFile

/// The changed lines of a page with a little of what stands around them.
enum LineHunks {
  private static let context = 3

  /// As `diff -u` shows them: `-` went, `+` came, and `@@` with the lines' numbers before each place.
  static func text(_ diff: LineDiff) -> String {
    hunks(of: diff.lines).map { hunk in
      let lines = diff.lines[hunk]
      let (old, new) = (lines.compactMap(\.old), lines.compactMap(\.new))
      let head = "@@ -\(range(old)) +\(range(new)) @@"
      return ([head] + lines.map { mark($0) + $0.text }).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private static func mark(_ line: LineDiff.Line) -> String { line.isAdded ? "+" : line.isRemoved ? "-" : " " }

  private static func range(_ numbers: [Int]) -> String { "\(numbers.first ?? 0),\(numbers.count)" }

  /// Places whose surroundings touch are one.
  private static func hunks(of lines: [LineDiff.Line]) -> [Range<Int>] {
    lines.indices.filter { lines[$0].isAdded || lines[$0].isRemoved }.reduce(into: []) { hunks, index in
      let around = max(0, index - context)..<min(lines.count, index + context + 1)
      if let last = hunks.last, last.upperBound >= around.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<around.upperBound
      } else {
        hunks.append(around)
      }
    }
  }
}
