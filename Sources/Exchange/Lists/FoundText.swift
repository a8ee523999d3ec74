import Domain

/// `search` for people.
public enum FoundText {
  /// A table; empty where nothing was found.
  public static func text(_ found: [Found]) -> String {
    TextTable(
      columns: [.init("WHAT"), .init("STATE"), .init("WHERE"), .init("TEXT")], rows: found.map(row)
    ).text
  }

  private static func row(_ found: Found) -> [String] {
    switch found {
    case .item(let item): ["item \(item.number)", item.state.rawValue, item.team.text, item.title]
    case .lesson(let lesson):
      ["lesson \(lesson.number)", LessonListText.state(lesson), lesson.checklist.text, lesson.text]
    case .step(let step, let version): ["step \(step.number)", step.section.rawValue, version.description, step.text]
    case .run(let run):
      ["run \(run.number)", run.state.rawValue, run.environment, "\(run.version), \(run.artifact)"]
    }
  }
}

/// `search --json`.
public enum FoundJSON {
  public static func json(_ found: [Found]) -> JSON {
    JSON(found) { found in
      switch found {
      case .item(let item):
        json("item", item.number.value, item.state.rawValue, text: item.title, team: item.team)
      case .lesson(let lesson):
        json(
          "lesson", lesson.number.value, lesson.fate?.kind.rawValue ?? "open", text: lesson.text,
          checklist: lesson.checklist, step: lesson.step)
      case .step(let step, let version):
        json("step", step.number, nil, text: step.text, checklist: version.checklist, step: step.id)
      case .run(let run):
        json(
          "run", run.number.value, run.state.rawValue, text: "\(run.version) in \(run.environment), \(run.artifact)",
          team: run.team, checklist: run.version.checklist)
      }
    }
  }

  private static func json(
    _ kind: String, _ number: Int, _ state: String?, text: String, team: TeamName? = nil,
    checklist: ChecklistName? = nil, step: StepID? = nil
  ) -> JSON {
    [
      "kind": .string(kind), "number": .integer(number), "state": JSON(state), "text": .string(text),
      "team": JSON(team?.text), "checklist": JSON(checklist?.text), "step": JSON(step),
    ]
  }
}
