import Domain

/// One step of a run as JSON: what the version says of it, and how far it has come.
enum RunStepJSON {
  static func json(_ step: Step, in run: Run, executions: [Execution]) -> JSON {
    let progress = run.progress(of: step.id)
    return [
      "id": JSON(step.id),
      "number": .integer(step.number),
      "section": .string(step.section.rawValue),
      "group": JSON(step.group),
      "parent": JSON(step.parent),
      "depth": .integer(step.depth),
      "text": .string(step.text),
      "filled": .string(Filled.text(step.text, run.parameters)),
      "body": .string(step.body),
      "role": JSON(step.attributes.role),
      "asks": JSON(step.attributes.value),
      "killer": .bool(step.isKiller),
      "deploys": .bool(step.attributes.deploys),
      "noReturn": .bool(step.attributes.isNoReturn),
      "condition": ChecklistShowJSON.condition(step.attributes.condition),
      "expectSeconds": JSON(seconds: step.attributes.expect),
      "waitSeconds": JSON(seconds: step.attributes.wait),
      "mode": .string(step.mode.rawValue),
      "state": .string(progress.state.rawValue),
      "settled": .bool(progress.isSettled),
      "awaitingConfirmation": .bool(progress.isAwaitingConfirmation),
      "confirmation": progress.lastAttempt.map { confirmation(of: $0, at: step.id, in: run) } ?? nil,
      "owed": JSON(progress.owedReasons, element: JSON.integer),
      "attempts": .array(
        progress.attempts.enumerated().map { attempt($0.element, number: $0.offset + 1, at: step.id, in: run) }),
      "executions": JSON(executions) { ExecutionJSON.json($0) },
      "entries": JSON(run.entries(of: step.id)) { EntryJSON.json($0, in: run) },
    ]
  }

  private static func attempt(_ attempt: Attempt, number: Int, at step: StepID, in run: Run) -> JSON {
    [
      "number": .integer(number),
      "startedBy": JSON(attempt.startedBy),
      "startedAt": JSON(attempt.startedAt),
      "outcome": JSON(attempt.outcome?.rawValue),
      "by": JSON(attempt.endedBy?.by),
      "at": JSON(attempt.endedAt),
      "tookSeconds": JSON(seconds: attempt.duration),
      "reason": JSON(attempt.reason),
      "value": JSON(attempt.value),
      "seq": JSON(attempt.entry),
      "confirmation": confirmation(of: attempt, at: step, in: run),
    ]
  }

  private static func confirmation(of attempt: Attempt, at step: StepID, in run: Run) -> JSON {
    guard let confirmation = attempt.confirmation else { return nil }
    let entry = run.confirmingEntry(of: attempt, at: step)
    func json(_ by: Handle, _ kind: EntryKind, _ assurance: Assurance, reason: String? = nil) -> JSON {
      [
        "by": JSON(by), "kind": .string(kind.rawValue), "assurance": .string(assurance.rawValue),
        "late": .bool(kind == .countersigned), "reason": JSON(reason), "at": JSON(entry?.at), "seq": JSON(entry?.seq),
      ]
    }
    return switch confirmation {
    case .confirmed(let by, let assurance): json(by, .confirmed, assurance)
    case .countersigned(let by, let assurance): json(by, .countersigned, assurance)
    case .withoutPartner(let by, let reason): json(by, .unconfirmed, .unverified, reason: reason)
    }
  }
}
