import ChecklistFile
import Domain
import Terminal
import Text

/// Everything about the selected step, in lines of a width.
struct StepDetail {
  let screen: RunScreen
  let app: App
  let width: Int
  let glyphs: Glyphs

  init(_ screen: RunScreen, _ app: App, width: Int, glyphs: Glyphs = .unicode) {
    self.screen = screen
    self.app = app
    self.width = width
    self.glyphs = glyphs
  }

  var lines: [[Span]] {
    guard let run = screen.run, let step = screen.step else { return [] }
    let progress = run.progress(of: step.id)
    let parts = [
      title(step, run) + facts(step, run, progress), redlined(step, run), body(step, run), returned(step, run),
      commands(step), attempts(progress, run), remarks(step, run), told(step),
    ]
    return Array(parts.filter { !$0.isEmpty }.joined(separator: [[]]))
  }

  private func wrapped(_ text: String, _ style: Style = .plain, indent: String = "") -> [[Span]] {
    let room = max(4, width - indent.displayWidth)
    return text.wrapped(toWidth: room).map { [Span(indent, style), Span($0, style)] }
  }

  // MARK: What to do

  private func title(_ step: Step, _ run: Run) -> [[Span]] {
    let runs = MarkdownPage.inline(step.text).filled(with: run.parameters)
    return SpanWrapping(width: width).lines(runs.spans(on: .bold)).map(\.spans)
  }

  private func body(_ step: Step, _ run: Run) -> [[Span]] {
    let page = MarkdownPage(step.body).filled(
      with: run.parameters, secrets: run.version.settings.secretNames)
    return MarkdownLines.lines(of: page, width: width, glyphs: glyphs).map(\.spans)
  }

  /// What decides how the step is done, right under its text: a small pane shows only that much.
  private func facts(_ step: Step, _ run: Run, _ progress: StepProgress) -> [[Span]] {
    var asked = step.attributes
    asked.condition = nil
    asked.mode = nil
    var facts = StepFacts.spans(of: asked, glyphs, values: run.parameters)
    if let condition = step.attributes.condition, progress.state == .inactive, !condition.holds(for: run.parameters) {
      facts.append(Span("not now: \(StepFacts.words(of: condition))", .dim))
    }
    if let mode = CommandSigns.words(of: step.mode) { facts.append(Span(mode, .dim)) }
    if let last = progress.lastAttempt { facts += self.facts(of: last, progress) }
    return FactRows(width: width).lines(facts).map(\.spans)
  }

  private func facts(of last: Attempt, _ progress: StepProgress) -> [Span] {
    let nth = progress.attempts.count > 1 ? "\(Ordinal.text(progress.attempts.count)) " : ""
    var facts: [Span] = []
    if let outcome = last.outcome {
      let state = StepState(outcome)
      let who = last.endedBy.map { " \($0.by)" } ?? ""
      facts.append(
        Span(
          "\(nth)\(StateSigns.sign(of: state, glyphs)) \(outcome.rawValue)\(who)",
          Style(foreground: StateSigns.color(of: state))))
    } else if let who = last.startedBy, let at = last.startedAt {
      let taken = ClockText.elapsed(app.now - at)
      facts.append(Span("\(nth)\(glyphs.current) \(who) \(taken)", Style(foreground: .cyan)))
    }
    if progress.isAwaitingConfirmation { facts.append(Span("? to be confirmed", Style(foreground: .yellow))) }
    if !progress.owedReasons.isEmpty { facts.append(Span("\(glyphs.warning) reason owed", Style(foreground: .yellow))) }
    return facts
  }

  /// What somebody proposes to make of the line; it says what it says until that is folded.
  private func redlined(_ step: Step, _ run: Run) -> [[Span]] {
    screen.redlines.filter { $0.step == step.id }.flatMap { lesson -> [[Span]] in
      let words = RedlineWords(lesson: lesson, version: run.version)
      let first = [Span("\(glyphs.redline) ", Style(foreground: .yellow))]
      return SpanWrapping(width: width, first: first, rest: [Span("  ")])
        .lines(words.proposal + [Span("  \(words.origin(app, on: run.number))", .dim)]).map(\.spans)
    }
  }

  /// How it usually goes, and why the line is there.
  private func told(_ step: Step) -> [[Span]] {
    guard let history = screen.history else { return [] }
    return wrapped(HistoryWords(history: history).sentences(on: step).joined(separator: " "), .dim)
      .filter { !$0[1].text.isEmpty }
  }

  private func returned(_ step: Step, _ run: Run) -> [[Span]] {
    run.entries.filter { $0.kind == .stepReturned && $0.step == step.id }.flatMap { entry in
      wrapped(
        "\(glyphs.deferred) deferred by \(entry.value ?? "an earlier run"): \(entry.reason ?? "")",
        Style(foreground: .yellow))
    }
  }

  // MARK: What happened

  /// What ran of its commands, the last one first; older ones are on the record.
  private func commands(_ step: Step) -> [[Span]] {
    let executions = screen.executions.filter { $0.step == step.id }
    var lines = executions.suffix(3).reversed().flatMap { execution -> [[Span]] in
      let words = screen.words(of: execution, app, glyphs)
      let began = execution.isRunning ? "" : " \(ClockText.time(execution.startedAt, app))"
      let head = SpanWrapping(width: width, first: [Span("execution \(execution.number) ", .dim)], rest: [Span("  ")])
        .lines(words.line(barWidth: min(12, width / 4)) + [Span("  \(execution.by)\(began)", .dim)])
      return head.map(\.spans)
    }
    if executions.count > 3 { lines += wrapped("and \(executions.count - 3) before: i has the record", .dim) }
    return lines
  }

  private func attempts(_ progress: StepProgress, _ run: Run) -> [[Span]] {
    progress.attempts.enumerated().flatMap { index, attempt in
      lines(of: attempt, nth: progress.attempts.count > 1 ? index + 1 : nil, progress, run)
    }
  }

  private func lines(of attempt: Attempt, nth: Int?, _ progress: StepProgress, _ run: Run) -> [[Span]] {
    let prefix = nth.map { "\(Ordinal.text($0)) " } ?? ""
    var lines: [[Span]] = []
    if let outcome = attempt.outcome {
      let state = StepState(outcome)
      var text = "\(prefix)\(StateSigns.sign(of: state, glyphs)) \(outcome.rawValue)"
      text += " by \(attempt.endedBy?.by.text ?? "")"
      if let by = attempt.endedBy, !by.isOneself { text += " (typed at \(by.login)'s)" }
      if let at = attempt.endedAt { text += " at \(ClockText.time(at, app))" }
      if let taken = attempt.duration { text += " after \(ClockText.elapsed(taken))" }
      lines += wrapped(text, Style(foreground: StateSigns.color(of: state)))
    } else if let who = attempt.startedBy, let at = attempt.startedAt {
      lines += wrapped(
        "\(prefix)\(glyphs.current) \(who) is at it since \(ClockText.time(at, app)), \(ClockText.elapsed(app.now - at))",
        Style(foreground: .cyan))
    }
    if let value = attempt.value { lines += wrapped("value: \(value)", indent: "  ") }
    if let reason = attempt.reason { lines += wrapped(reason, indent: "  ") }
    if let entry = attempt.entry, progress.owedReasons.contains(entry) {
      lines += wrapped("\(glyphs.warning) the reason is owed: R gives it", Style(foreground: .yellow), indent: "  ")
    }
    lines += wrapped(confirmation(of: attempt, progress), indent: "  ").filter { !$0[1].text.isEmpty }
    return lines
  }

  private func confirmation(of attempt: Attempt, _ progress: StepProgress) -> String {
    switch attempt.confirmation {
    case .confirmed(let by, let assurance): "confirmed by \(by), \(assurance.rawValue)"
    case .countersigned(let by, let assurance): "countersigned late by \(by), \(assurance.rawValue)"
    case .withoutPartner(let by, let reason): "\(by) went on without the other: \(reason); v countersigns"
    case nil:
      progress.isAwaitingConfirmation && attempt.outcome != nil && attempt == progress.lastAttempt
        ? "? waits for the other of the pair to confirm" : ""
    }
  }

  /// Notes, evidence, withdrawals, overrides: whatever else was written on the step.
  private func remarks(_ step: Step, _ run: Run) -> [[Span]] {
    run.entries.filter { $0.step == step.id }.flatMap { entry -> [[Span]] in
      let stamp = "\(entry.by) \(ClockText.time(entry.at, app))"
      switch entry.kind {
      case .redlined:
        let value = entry.value ?? ""
        let isOpen = screen.redlines.contains { value.hasPrefix("lesson \($0.number): ") }
        return isOpen ? [] : wrapped("\(glyphs.redline) \(stamp) redlined, settled since: \(value)", .dim)
      case .note: return wrapped("\(glyphs.bullet) \(stamp): \(entry.value ?? "")")
      case .evidence:
        guard let evidence = entry.evidence else { return [] }
        let digest = evidence.sha256.prefix(12) + glyphs.ellipsis
        return wrapped(
          "\(glyphs.bullet) \(stamp) attached \(evidence.name), \(evidence.size) bytes, sha256 \(digest)")
      case .corrected: return wrapped("\(glyphs.bullet) \(stamp) withdrew an entry: \(entry.reason ?? "")", .dim)
      case .ruleOverridden:
        return wrapped(
          "\(glyphs.warning) \(stamp) overrode \(entry.value ?? ""): \(entry.reason ?? "")", Style(foreground: .yellow))
      default:
        return entry.isOutOfOrder ? wrapped("\(glyphs.bullet) \(stamp): out of order", .dim) : []
      }
    }
  }
}
