import Domain

/// Who has run what, for people: a checklist a line, and who has never been on duty.
public enum CoverageText {
  public static func text(_ coverage: Coverage, width: Int? = nil) -> String {
    let table = TextTable(
      columns: [.init("CHECKLIST"), .init("RAN IT", .right), .init("ONLY"), .init("NEVER")],
      rows: coverage.lines.map { line in
        [
          line.checklist.text, "\(line.times.count)/\(coverage.members.count)", line.only?.text ?? "",
          line.never.map(\.text).joined(separator: ", "),
        ]
      }
    ).text
    guard !coverage.neverOn.isEmpty else { return table }
    let never: Phrase = coverage.neverOn.map { "\($0)" }.joined(", ")
    return table + HangingText.text("never on duty: ", never.text, width: width)
  }
}
