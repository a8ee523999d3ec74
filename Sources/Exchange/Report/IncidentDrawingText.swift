import Domain
import Text

/// An incident's timeline drawn to scale with letters, for a page that can hold nothing else.
enum IncidentDrawingText {
  private static let columns = 60
  private static let margin = 13

  /// A block of Markdown; it holds the program's own words alone, for nothing can be escaped in there.
  static func text(_ drawing: IncidentDrawing) -> String {
    var lines: [String] = []
    for mark in drawing.marks {
      lines.append(line(mark.kind.words, [(column(mark.x, drawing), column(mark.x, drawing), "|")], mark.time))
    }
    lines.append(String(repeating: " ", count: margin) + String(repeating: "-", count: columns))
    for phase in drawing.phases {
      lines.append(line(phase.name, [(column(phase.from, drawing), column(phase.until, drawing), "=")], phase.words))
    }
    for row in drawing.rows {
      lines.append(
        line(
          row.kind.rawValue, row.ticks.map { (column($0.x, drawing), column($0.x, drawing), "*") }, "\(row.ticks.count)"
        ))
    }
    for bar in drawing.runs {
      let failures: [(Int, Int, Character)] = bar.failures.map { (column($0.x, drawing), column($0.x, drawing), "x") }
      lines.append(
        line(
          "run \(bar.run)", [(column(bar.from, drawing), column(bar.until, drawing), "#")] + failures,
          bar.kind.rawValue))
    }
    let notes = drawing.notes.isEmpty ? "" : "\nToo far off to be drawn: \(drawing.notes.joined("; ").markdown).\n"
    return
      "```text\n\(lines.joined(separator: "\n"))\n```\n\n\(drawing.when). To scale; `x` is a failed step.\n\(notes)"
  }

  private static func column(_ x: Double, _ drawing: IncidentDrawing) -> Int {
    let part = (x - drawing.span.left) / (drawing.span.right - drawing.span.left)
    return min(columns - 1, max(0, Int((part * Double(columns - 1)).rounded())))
  }

  /// - Parameter bars: their first and last column, and what they are drawn with.
  private static func line(_ name: String, _ bars: [(Int, Int, Character)], _ words: String) -> String {
    var cells = [Character](repeating: " ", count: columns)
    for (from, until, sign) in bars {
      for column in from...max(from, until) { cells[column] = sign }
    }
    return name + String(repeating: " ", count: max(1, margin - name.count)) + String(cells) + " " + words
  }
}
