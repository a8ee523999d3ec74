import Domain

/// `run list --json`.
public enum RunListJSON {
  /// - Parameter incidents: those that each run has to do with, but for the one that it was begun for.
  public static func json(_ runs: [RunSummary], incidents: [RunNumber: [IncidentOfRun]]) -> JSON {
    JSON(runs) { run in
      var members = members(run)
      let own = run.incident.map { [IncidentOfRun(IncidentNumber($0), .remedy)] } ?? []
      members["incidents"] = JSON(own + (incidents[run.number] ?? [])) {
        ["number": .integer($0.incident.value), "kind": .string($0.kind.rawValue)]
      }
      return .object(members)
    }
  }

  public static func json(_ runs: [RunSummary]) -> JSON { JSON(runs, element: json) }

  static func json(_ run: RunSummary) -> JSON { .object(members(run)) }

  private static func members(_ run: RunSummary) -> [String: JSON] {
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
