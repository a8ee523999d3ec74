import Domain
import Terminal

/// What is told of a command that runs or ran, wherever that is told.
struct CommandWords {
  let execution: Execution
  /// How far it is; nil where that is not known.
  var state: OutputState?
  /// How long the same step's command took in earlier runs.
  var earlier: [Duration] = []
  let app: App
  let glyphs: Glyphs

  // MARK: While it runs

  /// As in `▶ runs since 10:02`.
  var since: Span {
    Span("\(glyphs.current) runs since \(ClockText.time(execution.startedAt, app))", Style(foreground: .cyan))
  }

  /// As in `▮▮▮▯▯▯ 12/95`, as wide as there is room; nothing where nobody tells how far it is.
  func bar(width: Int) -> [Span] {
    guard let progress = state?.progress else { return [] }
    guard let total = progress.total, total > 0 else { return [Span("\(progress.done)")] }
    let bar = width < 4 ? "" : glyphs.progressBar(done: progress.done, of: total, width: width) + " "
    return [Span(bar, Style(foreground: .cyan)), Span("\(progress.done)/\(total)", .bold)]
  }

  /// As in `about 48m left, usually 58m`; empty where nothing tells.
  var estimate: String {
    let estimate = ProgressEstimate(
      elapsed: app.now - execution.startedAt, progress: state?.progress, earlier: earlier)
    // To the minute: a guess that changes each second says more than it knows.
    let left = estimate.left.flatMap { left -> String? in
      left <= .zero ? nil : left < .minutes(1) ? "less than a minute left" : "about \(ClockText.minutes(left)) left"
    }
    return [left, estimate.usual.map { "usually \(ClockText.elapsed($0.roundedUp))" }].compactMap(\.self)
      .joined(separator: ", ")
  }

  /// As in `▶ runs since 10:02  ▮▮▯▯ 12/95  about 48m left, usually 58m`, for one line.
  func running(barWidth: Int) -> [Span] {
    var spans = [since]
    let bar = bar(width: barWidth)
    if !bar.isEmpty { spans += [Span("  ")] + bar }
    if let name = state?.progress?.name, !bar.isEmpty { spans.append(Span(" \(name)", .dim)) }
    if !estimate.isEmpty { spans.append(Span("  \(estimate)", .dim)) }
    return spans
  }

  // MARK: When it is over

  /// As in `✖ no: exit 1 after 3s`, `✔ exit 0 after 12s`, `⚠ timed out, neither yes nor no`.
  func ended(_ result: ExecutionResult) -> Span {
    let verdict = result.verdict
    let answer = execution.mode == .check && verdict.isAnswer ? "\(verdict.rawValue): " : ""
    let neither = execution.mode == .check && !verdict.isAnswer ? ", neither yes nor no" : ""
    return Span(
      "\(CommandSigns.sign(of: verdict, glyphs)) \(answer)\(result.words)\(neither)",
      Style(foreground: CommandSigns.color(of: verdict)))
  }

  /// How it ended with the line that says why, or that it runs; for one line.
  func line(barWidth: Int) -> [Span] {
    guard let result = execution.result else { return running(barWidth: barWidth) }
    var spans = [ended(result)]
    if let why = result.whyLine {
      spans.append(Span(": \(why)"))
    }
    return spans
  }
}
