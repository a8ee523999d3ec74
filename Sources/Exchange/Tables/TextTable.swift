import Text

/// Rows in aligned columns, by the width that a terminal gives them.
public struct TextTable {
  public struct Column {
    public var title: String
    public var alignment: TextAlignment

    public init(_ title: String, _ alignment: TextAlignment = .left) {
      self.title = title
      self.alignment = alignment
    }
  }

  public var columns: [Column]
  /// Cells as they came; each is made visible, so that a row is always one line.
  public var rows: [[String]]

  public init(columns: [Column], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The header and the rows, each ended by a newline; empty when there are no rows.
  ///
  /// Columns stand two spaces apart; a line has no spaces at its end.
  public var text: String {
    guard !rows.isEmpty else { return "" }
    let lines = [columns.map(\.title)] + rows.map { $0.map { visible($0) } }
    let widths = columns.indices.map { column in
      lines.map { column < $0.count ? $0[column].displayWidth : 0 }.max() ?? 0
    }
    return lines.map { line in
      var text = zip(line, zip(widths, columns))
        .map { cell, layout in cell.padded(toWidth: layout.0, alignment: layout.1.alignment) }
        .joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }.joined()
  }
}
