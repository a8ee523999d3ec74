extension Screen {
  /// What one reads on the screen: its rows, without the spaces at their ends.
  public var text: String {
    lines { row in row.map(\.text).joined() }
  }

  /// The text with every run of a style marked, for tests: `{bold red|failed} by ana`.
  ///
  /// Spaces at the end of a row stay where they have a style. The cursor, if it shows, is a last line:
  /// `cursor 3,0`.
  public var annotated: String {
    let rows = lines { row in
      var result = ""
      var rest = row
      while let style = rest.first?.style {
        let run = rest.prefix { $0.style == style }
        let text = run.map(\.text).joined()
        result += style == .plain ? text : "{\(style)|\(text)}"
        rest = rest.dropFirst(run.count)
      }
      return result
    }
    return cursor.map { rows + "\ncursor \($0.x),\($0.y)" } ?? rows
  }

  private func lines(_ show: (ArraySlice<Cell>) -> String) -> String {
    (0..<size.height).map { y in
      let line = show(row(y))
      let end = line.lastIndex { $0 != " " }
      return end.map { String(line[...$0]) } ?? ""
    }.joined(separator: "\n")
  }
}
