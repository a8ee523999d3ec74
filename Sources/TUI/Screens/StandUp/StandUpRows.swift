import Domain
import Terminal

/// Where Enter leads from a line of the stand-up.
enum StandUpTarget: Hashable, Sendable {
  case run(RunNumber, StepID?)
  case record(RunNumber)
  case incident(IncidentNumber)
  case item(ItemNumber)
  case lesson(LessonNumber)
  case duty(DutyNumber)
  case handoff(DutyNumber)
}

typealias StandUpSection = ListSection<StandUpTarget>
typealias StandUpRow = SectionRow<StandUpTarget>

/// Puts a team's morning into lines.
struct StandUpRows {
  let standUp: StandUp
  let app: App

  var sections: [StandUpSection] {
    let day = CivilTime(date: standUp.day.last).map { "\(Self.days[$0.weekday - 1]) " } ?? ""
    let since = "since \(day)\(standUp.day.last)"
    return [
      StandUpSection(title: "on duty", rows: duties, empty: "Nobody is on duty.")
    ] + incidents(since) + [
      StandUpSection(title: "runs", note: since, rows: standUp.runs.map(ran), empty: "Nothing was run."),
      StandUpSection(
        title: "accepted", note: since, rows: standUp.accepted.map(accepted), empty: "Nothing was accepted."),
      StandUpSection(title: "planned today", rows: standUp.plans.map(planned), empty: "Nothing is planned."),
      StandUpSection(
        title: "waiting",
        rows: standUp.waiting.filter { isMine($0) }.map(waiting)
          + standUp.waiting.filter { !isMine($0) }.map(waiting), empty: "Nothing waits for anybody."),
    ]
  }

  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let attention = Style(foreground: .yellow, bold: true)

  private func names(_ people: [Handle]) -> String {
    people.isEmpty ? "nobody" : people.map(\.text).joined(separator: " + ")
  }

  // MARK: Who is on

  private var duties: [StandUpRow] {
    let now = standUp.duty.map { duty in
      StandUpRow(
        id: "now", sign: Span(app.glyphs.current, Style(foreground: .cyan)), who: names(duty.people),
        text: duty.duty.isGap ? "a pair is two people" : "",
        detail: "duty \(duty.number)", when: "until \(ClockText.day(duty.window.end, app))",
        isStrong: duty.people.contains(app.viewer.handle), target: .duty(DutyNumber(duty.number)))
    }
    let next = standUp.handsOverTo.map { duty in
      StandUpRow(
        id: "next", who: names(duty.people), text: "take over today", detail: "duty \(duty.number)",
        when: "from \(ClockText.day(duty.window.start, app))", isStrong: duty.people.contains(app.viewer.handle),
        target: .duty(DutyNumber(duty.number)))
    }
    return [now, next].compactMap(\.self)
  }

  // MARK: What was, and what is to come

  private func words(_ run: RunSummary) -> String {
    "run \(run.number)  \(run.version)  \(run.environment)" + (run.isRehearsal ? "  rehearsal" : "")
  }

  /// Only where there were any: that there were none is the usual case.
  private func incidents(_ since: String) -> [StandUpSection] {
    let rows = standUp.incidents.map { incident in
      StandUpRow(
        id: "incident \(incident.number)",
        sign: Span(
          IncidentWords.sign(of: incident.state, app.glyphs), IncidentWords.style(of: incident.state)),
        text: "\(IncidentWords.name(incident)), \(incident.state.rawValue): \(IncidentWords.title(incident))",
        detail: names(incident.roles.everybody), when: ClockText.day(incident.times.began, app),
        isStrong: incident.state.isActive, target: .incident(incident.number))
    }
    return rows.isEmpty ? [] : [StandUpSection(title: "incidents", note: since, rows: rows, empty: "")]
  }

  private func ran(_ run: RunSummary) -> StandUpRow {
    let steps = run.state.isActive ? "  \(run.settled)/\(run.active)" : ""
    return StandUpRow(
      id: "run \(run.number)",
      sign: Span(StateSigns.sign(of: run.state, app.glyphs), RunColumns.style(of: run.state)),
      text: "\(words(run))  \(run.state.rawValue)\(steps)", detail: "\(run.artifact)  \(names(run.pair))",
      when: (run.endedAt ?? run.startedAt).map { ClockText.day($0, app) } ?? "",
      target: run.state.isOver ? .record(run.number) : .run(run.number, nil))
  }

  private func accepted(_ item: ItemLine) -> StandUpRow {
    StandUpRow(
      id: "accepted \(item.number)", text: "#\(item.number)  \(item.title)",
      detail: ([item.type.rawValue] + item.owners.map(\.text)).joined(separator: "  "),
      when: item.acceptedAt.map { ClockText.day($0, app) } ?? "", target: .item(item.number))
  }

  private func planned(_ run: RunSummary) -> StandUpRow {
    let isLate = run.plan.map { $0.at < app.now } ?? false
    return StandUpRow(
      id: "planned \(run.number)", sign: isLate ? Span("!", Self.attention) : Span(" "),
      who: run.pair.isEmpty ? "" : names(run.pair),
      text: words(run) + (isLate ? "  should have begun" : ""), detail: "\(run.artifact)",
      when: run.plan.map { ClockText.day($0.at, app) } ?? "", isStrong: run.pair.contains(app.viewer.handle),
      target: .run(run.number, nil))
  }

  // MARK: What waits

  private func isMine(_ waiting: Waiting) -> Bool { waiting.people.contains(app.viewer.handle) }

  private func waiting(_ waiting: Waiting) -> StandUpRow {
    let (id, text, when, target) = facts(of: waiting.what)
    let isMine = isMine(waiting)
    return StandUpRow(
      id: id, sign: isMine ? Span("?", Self.attention) : Span(" "),
      who: waiting.people.isEmpty ? "somebody" : waiting.people.map(\.text).joined(separator: ", "), text: text,
      when: when, isStrong: isMine, target: target)
  }

  private func facts(of what: WaitingOn) -> (id: String, text: String, when: String, target: StandUpTarget) {
    switch what {
    case .acceptance(let item):
      ("accept \(item.number)", "accept or reject #\(item.number)  \(item.title)", "", .item(item.number))
    case .blocked(let item):
      ("blocked \(item.number)", "#\(item.number) waits for something  \(item.title)", "", .item(item.number))
    case .review(let run):
      ("review \(run.number)", "review run \(run.number)", "by \(run.reviewDue ?? "")", .record(run.number))
    case .deferred(let step):
      (
        "deferred \(step.run) \(step.step)", "run \(step.run) put off: \(step.text) (\(step.reason))",
        ClockText.day(step.at, app), .record(step.run)
      )
    case .redline(let lesson):
      (
        "redline \(lesson.number)", "redline of \(lesson.checklist): \(lesson.text)", ClockText.day(lesson.at, app),
        .lesson(lesson.number)
      )
    case .signature(let duty):
      ("signature \(duty.number)", "sign the hand-over of duty \(duty.number)", "", .handoff(DutyNumber(duty.number)))
    }
  }
}
