import Domain
import Text

/// How duties, their people and their times are told, the same on every page.
struct DutyPhrases {
  let names: [Handle: String]
  let clock: LocalClock

  init(names: [Handle: String] = [:], clock: LocalClock) {
    self.names = names
    self.clock = clock
  }

  /// As in `ana (Ana Maria)`, on one line.
  func person(_ who: Handle) -> Phrase {
    guard let name = names[who], !name.isEmpty, name != who.text else { return "\(who)" }
    return "\(who) (\(visible(name)))"
  }

  func people(_ people: [Handle]) -> Phrase {
    people.isEmpty ? "nobody" : people.map(person).joined(" and ")
  }

  /// With the day of the week, for that is how people know their duties: `Mon 2026-12-07 10:00`.
  func moment(_ instant: Instant) -> String { Self.day(instant, clock) + " " + clock.dateAndTime(instant) }

  func window(_ window: DutyWindow) -> String { "\(moment(window.start)) to \(moment(window.end))" }

  private static func day(_ instant: Instant, _ clock: LocalClock) -> String {
    weekday(CivilTime(instant, in: clock.zone))
  }

  static func weekday(_ time: CivilTime) -> String {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][time.weekday - 1]
  }

  func problem(_ problem: DutyProblem) -> Phrase { "\(problem): \(own: window(problem.window))" }

  func toil(_ toil: ToilEntry) -> Phrase {
    let item: Phrase = toil.item.map { " (item \(own: $0))" } ?? ""
    return "\(own: toil.minutes) min, \(person(toil.person)): \(toil.what)" + item
  }

  func deferred(_ step: DeferredStep) -> Phrase {
    "run \(own: step.run), step \(step.step): \(step.text) (deferred by \(step.by): \(step.reason))"
  }

  func redline(_ lesson: Lesson) -> Phrase {
    "lesson \(own: lesson.number), \(lesson.checklist), by \(lesson.by): \(lesson.text)"
  }

  /// `incident 9 sev 1, mitigated: Log aggregators drop logs`.
  func incident(_ incident: Incident) -> Phrase {
    let state: Phrase = incident.state == .open ? "" : ", \(own: incident.state.rawValue)"
    return "incident \(own: incident.number) \(own: incident.severity)" + state + ": \(incident.title)"
  }

  func run(_ run: RunSummary) -> Phrase {
    let kind: Phrase = run.isRehearsal ? "rehearsal" : "run"
    let steps: Phrase = run.state == .planned ? "" : ", \(own: run.settled) of \(own: run.active) steps"
    return "\(kind) \(own: run.number), \(run.version) in \(run.environment) for \(code: run.artifact), "
      + "\(own: run.state.rawValue)" + steps
  }
}
