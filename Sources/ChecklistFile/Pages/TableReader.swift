import CMarkGFM

/// Gathers a table's cells, which come row by row.
struct TableReader {
  private let alignments: [MarkdownPage.Table.Alignment]
  private var cells: [[InlineRun]] = []
  private var rows: [[[InlineRun]]] = []

  init(_ table: OpaquePointer) {
    let count = Int(cmark_gfm_extensions_get_table_columns(table))
    let letters = cmark_gfm_extensions_get_table_alignments(table)
    alignments = (0..<count).map { column in
      switch letters?[column] {
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .left
      }
    }
  }

  mutating func endCell(_ runs: [InlineRun]) { cells.append(runs) }

  mutating func endRow() {
    let missing = max(0, alignments.count - cells.count)
    rows.append(Array(cells.prefix(alignments.count)) + Array(repeating: [], count: missing))
    cells = []
  }

  /// nil for a table without a head, which Markdown does not have.
  var table: MarkdownPage.Table? {
    guard let header = rows.first else { return nil }
    return MarkdownPage.Table(alignments: alignments, header: header, rows: Array(rows.dropFirst()))
  }
}
