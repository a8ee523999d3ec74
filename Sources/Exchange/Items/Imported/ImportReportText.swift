import Text

/// The report of an import for people: counts, a line a column, then the problems.
public enum ImportReportText {
  public static func text(_ report: ImportReport) -> String {
    var text = "\(count(report.rows, "row")): \(count(report.items, "item")), \(count(report.epics, "epic"))"
    text += report.skipped == 0 ? "\n" : ", \(report.skipped) skipped\n"
    let columns = report.columns.filter { $0.count > 0 }
    if !columns.isEmpty {
      text += "\n"
      text +=
        TextTable(
          columns: [.init("COLUMN"), .init("ROWS", .right), .init("BECOMES"), .init("EXAMPLE")],
          rows: columns.map { [$0.name, String($0.count), fate($0.fate), $0.example] }
        ).text
    }
    if report.problemCount > 0 {
      text += "\n" + report.problems.map { $0.description + "\n" }.joined()
      let more = report.problemCount - report.problems.count
      if more > 0 { text += "and \(more) more\n" }
    }
    return text
  }

  private static func fate(_ fate: ImportColumn.Fate) -> String {
    switch fate {
    case .kept(let field): field
    case .mapped(let field): "\(field), in other words"
    case .extra: "kept under its own name"
    case .lost(let why): "lost: \(why)"
    }
  }

  private static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

/// The same for programs.
public enum ImportReportJSON {
  public static func json(_ report: ImportReport) -> JSON {
    [
      "rows": .integer(report.rows), "items": .integer(report.items), "epics": .integer(report.epics),
      "skipped": .integer(report.skipped),
      "columns": JSON(report.columns) { column in
        let (fate, detail) = fate(column.fate)
        return [
          "name": .string(column.name), "fate": .string(fate), "detail": JSON(detail), "count": .integer(column.count),
          "example": .string(column.example),
        ]
      },
      "problemCount": .integer(report.problemCount),
      "problems": JSON(report.problems) { problem in
        [
          "kind": .string(problem.kind.rawValue), "row": .integer(problem.row), "line": .integer(problem.line),
          "column": JSON(problem.column), "read": .string(problem.read), "taken": .string(problem.taken),
        ]
      },
    ]
  }

  private static func fate(_ fate: ImportColumn.Fate) -> (String, String?) {
    switch fate {
    case .kept(let field): ("kept", field)
    case .mapped(let field): ("mapped", field)
    case .extra: ("extra", nil)
    case .lost(let why): ("lost", why)
    }
  }
}
