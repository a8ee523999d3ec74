import Domain

/// Something that is handed over and has a screen of its own.
struct HandoffPart: Sendable {
  let title: String
  let open: @Sendable (inout App) -> [Effect]

  /// In the order of the page.
  static func parts(of handoff: DutyHandoff) -> [HandoffPart] {
    let runs = handoff.runs.map { run in
      HandoffPart(title: "run \(run.number)  \(run.version) in \(run.environment)") { $0.open(RunScreen(run.number)) }
    }
    let incidents = handoff.incidents.map { incident in
      HandoffPart(title: "\(IncidentWords.name(incident))  \(IncidentWords.title(incident))") {
        $0.open(IncidentScreen(incident.number))
      }
    }
    let deferred = handoff.deferred.map { step in
      HandoffPart(title: "run \(step.run), step \(step.step)  \(step.text)") {
        $0.open(RunScreen(step.run, at: step.step))
      }
    }
    let redlines = handoff.redlines.map { lesson in
      HandoffPart(title: "lesson \(lesson.number)  \(lesson.text)") { $0.open(LessonScreen(lesson.number)) }
    }
    let items = handoff.items.map { item in
      HandoffPart(title: "item \(item.number)  \(item.title)") { $0.open(ItemScreen(item.number)) }
    }
    return runs + deferred + incidents + redlines + items
  }
}
