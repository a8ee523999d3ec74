import Domain

/// `run list --json`.
public enum RunListJSON {
  public static func json(_ runs: [RunSummary]) -> JSON { JSON(runs, element: json) }

  static func json(_ run: RunSummary) -> JSON {
    [
      "number": .integer(run.number.value),
      "checklist": .string(run.version.checklist.text),
      "version": .integer(run.version.number),
      "state": .string(run.state.rawValue),
      "team": JSON(run.team),
      "environment": .string(run.environment),
      "artifact": .string(run.artifact.description),
      "digest": JSON(run.artifact.digest),
      "pair": JSON(run.pair),
      "rehearsal": .bool(run.isRehearsal),
      "incident": JSON(run.incident),
      "reviewDue": JSON(run.reviewDue),
      "plan": RunJSON.plan(run.plan),
      "startedAt": JSON(run.startedAt),
      "endedAt": JSON(run.endedAt),
      "settledSteps": .integer(run.settled),
      "activeSteps": .integer(run.active),
    ]
  }
}
