import Domain

/// `checklist stats NAME --json`.
public enum StatsJSON {
  public static func json(_ stats: ChecklistStats) -> JSON {
    [
      "name": .string(stats.version.reference.checklist.text),
      "version": .integer(stats.version.reference.number),
      "runs": .integer(stats.runs),
      "steps": JSON(stats.steps) { json($0.step, $0.yield) },
      "advice": JSON(stats.advice) { advice in
        [
          "kind": .string(advice.kind.rawValue), "step": JSON(advice.step), "text": .string(advice.text),
          "evidence": .string(advice.evidence),
        ]
      },
    ]
  }

  private static func json(_ step: Step, _ yield: StepYield) -> JSON {
    [
      "step": JSON(step.id),
      "number": .integer(step.number),
      "text": .string(step.text),
      "killer": .bool(step.isKiller),
      "expectSeconds": JSON(seconds: step.attributes.expect),
      "ran": .integer(yield.ran),
      "done": .integer(yield.done),
      "failed": .integer(yield.failedRuns.count),
      "skipped": .integer(yield.skipped),
      "notApplicable": .integer(yield.notApplicable),
      "deferred": .integer(yield.deferred),
      "overridden": .integer(yield.overridden),
      "timed": .integer(yield.timed),
      "medianSeconds": JSON(seconds: yield.median),
      "p90Seconds": JSON(seconds: yield.p90),
      "caught": JSON(yield.caught) {
        ["run": JSON($0.run), "at": JSON($0.at), "reason": .string($0.reason)]
      },
    ]
  }
}
