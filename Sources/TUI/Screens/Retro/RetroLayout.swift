import ChecklistFile
import Domain
import Exchange
import Terminal
import Text

/// A retro laid out for a meeting: earlier actions first, the four questions, and then what was found.
struct RetroLayout {
  let record: RetroRecord
  /// In columns, at least 20.
  let width: Int
  let app: App

  /// Whether the questions stand apart, as on a wall.
  static func isRoomy(_ app: App) -> Bool { app.size.height >= 40 }

  private var retro: Retro { record.retro }
  private var content: RetroContent { retro.content }
  private var glyphs: Terminal.Glyphs { app.glyphs }

  var rows: [RetroRow] {
    people + earlier + questions + impact + lists + surprised + actions + lessons
  }

  // MARK: The parts

  private var people: [RetroRow] {
    let facilitator = retro.facilitator.map { "led by \(name($0))" } ?? "nobody leads it yet"
    let others = retro.attendees.filter { $0 != retro.facilitator }.map(name)
    let with = others.isEmpty ? "" : "  with \(others.joined(separator: ", "))"
    return record.incidents.flatMap { incident in
      wrapped(
        [
          Span("incident \(incident.number)  ", .dim),
          Span(
            "\(incident.severity), \(incident.state.rawValue)"
              + (incident.title == retro.title ? "" : "  \(incident.title)")),
        ],
        indent: 3)
    } + row(.people, glyphs.bullet, .dim, facilitator + with)
  }

  private var earlier: [RetroRow] {
    var rows = heading("earlier actions, and whether they worked")
    if record.earlier.isEmpty { return rows + hint("None waits for a judgement.") }
    for action in record.earlier {
      let judgement = content.judgements.first { $0.item == action.item.number.value }
      let (sign, style) = sign(of: judgement?.verdict)
      let item = action.item
      rows += row(
        .earlier(item.number), sign, style,
        "item \(item.number)  \(action.kind.rawValue), retro \(action.retro), \(item.state.rawValue)  \(item.title)",
        right: judgement?.verdict.words ?? "not judged")
      if let note = judgement?.note, !note.isEmpty { rows += wrapped([Span(note, .dim)], part: .earlier(item.number)) }
    }
    return rows
  }

  private var questions: [RetroRow] {
    let open = record.openQuestions.count
    return heading("the four questions", note: open == 0 ? "none open" : "\(open) open")
      + RetroQuestion.allCases.flatMap(question)
  }

  private func question(_ question: RetroQuestion) -> [RetroRow] {
    let answer = content[question]
    let state = retro.state(of: question, record.actions)
    let part = RetroPart.question(question)
    let (sign, style) = self.sign(of: state)
    let gap = Self.isRoomy(app) && question != .whatHappened ? [RetroRow(spans: [])] : []
    var rows = gap + row(part, sign, style, question.title, isStrong: true, right: state.words)
    if !answer.text.isEmpty {
      rows += MarkdownLines.lines(of: MarkdownPage(answer.text), width: width - 6, glyphs: glyphs).map { line in
        RetroRow(spans: [Span("     ")] + line.spans, part: part)
      }
    } else if state == .open {
      rows += wrapped(
        [
          Span(
            "\(app.key(of: "retro.change")) answers it, \(app.key(of: "retro.unknown")) says that we don't know", .dim)
        ],
        part: part)
    }
    for (index, decision) in answer.decisions.enumerated() {
      rows += wrapped(
        [Span("decided by \(decision.by): ", .dim), Span(decision.text)], part: .decision(question, index),
        sign: glyphs.flag)
    }
    for action in record.actions where action.question == question {
      rows += wrapped([Span(words(of: action))], part: part, sign: ItemWords.sign(of: action.item.state, glyphs))
    }
    for number in answer.lessons {
      let text = record.lessons.first { $0.number.value == number }?.text ?? "it was removed"
      rows += wrapped([Span("lesson \(number): ", .dim), Span(text)], part: part, sign: glyphs.redline)
    }
    if state == .unknown {
      rows += wrapped(
        [Span("asks for an action, with an owner and a date: \(app.key(of: "retro.action"))", .dim)], part: part,
        sign: glyphs.warning)
    } else if record.looseAnswers.contains(question) {
      rows += wrapped(
        [Span("ends in nothing yet: no action, no lesson, no decision", .dim)], part: part,
        sign: glyphs.warning)
    }
    return rows
  }

  private var impact: [RetroRow] { written(.impact, "impact", content.impact, "whom it hurt, how much, for how long") }

  private var surprised: [RetroRow] {
    written(.surprised, "why we were surprised", content.whySurprised, "what we believed that was not so")
  }

  private var lists: [RetroRow] {
    RetroList.allCases.flatMap { list -> [RetroRow] in
      let count = list.count(in: content)
      var rows = [RetroRow(spans: [])] + title(.list(list), list.title, count: count)
      for index in 0..<count {
        let kind = list == .factors ? content.factors[index].kind.rawValue + ": " : ""
        rows += row(
          .line(list, index), glyphs.bullet, .dim, kind + (list.line(index, in: content) ?? ""))
      }
      return rows
    }
  }

  private var actions: [RetroRow] {
    [RetroRow(spans: [])] + title(.actions, "actions", count: record.actions.count)
      + record.actions.flatMap { action in
        row(
          .action(action.item.number), ItemWords.sign(of: action.item.state, glyphs),
          ItemWords.style(of: action.item.state), words(of: action), right: action.item.state.rawValue)
      }
  }

  private var lessons: [RetroRow] {
    guard !record.lessons.isEmpty else { return [] }
    return heading("lessons")
      + record.lessons.flatMap { lesson in
        row(
          .lesson(lesson.number), LessonWords.sign(of: lesson, glyphs), LessonWords.style(of: lesson),
          "lesson \(lesson.number)  \(lesson.checklist)  \(LessonWords.line(lesson.text))",
          right: LessonWords.fate(of: lesson))
      }
  }

  // MARK: Lines

  private func words(of action: RetroAction) -> String {
    let item = action.item
    let owners = item.owners.isEmpty ? "nobody" : item.owners.map(\.text).joined(separator: " + ")
    return
      "item \(item.number)  \(action.kind.rawValue)  \(item.title)  (\(owners), \(item.due.map { "due \($0)" } ?? "no date"))"
  }

  private func name(_ who: Handle) -> String {
    guard let name = record.names[who], !name.isEmpty, name != who.text else { return who.text }
    return "\(who) (\(name))"
  }

  private func sign(of verdict: ActionJudgement.Verdict?) -> (String, Style) {
    switch verdict {
    case .worked: (glyphs.done, Style(foreground: .green))
    case .didNotWork: (glyphs.failed, Style(foreground: .red))
    case .tooEarly: (glyphs.waiting, Style(foreground: .yellow))
    case .notDone: (glyphs.notApplicable, .dim)
    case nil: ("?", Style(foreground: .yellow, bold: true))
    }
  }

  private func sign(of state: RetroQuestionState) -> (String, Style) {
    switch state {
    case .open, .unknown: ("?", Style(foreground: .yellow, bold: true))
    case .promised: (glyphs.waiting, Style(foreground: .cyan))
    case .answered: (glyphs.done, Style(foreground: .green))
    }
  }

  private func heading(_ text: String, note: String = "") -> [RetroRow] {
    [
      RetroRow(spans: []),
      RetroRow(spans: [Span(text.uppercased(), .bold), Span(note.isEmpty ? "" : "  \(note)", .dim)]),
    ]
  }

  /// A heading that the cursor stands on.
  private func title(_ part: RetroPart, _ text: String, count: Int) -> [RetroRow] {
    let key = app.key(of: "retro.change")
    return [
      RetroRow(
        spans: [Span(text.uppercased(), .bold), Span(count == 0 ? "" : " \(count)", .dim)],
        right: Span("\(key) adds one", .dim), part: part, isHead: true)
    ]
  }

  private func written(_ part: RetroPart, _ title: String, _ text: String, _ hint: String) -> [RetroRow] {
    var rows = [
      RetroRow(spans: []), RetroRow(spans: [Span(title.uppercased(), .bold)], part: part, isHead: true),
    ]
    if text.isEmpty {
      rows += wrapped([Span(hint, .dim)], part: part, indent: 3)
    } else {
      rows += MarkdownLines.lines(of: MarkdownPage(text), width: width - 4, glyphs: glyphs).map {
        RetroRow(spans: [Span("   ")] + $0.spans, part: part)
      }
    }
    return rows
  }

  /// A sign, words on as many lines as they need, and what stands at the right of the first one.
  private func row(
    _ part: RetroPart, _ sign: String, _ style: Style, _ text: String, isStrong: Bool = false, right: String = ""
  ) -> [RetroRow] {
    let room = right.isEmpty || width < right.displayWidth + 30 ? width : width - right.displayWidth - 2
    let isTold = room < width || right.isEmpty
    let lines = SpanWrapping(width: room, first: [Span("\(sign)  ", style)], rest: [Span("   ")])
      .lines([Span(text, isStrong ? .bold : .plain)])
    var rows = lines.enumerated().map { index, line in
      RetroRow(
        spans: line.spans, right: Span(index == 0 && isTold ? right : "", .dim), part: part, isHead: index == 0)
    }
    if !isTold { rows += wrapped([Span(right, .dim)], part: part, indent: 3) }
    return rows
  }

  private func wrapped(_ spans: [Span], part: RetroPart? = nil, indent: Int = 5, sign: String = "") -> [RetroRow] {
    let margin = String(repeating: " ", count: indent)
    let first = sign.isEmpty ? margin : margin + sign.padded(toWidth: 3)
    let isOwn = if case .decision = part { true } else { false }
    return SpanWrapping(
      width: width, first: [Span(first, .dim)], rest: [Span(String(repeating: " ", count: first.displayWidth))]
    )
    .lines(spans).enumerated().map { RetroRow(spans: $1.spans, part: part, isHead: isOwn && $0 == 0) }
  }

  private func hint(_ text: String) -> [RetroRow] { wrapped([Span(text, .dim)], indent: 3) }
}
