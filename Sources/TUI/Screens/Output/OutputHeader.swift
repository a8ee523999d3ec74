import Domain
import Terminal
import Text

/// What runs, for whom, since when, and how far it is, in two or three rows.
struct OutputHeader {
  let screen: OutputScreen
  let app: App
  let width: Int

  private var execution: Execution { screen.execution }
  private var glyphs: Glyphs { app.glyphs }

  var words: CommandWords {
    CommandWords(execution: execution, state: screen.state, earlier: screen.earlier, app: app, glyphs: glyphs)
  }

  var lines: [[Span]] {
    var lines = [beside(what, clock), beside(command, place)]
    if execution.isRunning, !progress.isEmpty { lines.append(progress) }
    return lines
  }

  /// What is on the left gives way to what is on the right, of which as much shows as leaves the left a third.
  private func beside(_ left: [Span], _ right: [Span]) -> [Span] {
    let end = shortened(right, to: width - min(left.displayWidth, width / 3) - 2)
    let start = shortened(left, to: width - end.displayWidth - 2)
    let space = max(0, width - start.displayWidth - end.displayWidth)
    return start + [Span(String(repeating: " ", count: space))] + end
  }

  private func shortened(_ spans: [Span], to room: Int) -> [Span] {
    var (line, used): ([Span], Int) = ([], 0)
    for (index, span) in spans.enumerated() where used < room {
      // What ends just where the room does is cut as well, where more comes: by that it is known that something is missing.
      let goesOn = Array(spans.dropFirst(index + 1)).displayWidth > 0
      let isFull = span.text.displayWidth == room - used
      let whole = goesOn && isFull ? span.text + " " : span.text
      let text = whole.truncated(toWidth: room - used, ellipsis: glyphs.ellipsis)
      line.append(Span(text, span.style))
      used += text.displayWidth
    }
    return line
  }

  private var what: [Span] {
    var spans = [Span("EXECUTION \(screen.number)", .bold)]
    guard let run = screen.work.run else { return spans + [Span("  run \(execution.run)")] }
    spans.append(Span("  run \(execution.run)  "))
    let isProduction = run.environment.kind == .production
    spans.append(
      Span(run.environment.name, isProduction ? Style(foreground: .yellow, bold: true) : .plain))
    if let step = screen.work.step {
      spans.append(Span("  step \(step.number) \(FilledText.line(step, run))"))
    }
    return spans
  }

  private var clock: [Span] {
    guard let result = execution.result else {
      if screen.state?.isOver == true { return [Span("\(glyphs.waiting) over, being written down", .dim)] }
      let taken = ClockText.elapsed(app.now - execution.startedAt)
      return [stopping ?? Span("\(glyphs.current) runs", Style(foreground: .cyan)), Span(" \(taken)", .bold)]
    }
    return [words.ended(result)]
  }

  /// Who has it stopped, and how far that is.
  private var stopping: Span? {
    screen.stopping(at: app.now).map {
      Span("\(glyphs.waiting) \($0.by) stops it: \($0.signal) sent", Style(foreground: .yellow, bold: true))
    }
  }

  private var command: [Span] {
    [
      Span(CommandSigns.words(of: execution.mode) ?? "", .dim), Span("  "),
      Span(execution.command.title.replacing("\n", with: " "), .command),
    ]
  }

  private var place: [Span] {
    let attempt = screen.state?.attempt ?? 1
    let tries = execution.isRunning && attempt > 1 ? "\(Ordinal.text(attempt)) try  " : ""
    let since = "\(execution.by) \(execution.isRunning ? "since " : "")\(ClockText.time(execution.startedAt, app))"
    let directory = width < 100 ? "" : "  in \(execution.directory)"
    return [Span(tries, Style(foreground: .yellow)), Span(since + directory, .dim)]
  }

  private var progress: [Span] {
    let estimate = words.estimate
    let name = screen.state?.progress?.name ?? ""
    let bar = words.bar(width: max(8, min(40, width - estimate.displayWidth - name.displayWidth - 16)))
    if bar.isEmpty {
      return estimate.isEmpty ? [] : [Span(estimate, .dim)]
    }
    return bar + [Span(name.isEmpty ? "" : " \(name)"), Span(estimate.isEmpty ? "" : "  \(estimate)", .dim)]
  }
}
