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
    case .entry(let entry, let run, let step):
      ["run \(run.number)", entry.kind.rawValue, step.map { "step \($0.number)" } ?? "the run", words(of: entry)]
    case .incident(let incident):
      ["incident \(incident.number)", incident.state.rawValue, incident.team.text, incident.title]
    case .event(let entry, let incident):
      ["incident \(incident.number)", entry.kind.rawValue, "entry \(entry.seq)", line(entry.text)]
    case .retro(let retro): ["retro \(retro.number)", retro.state.rawValue, retro.subject, retro.title]
    }
  }

  /// A text of several lines as one.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// What was written, the reason before the value.
  public static func words(of entry: Entry) -> String {
    [entry.reason, entry.value].compactMap(\.self).joined(separator: "; ")
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
      case .entry(let entry, let run, let step):
        json(
          "run-entry", run.number.value, entry.kind.rawValue, text: FoundText.words(of: entry), team: run.team,
          checklist: run.version.checklist, step: step?.id, entry: entry.seq)
      case .incident(let incident):
        json("incident", incident.number.value, incident.state.rawValue, text: incident.title, team: incident.team)
      case .event(let entry, let incident):
        json(
          "incident-entry", incident.number.value, entry.kind.rawValue, text: entry.text, team: incident.team,
          entry: entry.seq)
      case .retro(let retro):
        json("retro", retro.number.value, retro.state.rawValue, text: retro.title, team: retro.team)
      }
    }
  }

  private static func json(
    _ kind: String, _ number: Int, _ state: String?, text: String, team: TeamName? = nil,
    checklist: ChecklistName? = nil, step: StepID? = nil, entry: Int? = nil
  ) -> JSON {
    [
      "kind": .string(kind), "number": .integer(number), "state": JSON(state), "text": .string(text),
      "team": JSON(team?.text), "checklist": JSON(checklist?.text), "step": JSON(step),
      "entry": JSON(entry),
    ]
  }
}
