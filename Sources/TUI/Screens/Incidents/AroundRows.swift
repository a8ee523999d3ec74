import Domain
import Exchange
import Terminal

/// Where a line beside the timeline leads.
enum AroundTarget: Hashable, Sendable {
  case run(RunNumber)
  case lesson(LessonNumber)
  case update(Int)
  case incident(IncidentNumber)
  case retro
  case item(ItemNumber)
}

typealias AroundSection = ListSection<AroundTarget>
typealias AroundRow = SectionRow<AroundTarget>

/// What stands around an incident: runs, status updates, lessons, what came before, its retro and what that asks for.
struct AroundRows {
  let content: IncidentContent
  let app: App

  private var incident: Incident { content.incident }

  var sections: [AroundSection] {
    let drafts = content.record.updates.count { $0.sent == nil }
    return [
      AroundSection(title: "runs", rows: content.record.runs.map(run), empty: "No run has to do with it."),
      AroundSection(
        title: "status updates", note: drafts > 0 ? "\(drafts) to send: \(app.key(of: "incident.send"))" : "",
        rows: content.record.updates.map(update), empty: "Nothing was told yet."),
      AroundSection(
        title: "happened before",
        rows: content.record.recurrences.map(recurrence) + content.record.recurredIn.map(again),
        empty: "Nobody has said so."),
      AroundSection(title: "lessons", rows: content.record.lessons.map(lesson), empty: "None yet."),
      AroundSection(title: "retro", rows: retro + content.record.actions.map(action), empty: "None yet."),
    ]
  }

  private func run(_ related: IncidentRecord.RelatedRun) -> AroundRow {
    let run = related.record.run
    return AroundRow(
      id: "run \(related.number)",
      sign: Span(StateSigns.sign(of: run.state, app.glyphs), RunColumns.style(of: run.state)),
      text: "run \(related.number)  \(related.kind.rawValue)  \(run.version.reference)  \(run.environment.name)",
      detail: run.state.rawValue, when: run.progress.startedAt.map { ClockText.time($0, app) } ?? "",
      isStrong: run.state.isActive, target: .run(related.number))
  }

  private func update(_ update: StatusUpdate) -> AroundRow {
    let sent = update.sent
    return AroundRow(
      id: "update \(update.number)",
      sign: sent == nil ? Span("?", Style(foreground: .yellow, bold: true)) : Span(app.glyphs.done),
      text: "\(sent == nil ? "draft" : "sent") \(update.number)  \(LessonWords.line(update.text))",
      detail: (sent?.by ?? update.by).text, when: ClockText.time(sent?.at ?? update.at, app), isStrong: sent == nil,
      target: .update(update.number))
  }

  private func recurrence(_ origin: Recurrence) -> AroundRow {
    switch origin {
    case .incident(let number):
      let known = content.earlier.first { $0.number == number }
      return AroundRow(
        id: "before \(origin)", sign: Span(app.glyphs.arrowUp), text: "it is \(origin) again",
        detail: known.map(IncidentWords.title) ?? "", target: .incident(number))
    case .lesson(let number):
      return AroundRow(
        id: "before \(origin)", sign: Span(app.glyphs.arrowUp), text: "\(origin) was to prevent it",
        target: .lesson(number))
    }
  }

  private func again(_ number: IncidentNumber) -> AroundRow {
    AroundRow(
      id: "again \(number)", sign: Span(app.glyphs.arrowDown), text: "it came back as incident \(number)",
      target: .incident(number))
  }

  private func lesson(_ lesson: Lesson) -> AroundRow {
    AroundRow(
      id: "lesson \(lesson.number)",
      sign: Span(LessonWords.sign(of: lesson, app.glyphs), LessonWords.style(of: lesson)),
      text: "lesson \(lesson.number)  \(LessonWords.line(lesson.text))", detail: LessonWords.fate(of: lesson),
      target: .lesson(lesson.number))
  }

  private var retro: [AroundRow] {
    guard let retro = content.record.retro else { return [] }
    let open = retro.openQuestions(content.record.actions).count
    return [
      AroundRow(
        id: "retro", sign: Span(retro.closedAt == nil ? app.glyphs.waiting : app.glyphs.done),
        text: "retro \(retro.number)  \(retro.state.words)",
        detail: open == 0 ? "" : "\(open) question\(open == 1 ? "" : "s") open",
        when: retro.closedAt == nil ? retro.due.map { "by \($0)" } ?? "" : "", target: .retro)
    ]
  }

  private func action(_ action: RetroAction) -> AroundRow {
    AroundRow(
      id: "item \(action.item.number)", sign: Span(ItemWords.sign(of: action.item.state, app.glyphs)),
      text: "#\(action.item.number)  \(LessonWords.line(action.item.title))",
      detail: "\(action.kind.rawValue), \(action.item.state.rawValue)", when: action.item.due ?? "",
      target: .item(action.item.number))
  }
}
