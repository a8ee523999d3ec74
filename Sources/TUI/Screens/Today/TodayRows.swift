import Domain
import Exchange
import Terminal

/// Where a line of Today leads.
enum TodayTarget: Sendable {
  case run(RunNumber, StepID?)
  case output(Execution)
  case incident(IncidentNumber)
  case record(RunNumber)
  case journal(Int)
  case handoff(DutyNumber)
  case retro(RetroNumber)
  case screen(ScreenName)
  case duty(TeamName, DutyNumber?)
  case welcome
}

typealias TodaySection = ListSection<TodayTarget>
typealias TodayRow = SectionRow<TodayTarget>

/// Puts what was read into lines.
enum TodayRows {
  static func sections(_ page: TodayPage, _ app: App) -> [TodaySection] {
    let needs = needs(page, app)
    let duties = TodayDuties.rows(page, app)
    return [
      TodaySection(title: "needs you", rows: needs, empty: "Nothing waits for you.")
    ] + TodayIncidents.section(page, app) + TodayCommands.section(page, app)
      + (duties.isEmpty ? [] : [TodaySection(title: "your duties", rows: duties, empty: "")]) + [
        TodaySection(title: "who is on", rows: people(page, app), empty: "Nobody is on a run."),
        TodaySection(title: "runs", rows: page.active.map { running($0, app) }, empty: "Nothing runs."),
        TodaySection(title: "planned", rows: page.planned.map { planned($0, app) }, empty: "Nothing is planned."),
        TodaySection(title: changesTitle(app), rows: changes(page, app), empty: "Nothing was changed by others."),
      ]
  }

  private static func changesTitle(_ app: App) -> String {
    app.viewer.lastSeen == nil ? "changed lately" : "changed since you last looked"
  }

  // MARK: What needs me

  private static func needs(_ page: TodayPage, _ app: App) -> [TodayRow] {
    var rows = TodayIncidents.needs(page, app) + TodayCommands.needs(page, app)
    if page.people.isEmpty {
      rows.append(
        TodayRow(
          id: "welcome", sign: Span("?", Style(foreground: .yellow, bold: true)),
          text: "Nobody is known here yet: say who works in this team", target: .welcome))
    } else if !app.viewer.isPerson {
      rows.append(
        TodayRow(
          id: "stranger", sign: Span("?", Style(foreground: .yellow, bold: true)),
          text: "Your login \(app.viewer.account) is nobody's here: g p gives it to a person",
          target: .screen(TeamsScreen.name)))
    }
    let runs = page.active + page.unsigned
    let all = runs.flatMap { run in run.needs.map { (run.run, $0) } }
    let urgent = all.filter { rank($0.1) == 0 } + all.filter { rank($0.1) == 1 } + all.filter { rank($0.1) == 2 }
    rows += urgent.map { row($0.0, $0.1, app) }
    rows += page.reviews.map { run in
      TodayRow(
        id: "review \(run.number)", sign: Span("!", Style(foreground: .yellow, bold: true)),
        text: "run \(run.number) was for incident \(run.incident.map(String.init) ?? ""): its review is due",
        when: run.reviewDue ?? "", target: .record(run.number))
    }
    rows += page.retros.map { retro($0, app) }
    return rows + page.handoffs.map { handoff($0, app) } + lessons(page, app)
  }

  /// As in `retro 3 of incident 9 is due Thu 11-26, 2 questions open`.
  private static func retro(_ line: RetroLine, _ app: App) -> TodayRow {
    let retro = line.retro
    let late = retro.daysLate(at: app.now, in: line.zone) ?? 0
    let due = RetroDueText.short(retro, at: app.now, in: line.zone)
    let open =
      line.openQuestions == 0
      ? "every question answered" : "\(line.openQuestions) question\(line.openQuestions == 1 ? "" : "s") open"
    return TodayRow(
      id: "retro \(retro.number)", sign: Span(late > 0 ? "!" : "?", Style(foreground: .yellow, bold: true)),
      text: "retro \(retro.number) of \(retro.subject) is \(late > 0 ? due : "due \(due)"), \(open)",
      detail: LessonWords.line(retro.title), when: retro.due ?? "", isStrong: late > 0, target: .retro(retro.number))
  }

  private static func handoff(_ sides: HandoffSides, _ app: App) -> TodayRow {
    let duty = sides.duty
    let (outgoing, incoming) = (names(sides.outgoing), names(sides.incoming))
    let words = sides.side(of: app.viewer.handle) == .incoming ? "take over" : "hand over"
    return TodayRow(
      id: "handoff \(duty.number)", sign: Span("!", Style(foreground: .yellow, bold: true)),
      text: "\(words) duty \(duty.number) of \(duty.team): it waits for your signature",
      detail: incoming.isEmpty ? outgoing : "\(outgoing) to \(incoming)", when: ClockText.day(duty.window.end, app),
      target: .handoff(DutyNumber(duty.number)))
  }

  private static func names(_ people: [Handle]) -> String { people.map(\.text).joined(separator: " + ") }

  /// One line for all of them: the inbox has the rest.
  private static func lessons(_ page: TodayPage, _ app: App) -> [TodayRow] {
    guard page.openLessons > 0, let oldest = page.oldestLesson else { return [] }
    let age = app.now - oldest
    let isOne = page.openLessons == 1
    let words =
      isOne
      ? "1 lesson waits, for \(LessonAge.sentence(age))"
      : "\(page.openLessons) lessons wait, the oldest \(LessonAge.sentence(age))"
    return [
      TodayRow(
        id: "lessons",
        sign: LessonAge.isOld(age) ? Span("!", Style(foreground: .yellow, bold: true)) : Span(app.glyphs.bullet),
        text: "\(words): \(app.key(of: "go.\(LessonsScreen.name.text)"))", target: .screen(LessonsScreen.name))
    ]
  }

  /// Somebody waits; the run cannot end; the work goes on.
  private static func rank(_ need: Need) -> Int {
    switch need {
    case .confirm: 0
    case .giveReasons, .finish, .countersign, .resume: 1
    case .goOn: 2
    }
  }

  private static func row(_ run: Run, _ need: Need, _ app: App) -> TodayRow {
    let place = "\(run.version.reference)  \(run.environment.name)"
    func step(_ id: StepID) -> (text: String, at: Instant?) {
      let progress = run.progress(of: id)
      let text = run.steps.first { $0.id == id }.map { "step \($0.number) \(FilledText.line($0, run))" } ?? id.text
      return (text, progress.lastAttempt?.endedAt ?? progress.lastAttempt?.startedAt)
    }
    func row(_ sign: String, _ color: Color, _ words: String, _ at: Instant?, _ target: StepID?, urgent: Bool = false)
      -> TodayRow
    {
      TodayRow(
        id: "\(run.number) \(name(of: need))", sign: Span(sign, Style(foreground: color, bold: true)),
        text: "run \(run.number)  \(words)", detail: place, when: at.map { ClockText.minutes(app.now - $0) } ?? "",
        isStrong: urgent,
        target: .run(run.number, target))
    }
    switch need {
    case .confirm(let id, let doer):
      return row("?", .yellow, "confirm what \(doer) did: \(step(id).text)", step(id).at, id, urgent: true)
    case .countersign(let id, let doer):
      return row("?", .yellow, "countersign what \(doer) did without you: \(step(id).text)", step(id).at, id)
    case .giveReasons(let ids):
      let what = ids.count == 1 ? step(ids[0]).text : "\(ids.count) steps"
      return row("!", .yellow, "you owe a reason for \(what)", nil, ids.first)
    case .goOn(let id):
      let claimed = run.progress(of: id).state == .started
      return row(">", .cyan, claimed ? "under way: \(step(id).text)" : "next: \(step(id).text)", step(id).at, id)
    case .finish: return row("!", .green, "everything is settled: F finishes it", nil, nil)
    case .resume: return row("!", .yellow, "is paused: p resumes it", nil, nil)
    }
  }

  /// What sets apart the needs of one run. (To print the need itself takes milliseconds.)
  private static func name(of need: Need) -> String {
    switch need {
    case .confirm(let step, _): "confirm \(step)"
    case .countersign(let step, _): "countersign \(step)"
    case .giveReasons: "reasons"
    case .goOn: "go on"
    case .finish: "finish"
    case .resume: "resume"
    }
  }

  // MARK: The rest

  /// A line a person, with all the runs they are on.
  private static func people(_ page: TodayPage, _ app: App) -> [TodayRow] {
    var on: [Handle: [(run: Run, person: Participation)]] = [:]
    var order: [Handle] = []
    for run in page.active.map(\.run) {
      for person in run.progress.people where person.until == nil {
        if on[person.who] == nil { order.append(person.who) }
        on[person.who, default: []].append((run, person))
      }
    }
    return order.map { who in
      let runs = on[who] ?? []
      let name = page.people.first { $0.handle == who }?.name ?? who.text
      let places = runs.map { run, person in
        let role = person.role == .pair ? "" : person.role == .helper ? ", helping" : ", observing"
        return "run \(run.number) \(run.environment.name)\(role)"
      }
      return TodayRow(
        id: "on \(who)", sign: Span(" "),
        text: "\(who)\(name == who.text ? "" : "  \(name)")  \(places.joined(separator: "  "))",
        when: (runs.map(\.person.from).min()).map { "since \(ClockText.time($0, app))" } ?? "",
        target: runs.first.map { .run($0.run.number, nil) })
    }
  }

  private static func running(_ told: TodayRun, _ app: App) -> TodayRow {
    let (run, failed) = (told.run, told.failed)
    let trouble = failed.isEmpty ? "" : "  step \(failed.map(String.init).joined(separator: ", ")) failed"
    return TodayRow(
      id: "run \(run.number)", sign: sign(run.state, app),
      text: "run \(run.number)  \(run.version.reference)  \(run.environment.name)  "
        + "\(told.settled)/\(told.steps)\(trouble)" + (run.isRehearsal ? "  rehearsal" : ""),
      detail: "\(run.artifact)  \(run.pair.map(\.text).joined(separator: " + "))",
      when: run.progress.startedAt.map { ClockText.minutes(app.now - $0) } ?? "", isStrong: !failed.isEmpty,
      target: .run(run.number, nil))
  }

  private static func planned(_ run: RunSummary, _ app: App) -> TodayRow {
    let isLate = run.plan.map { $0.at < app.now } ?? false
    return TodayRow(
      id: "planned \(run.number)", sign: sign(.planned, app),
      text: "run \(run.number)  \(run.version)  \(run.environment)\(isLate ? "  should have begun" : "")",
      detail: "\(run.artifact)  \(run.pair.map(\.text).joined(separator: " + "))",
      when: run.plan.map { ClockText.day($0.at, app) } ?? "", isStrong: isLate,
      target: .run(run.number, nil))
  }

  private static func changes(_ page: TodayPage, _ app: App) -> [TodayRow] {
    var rows = page.changes.map { entry in
      TodayRow(
        id: "journal \(entry.seq)", sign: Span(" "), text: "\(entry.by)  \(entry.summary)",
        when: ClockText.time(entry.at, app), target: .journal(entry.seq))
    }
    if page.moreChanges > 0 {
      rows.append(
        TodayRow(
          id: "journal", sign: Span(" "), text: "and \(page.moreChanges) more in the journal",
          target: .screen(JournalScreen.name)))
    }
    return rows
  }

  private static func sign(_ state: RunState, _ app: App) -> Span {
    switch state {
    case .running: Span(app.glyphs.current, Style(foreground: .cyan))
    default: Span(" ", RunColumns.style(of: state))
    }
  }
}
