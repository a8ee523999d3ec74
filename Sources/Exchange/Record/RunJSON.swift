import Domain

/// `run show N --json`; the keys are described in docs/json.md.
public enum RunJSON {
  public static func json(_ record: RunRecord) -> JSON {
    let run = record.run
    let count = run.progress.count(in: run.version, parameters: run.parameters)
    return [
      "number": .integer(run.number.value),
      "checklist": .string(run.version.reference.checklist.text),
      "title": .string(run.version.title),
      "version": .integer(run.version.reference.number),
      "sha256": .string(run.version.sha256),
      "state": .string(run.state.rawValue),
      "team": JSON(run.team),
      "environment": .string(run.environment.name),
      "environmentKind": .string(run.environment.kind.rawValue),
      "artifact": .string(run.artifact.description),
      "digest": JSON(run.artifact.digest),
      "parameters": JSON(run.parameters),
      "rehearsal": .bool(run.isRehearsal),
      "incident": JSON(run.incident),
      "incidents": JSON(record.incidents, element: \.json),
      "reviewDue": JSON(record.reviewDue),
      "plan": plan(run.plan),
      "timeZone": .string(record.clock.zoneName),
      "startedAt": JSON(run.progress.startedAt),
      "endedAt": JSON(run.progress.endedAt),
      "elapsedSeconds": JSON(seconds: record.elapsed),
      "pausedSeconds": JSON(seconds: record.paused),
      "pair": JSON(record.pair),
      "people": JSON(run.progress.people) { person($0, names: record.names) },
      "proof": JSON(run.proof),
      "overrides": JSON(run.overriddenRules, element: override),
      "exceptions": JSON(run.exceptionalSteps, element: exception),
      "unsettled": JSON(run.unsettledSteps) { JSON($0.id) },
      "owing": JSON(run.owingSteps) { JSON($0.id) },
      "settledSteps": .integer(count.settled),
      "activeSteps": .integer(count.active),
      "changes": JSON(record.changes),
      "items": JSON(record.items, element: RunItems.json),
      "lessons": JSON(record.lessons, element: RunLessonJSON.json),
      "steps": JSON(run.steps) { RunStepJSON.json($0, in: run, executions: record.executions(of: $0.id)) },
      "entries": JSON(run.ownEntries) { EntryJSON.json($0, in: run) },
    ]
  }

  static func plan(_ plan: Plan?) -> JSON {
    guard let plan else { return nil }
    return ["at": JSON(plan.at), "told": .string(plan.told)]
  }

  private static func person(_ line: Participation, names: [Handle: String]) -> JSON {
    [
      "who": JSON(line.who), "name": JSON(names[line.who]), "role": .string(line.role.rawValue),
      "from": JSON(line.from), "until": JSON(line.until),
    ]
  }

  private static func override(_ rule: OverriddenRule) -> JSON {
    [
      "rule": .string(rule.rule), "message": .string(rule.message), "reason": JSON(rule.entry.reason),
      "step": JSON(rule.entry.step), "by": JSON(rule.entry.by), "at": JSON(rule.entry.at),
    ]
  }

  private static func exception(_ exception: ExceptionalStep) -> JSON {
    [
      "step": JSON(exception.step.id), "number": .integer(exception.step.number),
      "text": .string(exception.step.text), "state": .string(exception.state.rawValue),
      "reason": JSON(exception.attempt.reason), "by": JSON(exception.attempt.endedBy?.by),
      "at": JSON(exception.attempt.endedAt),
    ]
  }
}
