import Domain

/// `checklist list --json`.
public enum ChecklistListJSON {
  public static func json(_ checklists: [ChecklistSummary]) -> JSON { JSON(checklists, element: json) }

  private static func json(_ checklist: ChecklistSummary) -> JSON {
    [
      "name": .string(checklist.name.text),
      "title": .string(checklist.title),
      "version": .integer(checklist.version),
      "deploy": JSON(checklist.deploy),
      "team": JSON(checklist.team),
      "stepCount": .integer(checklist.stepCount),
      "madeAt": JSON(checklist.madeAt),
      "lastRun": checklist.lastRun.map(RunListJSON.json) ?? nil,
    ]
  }
}
