import Domain
import Text

/// `checklist stats NAME` for people: the figures, what was caught, and the advice with its evidence.
public enum StatsText {
  public static func text(_ stats: ChecklistStats) -> String {
    let runs = stats.runs == 1 ? "1 run" : "\(stats.runs) runs"
    var text = "\(visible(stats.version.reference.description)), made of \(runs)\n\n"
    text += table(stats)
    let caught = stats.steps.filter { !$0.yield.caught.isEmpty }
    if !caught.isEmpty { text += "\nCaught\n" + caught.map { self.caught($0.step, $0.yield) }.joined() }
    if !stats.advice.isEmpty { text += "\nAdvice\n" + stats.advice.map(advice).joined() }
    return text
  }

  private static func table(_ stats: ChecklistStats) -> String {
    TextTable(
      columns: [
        .init("", .right), .init("RAN", .right), .init("DONE", .right), .init("FAILED", .right),
        .init("SKIPPED", .right), .init("N/A", .right), .init("DEFERRED", .right), .init("OVERRIDDEN", .right),
        .init("MEDIAN", .right), .init("P90", .right), .init("TIMED", .right), .init("EXPECT", .right), .init("STEP"),
      ],
      rows: stats.steps.map { step, yield in
        let counts = [
          yield.ran, yield.done, yield.failedRuns.count, yield.skipped, yield.notApplicable, yield.deferred,
          yield.overridden,
        ]
        return [String(step.number)] + counts.map { $0 == 0 ? "-" : String($0) } + [
          yield.median.map(ElapsedText.text) ?? "-", yield.p90.map(ElapsedText.text) ?? "-",
          yield.timed == 0 ? "-" : String(yield.timed), step.attributes.expect.map(StepDuration.text) ?? "",
          RunHeader.line(step.text),
        ]
      }
    ).text
  }

  private static func caught(_ step: Step, _ yield: StepYield) -> String {
    HangingText.text("  ", visible("\(step.number) \(step.id)"), width: nil)
      + yield.caught.map { caught in
        HangingText.text(
          "    ",
          visible(
            "run \(caught.run): \(caught.reason.isEmpty ? "no reason given" : caught.reason)", keepingLineBreaks: true),
          width: nil)
      }.joined()
  }

  private static func advice(_ advice: Advice) -> String {
    HangingText.text("  ", visible("\(advice.text) (\(advice.evidence))", keepingLineBreaks: true), width: nil)
  }
}
