import ChecklistFile
import Domain
import Terminal
import Text

/// A lesson laid out to be read: what was learned and where, what is proposed beside what stands there now, what became
/// of it.
struct LessonPage {
  let content: LessonContent
  let width: Int
  let app: App

  private var lesson: Lesson { content.lesson }
  private var facts: LabelledLines { LabelledLines(width: width) }

  var lines: [StyledLine] {
    SpanWrapping(width: width).lines([Span(lesson.text, .bold)]) + [StyledLine()] + origin + fate + proposal + now
  }

  // MARK: Where it comes from

  private var origin: [StyledLine] {
    let when = ClockText.dateAndTime(lesson.at, app)
    var lines = facts.lines("from", "\(lesson.source), by \(lesson.by) on \(when)")
    lines += facts.lines("checklist", "\(lesson.checklist)\(latestWords)")
    if let before = content.before {
      lines += facts.lines(
        "before", "this happened before: lesson \(before.number), \(LessonWords.fate(of: before)): \(before.text)")
    }
    for again in content.again {
      let isAfter = lesson.fate.map { $0.kind == .folded && again.at >= $0.at } ?? false
      lines += facts.lines(
        "came back", "lesson \(again.number), \(again.source): \(again.text)",
        isAfter ? Style(foreground: .yellow) : .plain)
    }
    return lines
  }

  private var latestWords: String {
    guard case .success(let beside) = content.beside else { return ", learned by v\(lesson.base)" }
    return beside.latest == lesson.base
      ? ", learned by v\(lesson.base), the latest" : ", learned by v\(lesson.base); v\(beside.latest) is the latest"
  }

  // MARK: What became of it

  private var fate: [StyledLine] {
    guard let fate = lesson.fate else {
      let age = LessonAge(of: lesson, app.now)
      return facts.lines("fate", [Span("open for \(LessonAge.sentence(app.now - lesson.at))", age.style)])
    }
    let when = "by \(fate.by) on \(ClockText.dateAndTime(fate.at, app))"
    let after = ", after \(LessonAge.sentence(fate.at - lesson.at))"
    switch fate.outcome {
    case .folded(let version, let step):
      let line = step.map { ", where step \($0) carries it" } ?? ""
      return facts.lines("fate", "folded into v\(version)\(line), \(when)\(after)", LessonWords.style(of: lesson))
        + facts.lines(
          "reason of v\(version)", content.carrier.map { $0.reason.isEmpty ? "none was given" : $0.reason } ?? "")
    case .item(let name):
      guard fate.item != nil else { return facts.lines("fate", "became item \(name), \(when)\(after)") }
      let now = content.item.map { " (\($0.type.rawValue), \($0.state.rawValue)): \($0.title)" }
      return facts.lines("fate", "became item \(name)\(now ?? ", which was removed")")
        + facts.lines("", "\(when)\(after)")
    case .declined(let reason): return facts.lines("fate", "declined: \(reason)") + facts.lines("", "\(when)\(after)")
    }
  }

  // MARK: What is to change

  private var proposal: [StyledLine] {
    guard let edit = lesson.edit else {
      return heading("Proposed") + text("Nobody has said yet what is to change: \(app.key(of: "lesson.change")) does.")
    }
    guard case .success(let beside) = content.beside, lesson.isOpen else {
      return heading("Proposed") + text(edit.summary)
    }
    if let conflict = beside.conflict {
      return heading("Proposed") + text(edit.summary) + [StyledLine()]
        + ConflictLines(conflict: conflict, latest: beside.latest, width: width, glyphs: app.glyphs).lines
        + [StyledLine()]
        + text(
          "\(app.key(of: "lesson.change")) proposes it anew for v\(beside.latest), \(app.key(of: "lesson.fold")) and "
            + "\(app.key(of: "fold.edit")) write the page by hand, \(app.key(of: "lesson.decline")) declines it.")
    }
    return heading("Proposed: what would change in v\(beside.latest)")
      + beside.changes.flatMap { $0.lines(width: width) }
  }

  private var now: [StyledLine] {
    switch content.beside {
    case .failure(let failure): return heading("The checklist") + text(failure.words)
    case .success(let beside):
      guard let step = beside.step else {
        let id = lesson.carrier ?? lesson.step
        return id.map { heading("The step now") + text("\($0) is not in v\(beside.latest).") } ?? []
      }
      let place = ([step.section.rawValue] + step.group).joined(separator: " / ")
      return heading("The step now, in v\(beside.latest)  \(place)")
        + StepLines(step: step, width: width, app: app).lines
    }
  }

  private func heading(_ text: String) -> [StyledLine] {
    [StyledLine()] + SpanWrapping(width: width).lines([Span(text, Style(bold: true, underline: true))])
  }

  private func text(_ words: String) -> [StyledLine] { SpanWrapping(width: width).lines([Span(words)]) }
}

/// One step with its attributes and details, as its page shows it.
private struct StepLines {
  let step: Step
  let width: Int
  let app: App

  var lines: [StyledLine] {
    let margin = [Span("    ")]
    var text = MarkdownPage.inline(step.text).spans()
    if step.isKiller { text.append(Span(" \(app.glyphs.flag)", Style(foreground: .magenta, bold: true))) }
    let number = "\(step.number)".padded(toWidth: 3, alignment: .right)
    let isRoomy = width > Margin.leastRoom + 4
    var lines = SpanWrapping(width: width, first: [Span("\(number) ", .dim)], rest: isRoomy ? margin : []).lines(text)
    lines += FactRows(width: width, margin: isRoomy ? margin : []).lines(
      StepFacts.spans(of: step.attributes, app.glyphs))
    let body = MarkdownLines.lines(of: MarkdownPage(step.body), width: max(1, width - 4), glyphs: app.glyphs)
    return lines + body.map { $0.spans.isEmpty ? $0 : StyledLine(margin + $0.spans) }
  }
}
