import Domain
import Terminal
import Text

/// What came of a command in words, and what the pair can do now.
struct OutputOutcome {
  let screen: OutputScreen
  let app: App
  let width: Int

  private var execution: Execution { screen.execution }
  private var words: CommandWords {
    CommandWords(execution: execution, state: screen.state, app: app, glyphs: app.glyphs)
  }

  /// Nothing while it runs.
  var lines: [[Span]] {
    guard let result = execution.result else { return [] }
    var lines = wrapped([words.ended(result), Span(meaning(result))])
    if let why = result.whyLine {
      lines += wrapped([Span("it says: ", .dim), Span(TextField.oneLine(why))])
    }
    let next = next(result)
    return lines + (next.isEmpty ? [] : wrapped([Span(next)]))
  }

  private func wrapped(_ spans: [Span]) -> [[Span]] { SpanWrapping(width: width).lines(spans).map(\.spans) }

  /// What that makes of the step.
  private func meaning(_ result: ExecutionResult) -> String {
    if let later = screen.later { return ", and execution \(later) ran after it" }
    guard let run = screen.work.run, let step = screen.work.step else { return "" }
    let state = run.progress(of: step.id).state
    if state.isOutcome { return ": step \(step.number) is \(state.rawValue)" }
    guard execution.mode == .check else { return result.verdict == .yes ? ": whether that is well, you say" : "" }
    switch result.verdict {
    case .yes where step.isKiller: return ": a killer step is never ticked by a command"
    case .yes where step.attributes.value != nil: return ": the step asks for a value, so it is not ticked"
    case .yes: return ": a rule kept it from ticking the step, Space tries it and says which"
    case .no, .couldNotRun, .timedOut, .stopped: return ""
    case .unknown: return ": look at the system itself"
    }
  }

  private func next(_ result: ExecutionResult) -> String {
    if screen.later != nil { return "" }
    if case .no(let why) = screen.work.canSettle(app) {
      return screen.work.run.map { $0.progress(of: execution.step).state.isOutcome } == true ? "" : why
    }
    switch result.verdict {
    case .yes: return "Space marks the step done   x failed   $ runs it again"
    case .no: return "x fails the step with that   $ runs it again   O overrides, with a reason"
    case .couldNotRun, .timedOut, .stopped, .unknown:
      return "$ runs it again   x fails the step   O overrides, with a reason"
    }
  }
}

extension StepState {
  /// Somebody, or a check, has said what came of the step.
  fileprivate var isOutcome: Bool {
    switch self {
    case .open, .started, .inactive: false
    case .done, .failed, .skipped, .notApplicable, .deferred, .overridden: true
    }
  }
}
