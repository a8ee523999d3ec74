import Domain
import Terminal
import Text

/// One line of the list: sign, number, text, and on the right who and when.
struct StepLine {
  let run: Run
  let outline: RunOutline
  let app: App
  let number: RunNumber
  let glyphs: Glyphs
  /// How many are open on a step.
  let redlines: [StepID: Int]
  /// What is told of a command.
  let words: (Execution) -> CommandWords

  private static let numberWidth = 3

  func draw(_ row: StepList.Row, on screen: inout Screen, in place: Rect) {
    switch row {
    case .section(let section): drawSection(section, on: &screen, in: place)
    case .group(let group):
      screen.put(
        group.joined(separator: " / "), at: Point(x: place.x + 3, y: place.y), style: Style(dim: true, underline: true),
        width: place.width - 5)
    case .step(let step): draw(step, on: &screen, in: place)
    case .attempt(let step, let index): drawAttempt(step, index, on: &screen, in: place)
    case .confirmation(let step): drawConfirmation(step, on: &screen, in: place)
    case .command(let step, let execution):
      remark(step, words(execution).line(barWidth: place.width < 70 ? 0 : 10), on: &screen, in: place)
    case .owed(let step):
      remark(
        step, [Span("\(glyphs.warning) a reason is owed: R gives it", Style(foreground: .yellow))], on: &screen,
        in: place)
    }
  }

  private func drawSection(_ section: Section, on screen: inout Screen, in place: Rect) {
    let count = outline.count(section)
    let isOpen = run.progress.isOpen(section, in: run.version)
    let state = isOpen ? "" : section.isRequired ? "  not begun" : "  not entered"
    screen.put(
      [Span(section.rawValue.uppercased(), isOpen ? .bold : .dim), Span(" \(count.text)\(state)", .dim)],
      at: Point(x: place.x + 1, y: place.y), width: place.width - 3)
  }

  private func draw(_ step: Step, on screen: inout Screen, in place: Rect) {
    let progress = run.progress(of: step.id)
    let isWriting = app.isWriting(step.id, of: number)
    let isInactive = progress.state == .inactive
    let quiet: Style = isInactive ? .dim : .plain
    var x = place.x + 1
    let sign = isWriting ? (glyphs.ellipsis.count == 1 ? glyphs.ellipsis : ":") : sign(of: step, progress)
    let color = progress.isAwaitingConfirmation ? Color.yellow : StateSigns.color(of: progress.state)
    screen.put(sign, at: Point(x: x, y: place.y), style: Style(foreground: color, bold: progress.state == .started))
    x += 2
    let digits = "\(step.number)".padded(toWidth: Self.numberWidth, alignment: .right)
    screen.put(digits, at: Point(x: x, y: place.y), style: .dim)
    x += Self.numberWidth + 1 + min(4, step.depth) * 2
    let text = FilledText.line(step, run)
    let flag = step.isKiller ? " \(glyphs.flag)" : ""
    let mark = redlines[step.id].map { " \(glyphs.redline)\($0 > 1 ? "\($0)" : "")" } ?? ""
    let mode = step.mode == .manual ? "" : " \(CommandSigns.sign(of: step.mode))"
    let signs = flag.displayWidth + mark.displayWidth + mode.displayWidth
    var right = isWriting ? [Span("being written", .dim)] : info(on: step, progress)
    var rightWidth = right.reduce(0) { $0 + $1.text.displayWidth }
    // Whose role it is matters less than what it says, and stands in the detail too.
    if progress.attempts.isEmpty, x + text.displayWidth + signs + rightWidth + 3 > place.maxX {
      right = []
      rightWidth = 0
    }
    let end = place.maxX - 2 - rightWidth
    if rightWidth > 0 { screen.put(right, at: Point(x: end, y: place.y)) }
    let room = end - x - (rightWidth > 0 ? 1 : 0) - signs
    x += screen.put(text, at: Point(x: x, y: place.y), style: quiet, width: max(0, room))
    let spans = [
      Span(flag, Style(foreground: .magenta, bold: true)), Span(mark, Style(foreground: .yellow)), Span(mode, .dim),
    ]
    screen.put(spans, at: Point(x: x, y: place.y))
  }

  private func sign(of step: Step, _ progress: StepProgress) -> String {
    if progress.isAwaitingConfirmation { return "?" }
    if step.attributes.wait != nil, progress.state == .started { return glyphs.waiting }
    return StateSigns.sign(of: progress.state, glyphs)
  }

  /// Who and when; for a step that somebody is at, for how long.
  private func info(on step: Step, _ progress: StepProgress) -> [Span] {
    let times = progress.attempts.filter { $0.outcome != nil }.count
    let nth = times > 1 && progress.state != .failed ? "\(Ordinal.text(times)) " : ""
    guard let attempt = progress.lastAttempt else {
      if step.attributes.wait != nil, progress.state == .open { return [Span(wait(step), .dim)] }
      guard progress.state == .open else { return [] }
      let mode = step.mode == .manual ? nil : step.mode.rawValue
      return [Span([mode, step.attributes.role].compactMap(\.self).joined(separator: "  "), .dim)]
    }
    if let outcomeAt = attempt.endedAt {
      let who = attempt.endedBy?.by.text ?? ""
      return [Span("\(nth)\(who) \(ClockText.time(outcomeAt, app))", .dim)]
    }
    guard let startedAt = attempt.startedAt else { return [] }
    let taken = app.now - startedAt
    let who = attempt.startedBy?.text ?? ""
    if let wait = step.attributes.wait {
      let left = wait - taken
      return left > .zero
        ? [
          Span("\(who) ", .dim),
          Span("\(ClockText.elapsed(left + .milliseconds(999))) left", Style(foreground: .yellow)),
        ]
        : [Span("\(who) ", .dim), Span("waited", Style(foreground: .green))]
    }
    let isLate = step.attributes.expect.map { taken > $0 } ?? false
    return [Span("\(who) ", .dim), Span(ClockText.elapsed(taken), Style(foreground: isLate ? .yellow : .cyan))]
  }

  private func wait(_ step: Step) -> String {
    step.attributes.wait.map { "waits \(StepDuration.text($0))" } ?? ""
  }

  private func drawAttempt(_ step: Step, _ index: Int, on screen: inout Screen, in place: Rect) {
    let progress = run.progress(of: step.id)
    guard progress.attempts.indices.contains(index), let outcome = progress.attempts[index].outcome else { return }
    let attempt = progress.attempts[index]
    let state = StepState(outcome)
    let nth = progress.attempts.count > 1 ? "\(Ordinal.text(index + 1)): " : ""
    let why = attempt.reason ?? "no reason yet"
    let head = Span(
      "\(nth)\(StateSigns.sign(of: state, glyphs)) \(outcome.rawValue): ",
      Style(foreground: StateSigns.color(of: state)))
    let isLast = index == progress.attempts.count - 1
    let when =
      isLast ? "" : "  \(attempt.endedBy?.by.text ?? "") \(attempt.endedAt.map { ClockText.time($0, app) } ?? "")"
    remark(step, [head, Span(why.replacing("\n", with: " ")), Span(when, .dim)], on: &screen, in: place)
  }

  private func drawConfirmation(_ step: Step, on screen: inout Screen, in place: Rect) {
    let doer = run.progress(of: step.id).lastAttempt?.endedBy?.by
    let others = run.pair.filter { $0 != doer }
    let who = others.first
    let isMine = who == app.viewer.handle
    let words =
      isMine
      ? "waits for you to confirm: v"
      : who.map { "waits for \($0) to confirm" } ?? "waits for a second person: V goes on"
    remark(step, [Span("? \(words)", Style(foreground: .yellow, bold: isMine))], on: &screen, in: place)
  }

  private func remark(_ step: Step, _ spans: [Span], on screen: inout Screen, in place: Rect) {
    let x = place.x + 3 + Self.numberWidth + 1 + min(4, step.depth) * 2
    screen.put(spans, at: Point(x: x, y: place.y), width: place.maxX - 2 - x)
  }
}

enum Ordinal {
  /// `1st`, `2nd`, `3rd`, `4th`, `11th`.
  static func text(_ number: Int) -> String {
    let tail: String
    switch (number % 10, number % 100) {
    case (_, 11...13): tail = "th"
    case (1, _): tail = "st"
    case (2, _): tail = "nd"
    case (3, _): tail = "rd"
    default: tail = "th"
    }
    return "\(number)\(tail)"
  }
}
