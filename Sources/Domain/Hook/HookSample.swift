extension HookEvent {
  /// A made-up event of each kind, to try hooks with: nothing in it is in any store.
  public static func sample(_ kind: HookEventKind, by: Handle, at now: Instant) -> HookEvent {
    HookEvent(sampleSubject(kind, by: by, at: now), entry: nil, at: now, by: by, team: sampleTeam)
  }

  private static let sampleTeam = TeamName("platform")
  private static let sampleVersion = VersionReference(checklist: ChecklistName("new-release"), number: 7)

  private static func sampleSubject(_ kind: HookEventKind, by: Handle, at now: Instant) -> Subject {
    switch kind {
    case .runPlanned: .planned(run(.planned, by: by, at: now), movedFrom: nil)
    case .runStarted: .started(run(.running, by: by, at: now))
    case .stepFailed: .failed(failedStep(by: by, at: now), run(.running, by: by, at: now))
    case .runFinished: .finished(run(.completed, by: by, at: now))
    case .incidentOpened: .opened(incident(by: by, at: now), again: false, note: nil)
    case .incidentUpdate: .updated(incident(by: by, at: now), text: "Logs are complete again; we still look into why.")
    case .incidentResolved: .resolved(incident(by: by, at: now, isResolved: true), note: "scaled the aggregators to 20")
    case .pairChanged: .pairs([changedDuty(by: by, at: now)])
    case .lessonFolded: .folded([lesson(by: by, at: now)], sampleVersion)
    }
  }

  private static func run(_ state: RunState, by: Handle, at now: Instant) -> RunSummary {
    let hour = Duration.minutes(60)
    let isPlanned = state == .planned
    return RunSummary(
      number: RunNumber(42), version: sampleVersion, team: sampleTeam, environment: "prod",
      artifact: Artifact(name: "cf-release", version: "v205"), state: state, pair: [by, Handle("bo")],
      isRehearsal: false, incident: nil, plan: Plan(at: isPlanned ? now + hour : now - hour, told: "#deploys"),
      startedAt: isPlanned ? nil : now - hour, endedAt: state.isOver ? now : nil,
      settled: isPlanned ? 0 : state.isOver ? 12 : 4, active: 12)
  }

  private static func failedStep(by: Handle, at now: Instant) -> FailedStep {
    let step = Step(id: StepID("canary"), number: 5, section: .during, text: "Deploy the canary of {{version}}")
    let signature = Signature(by: by, login: by.text, account: by.text, isOneself: true, isVouchedFor: true)
    let entry = Entry(
      seq: 9, kind: .failed, step: step.id, section: .during, signature: signature, at: now, written: now,
      reason: "the canary does not answer")
    return FailedStep(entry, of: step.id, step: step, parameters: ["version": "v205"])
  }

  private static func incident(by: Handle, at now: Instant, isResolved: Bool = false) -> Incident {
    let end = isResolved ? now : nil
    return Incident(
      number: IncidentNumber(9), team: sampleTeam, title: "Log aggregators drop logs", severity: .major,
      services: ["log-aggregators"], customersNoticed: .no,
      roles: IncidentRoles(commander: by, scribe: Handle("bo"), pair: [by, Handle("bo")]),
      times: IncidentTimes(
        impactBegan: now - .minutes(50), detected: now - .minutes(45), declared: now - .minutes(40), mitigated: end,
        resolved: end), openedBy: by)
  }

  private static func changedDuty(by: Handle, at now: Instant) -> ChangedDuty {
    let change = DutyChange(from: Handle("bo"), to: Handle("cy"), by: by, at: now, reason: "bo is ill")
    let window = DutyWindow(start: now, end: now + .minutes(7 * 24 * 60))
    let duty = PlannedDuty(
      DutyNumber(3), team: sampleTeam, window, [by, Handle("cy")], base: [by, Handle("bo")], changes: [change],
      sequence: 1, changedAt: now)
    return ChangedDuty(duty, was: [by, Handle("bo")])
  }

  private static func lesson(by: Handle, at now: Instant) -> Lesson {
    Lesson(
      number: LessonNumber(7), checklist: sampleVersion.checklist, text: "Scale the log aggregators with the app",
      source: .observation, base: sampleVersion.number - 1, by: by, at: now,
      fate: LessonFate(.folded(version: sampleVersion.number, step: nil), by: by, at: now))
  }
}
