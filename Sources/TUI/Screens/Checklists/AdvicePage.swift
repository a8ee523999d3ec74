import ChecklistFile
import Domain
import Terminal

/// What the record suggests, with its evidence, and what lint finds doubtful.
enum AdvicePage {
  private static let head = Style(foreground: .yellow, bold: true)

  /// - Parameter record: nil while it is being read.
  static func lines(_ record: StepRecord?, _ findings: [LintFinding], width: Int) -> [StyledLine] {
    fromRecord(record, width: width) + [StyledLine()] + fromLint(findings, width: width)
  }

  private static func fromRecord(_ record: StepRecord?, width: Int) -> [StyledLine] {
    guard let record else { return [StyledLine("The record", .underline), StyledLine("reading", .dim)] }
    let title = StyledLine("The record of the last \(record.runs == 1 ? "run" : "\(record.runs) runs")", .underline)
    if record.advice.isEmpty { return [title, StyledLine("The record suggests nothing.", .dim)] }
    return [title]
      + record.advice.flatMap { advice in
        wrapped(advice.text, head, width) + wrapped("  \(advice.evidence)", .plain, width)
      }
  }

  private static func fromLint(_ findings: [LintFinding], width: Int) -> [StyledLine] {
    let title = StyledLine("Lint", .underline)
    if findings.isEmpty { return [title, StyledLine("Lint finds nothing to say.", .dim)] }
    return [title]
      + findings.flatMap { finding in
        [StyledLine("line \(finding.line)  \(finding.rule.rawValue)", head)]
          + wrapped("  \(finding.what): \(finding.why)", .plain, width)
      }
  }

  private static func wrapped(_ text: String, _ style: Style, _ width: Int) -> [StyledLine] {
    SpanWrapping(width: max(10, width), rest: [Span("  ")]).lines([Span(text, style)])
  }
}
