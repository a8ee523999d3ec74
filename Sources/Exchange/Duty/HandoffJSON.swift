import Domain

/// `pair handoff --json`.
public enum HandoffJSON {
  public static func json(_ handoff: DutyHandoff) -> JSON {
    [
      "team": JSON(handoff.duty.team), "number": .integer(handoff.duty.number),
      "start": JSON(handoff.duty.window.start), "end": JSON(handoff.duty.window.end),
      "outgoing": JSON(handoff.outgoing), "incoming": JSON(handoff.incoming),
      "runs": RunListJSON.json(handoff.runs), "deferred": JSON(handoff.deferred, element: deferred),
      "incidents": JSON(handoff.incidents) { .integer($0.number.value) },
      "redlines": JSON(handoff.redlines) {
        [
          "number": .integer($0.number.value), "checklist": .string($0.checklist.text), "text": .string($0.text),
          "step": JSON($0.step), "by": JSON($0.by), "at": JSON($0.at),
        ]
      },
      "items": ItemListJSON.json(handoff.items), "toil": JSON(handoff.toil, element: ToilJSON.json),
      "toilMinutes": .integer(handoff.toilMinutes), "note": .string(handoff.note),
      "signatures": JSON(handoff.signatures) {
        [
          "who": JSON($0.who), "side": .string($0.side.rawValue), "at": JSON($0.at),
          "verified": .bool($0.isVouchedFor),
        ]
      },
      "unsigned": JSON(handoff.unsigned), "isSigned": .bool(handoff.isSigned),
    ]
  }

  private static func deferred(_ step: DeferredStep) -> JSON {
    [
      "run": .integer(step.run.value), "step": JSON(step.step), "text": .string(step.text),
      "reason": .string(step.reason), "by": JSON(step.by), "at": JSON(step.at),
    ]
  }
}
