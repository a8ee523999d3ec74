import Domain

/// What happened, in one line that can be posted as it is: `run 42 (new-release v7, cf-release@v205) started in prod, by
/// ana and bo`.
///
/// It is for a program: nothing in it is sanitised but for line breaks, and what it is posted to may give signs in it a
/// meaning of their own.
struct HookTitle {
  private let event: HookEvent
  private let clock: LocalClock

  init(_ event: HookEvent, clock: LocalClock) {
    self.event = event
    self.clock = clock
  }

  var text: String {
    sentence.split { $0.isNewline }.joined(separator: " ")
  }

  private var sentence: String {
    switch event.subject {
    case .planned(let run, let old?):
      "\(name(of: run)) in \(run.environment) is moved from \(moment(old)) to \(moment(run.plan?.at))"
    case .planned(let run, nil): "\(name(of: run)) is planned in \(run.environment) for \(moment(run.plan?.at))"
    case .started(let run): "\(name(of: run)) started in \(run.environment), by \(people(run.pair))"
    case .failed(let failed, let run):
      "step \(failed.step.map { "\($0.number)" } ?? "\(failed.id)") failed in \(name(of: run)) in \(run.environment)"
        + (failed.step.map { ": \(Filled.text($0.text, failed.parameters))" } ?? "")
    case .finished(let run): "\(name(of: run)) in \(run.environment) ended: \(run.state.rawValue)"
    case .opened(let incident, let again, _):
      "\(name(of: incident)) is \(again ? "open again" : "open"): \(incident.title)"
    case .updated(let incident, _): "\(name(of: incident)), \(incident.state.rawValue): \(incident.title)"
    case .resolved(let incident, _): "\(name(of: incident)) is \(incident.state.rawValue): \(incident.title)"
    case .pairs(let duties): title(of: duties)
    case .folded(let lessons, let version):
      lessons.count == 1
        ? "lesson \(numbers(lessons)) is in \(version): \(lessons[0].text)"
        : "lessons \(numbers(lessons)) are in \(version)"
    }
  }

  private func title(of duties: [ChangedDuty]) -> String {
    guard let first = duties.min(by: { $0.duty.window < $1.duty.window }) else { return "" }
    let duty = first.duty
    let change = "\(duty.team): \(people(duty.people)) instead of \(people(first.was)), "
    let window = DutyPhrases(clock: clock).window(duty.window) + " \(clock.zoneName)"
    return change + window + (duties.count > 1 ? ", and \(duties.count - 1) more" : "")
  }

  private func name(of run: RunSummary) -> String {
    "\(run.isRehearsal ? "rehearsal" : "run") \(run.number) (\(run.version), \(run.artifact))"
  }

  private func name(of incident: Incident) -> String {
    "incident \(incident.number) (\(incident.severity), \(incident.team))"
  }

  private func people(_ people: [Handle]) -> String {
    people.isEmpty ? "nobody" : people.map(\.text).joined(separator: " and ")
  }

  private func numbers(_ lessons: [Lesson]) -> String {
    lessons.map { "\($0.number)" }.joined(separator: ", ")
  }

  private func moment(_ instant: Instant?) -> String {
    instant.map { "\(clock.dateAndTime($0)) \(clock.zoneName)" } ?? "some time"
  }
}
