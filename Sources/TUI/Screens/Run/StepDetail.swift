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
      wrapped(FilledText.text(step.text, run), .bold), body(step, run), marks(step, run, progress),
      returned(step, run), attempts(progress, run), remarks(step, run),
    ]
    return Array(parts.filter { !$0.isEmpty }.joined(separator: [[]]))
  }

  private func wrapped(_ text: String, _ style: Style = .plain, indent: String = "", first: String? = nil) -> [[Span]] {
    let room = max(4, width - indent.displayWidth)
    return text.wrapped(toWidth: room).enumerated().map { index, line in
      [Span(index == 0 ? first ?? indent : indent, style), Span(line, style)]
    }
  }

  // MARK: What to do

  /// Paragraphs wrapped; commands as they are, behind a bar, so that where they begin and end is plain.
  private func body(_ step: Step, _ run: Run) -> [[Span]] {
    guard !step.body.isEmpty else { return [] }
    var lines: [[Span]] = []
    var paragraph: [Substring] = []
    var fence: Substring?
    func flush() {
      guard !paragraph.isEmpty else { return }
      lines += wrapped(paragraph.joined(separator: " "))
      paragraph = []
    }
    let filled = ParameterText.filledMarkdown(step.body, with: run.parameters)
    for line in filled.split(separator: "\n", omittingEmptySubsequences: false) {
      let content = line.drop { $0 == " " }
      if let open = fence {
        if content.hasPrefix(open), content.allSatisfy({ $0 == open.first || $0 == " " }) {
          fence = nil
        } else {
          lines += code(String(line))
        }
      } else if content.hasPrefix("```") || content.hasPrefix("~~~") {
        flush()
        fence = content.prefix { $0 == content.first }
      } else if content.isEmpty {
        flush()
        if lines.last?.isEmpty == false { lines.append([]) }
      } else if ["- ", "* ", "> ", "+ "].contains(where: content.hasPrefix) || content.first?.isNumber == true {
        flush()
        paragraph = [content]
      } else {
        paragraph.append(content)
      }
    }
    flush()
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private func code(_ line: String) -> [[Span]] {
    line.hardWrapped(toWidth: max(4, width - 2)).map {
      [Span("\(glyphs.vertical) ", .dim), Span($0, Style(foreground: .cyan))]
    }
  }

  /// What the checklist asks of whoever does the step.
  private func marks(_ step: Step, _ run: Run, _ progress: StepProgress) -> [[Span]] {
    var lines: [[Span]] = []
    func add(_ label: String, _ text: String, _ style: Style = .plain) {
      let head = label.padded(toWidth: 10)
      lines += wrapped(text, style, indent: String(repeating: " ", count: 10), first: head).map { line in
        [Span(line[0].text, .dim), line[1]]
      }
    }
    let attributes = step.attributes
    if step.isKiller {
      add(
        "\(glyphs.flag) killer", "takes both of the pair: one does it, the other confirms", Style(foreground: .magenta))
    }
    if let value = attributes.value { add("record", ParameterText.filled(value, with: run.parameters)) }
    if let wait = attributes.wait { add("wait", "\(StepDuration.text(wait)) from its start, then it can be done") }
    if let expect = attributes.expect { add("expect", StepDuration.text(expect)) }
    if let role = attributes.role { add("role", role) }
    if attributes.deploys { add("deploys", "production changes here") }
    if attributes.isNoReturn { add("\(glyphs.warning)", "no way back after this step", Style(foreground: .yellow)) }
    if let condition = attributes.condition, progress.state == .inactive, !condition.holds(for: run.parameters) {
      add("not now", "only for runs with \(condition.parameter) \(condition.isEqual ? "=" : "!=") \(condition.value)")
    }
    if case .success(.some) = FilledText.command(of: step, run) {
      add("y", "copies the command with this run's values")
    }
    return lines
  }

  private func returned(_ step: Step, _ run: Run) -> [[Span]] {
    run.entries.filter { $0.kind == .stepReturned && $0.step == step.id }.flatMap { entry in
      wrapped(
        "\(glyphs.deferred) deferred by \(entry.value ?? "an earlier run"): \(entry.reason ?? "")",
        Style(foreground: .yellow))
    }
  }

  // MARK: What happened

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
      case .note: return wrapped("\(glyphs.bullet) \(stamp): \(entry.value ?? "")")
      case .evidence:
        guard let evidence = entry.evidence else { return [] }
        return wrapped(
          "\(glyphs.bullet) \(stamp) attached \(evidence.name), \(evidence.size) bytes, sha256 \(evidence.sha256.prefix(12))…"
        )
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
