import Domain
import Terminal

/// A step with how it has fared.
struct StepRow: Identifiable, Sendable {
  var step: Step
  var yield: StepYield
  var advice: [Advice]
  /// How many runs all of it is made of.
  var runs: Int

  var id: StepID { step.id }
}

/// Whether each line earns its place: how often it ran, failed, was left out, and how long it takes.
enum RecordList {
  static func pane() -> ListPane<StepRow> { ListPane(RowList(columns) { "\($0.step.id) \($0.step.text)" }) }

  static func rows(_ record: StepRecord, of version: ChecklistVersion) -> [StepRow] {
    let yields = Dictionary(record.yields.map { ($0.step, $0) }, uniquingKeysWith: { first, _ in first })
    return version.steps.map { step in
      StepRow(
        step: step, yield: yields[step.id] ?? StepYield(step: step.id),
        advice: record.advice.filter { $0.step == step.id }, runs: record.runs)
    }
  }

  private static let columns: [Column<StepRow>] = [
    .by("step", { $0.step.number }) { row, _, _ in Span("\(row.step.number)", .dim) },
    Column("text", isFlexible: true) { row, _, _ in Span(row.step.text.replacing("\n", with: " ")) },
    .by("ran", { $0.yield.ran }) { row, _, _ in Span("\(row.yield.ran)") },
    .by("failed", { $0.yield.caught.count }) { row, _, _ in
      count(row.yield.caught.count, Style(foreground: .red, bold: true))
    },
    .by("skipped", expendable: 3, { $0.yield.skipped }) { row, _, _ in count(row.yield.skipped) },
    .by("n/a", expendable: 0, { $0.yield.notApplicable }) { row, _, _ in count(row.yield.notApplicable) },
    .by("deferred", expendable: 1, { $0.yield.deferred }) { row, _, _ in count(row.yield.deferred) },
    .by("overridden", expendable: 2, { $0.yield.overridden }) { row, _, _ in count(row.yield.overridden) },
    .by("median", { $0.yield.median ?? .zero }) { row, _, _ in time(row.yield.median) },
    .by("p90", expendable: 4, { $0.yield.p90 ?? .zero }) { row, _, _ in time(row.yield.p90) },
    Column("advice", expendable: 5) { row, _, glyphs in
      Span(row.advice.isEmpty ? "" : glyphs.warning, Style(foreground: .yellow))
    },
  ]

  private static func count(_ number: Int, _ style: Style = .plain) -> Span {
    number == 0 ? Span("-", .dim) : Span("\(number)", style)
  }

  private static func time(_ duration: Duration?) -> Span {
    duration.map { Span(ClockText.elapsed($0)) } ?? Span("-", .dim)
  }

  /// What a step caught, and what that suggests, as a page to read.
  static func page(_ row: StepRow, _ app: App) -> Reader {
    let yield = row.yield
    var lines = [StyledLine(row.step.text, .bold), StyledLine()]
    lines.append(StyledLine("Of the last \(row.runs) runs \(yield.ran) came to it: \(outcomes(yield))."))
    if let median = yield.median, let p90 = yield.p90 {
      lines.append(
        StyledLine(
          "It takes \(ClockText.elapsed(median)) in the middle and \(ClockText.elapsed(p90)) in the slowest tenth "
            + "(\(yield.timed) timed)."))
    } else {
      lines.append(StyledLine("Nobody has timed it yet: s starts a step's clock.", .dim))
    }
    for advice in row.advice {
      lines.append(StyledLine())
      lines.append(StyledLine(advice.text, Style(foreground: .yellow, bold: true)))
      lines.append(StyledLine(advice.evidence, .dim))
    }
    if !yield.caught.isEmpty {
      lines += [StyledLine(), StyledLine("What it caught", .underline)]
      lines += yield.caught.prefix(50).map { caught in
        StyledLine("run \(caught.run), \(ClockText.date(caught.at, app)): \(caught.reason)")
      }
      if yield.caught.count > 50 { lines.append(StyledLine("and \(yield.caught.count - 50) more before", .dim)) }
    }
    return Reader("How step \(row.step.number) has fared", lines)
  }

  private static func outcomes(_ yield: StepYield) -> String {
    let failures = yield.failedRuns.count
    let parts = [
      (yield.done, "done"), (yield.skipped, "skipped"), (yield.notApplicable, "not applicable"),
      (yield.deferred, "deferred"), (yield.overridden, "overridden"), (failures, "with a failure"),
    ]
    let words = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return words.isEmpty ? "nothing came of it" : words.joined(separator: ", ")
  }
}
