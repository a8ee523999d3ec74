import ChecklistFile
import Domain
import Exchange

/// What came of a step's command, and what a person has to do next.
struct ExecutedStep {
  var execution: Execution
  /// As it stands after it.
  var run: Run
  var step: Step
  /// Why a tick by whoever ran it would be refused; nil where none would, or the step is settled.
  var refusal: Refusal?

  init(_ execution: Execution, in run: Run, by actor: Actor, at now: Instant) throws {
    self.execution = execution
    self.run = run
    step = try run.version.step(named: execution.step.text)
    let isOpen = !run.progress(of: step.id).isSettled && !run.progress(of: step.id).isAwaitingConfirmation
    do throws(Refusal) {
      if isOpen { _ = try run.decide(.settle(step.id, Settlement(.done)), by: actor, at: Moment(now)) }
    } catch {
      refusal = error
    }
  }

  /// Whether this execution's yes has ticked the step: the entry after its end says so.
  var isTicked: Bool {
    guard execution.verdict == .yes, run.progress(of: step.id).state == .done,
      let end = run.entries.firstIndex(where: { $0.kind == .commandEnded && $0.target == execution.startedEntry })
    else { return false }
    let tick = run.entries[(end + 1)...].first { $0.kind == .done && $0.step == step.id }
    return tick?.value == execution.result.map { execution.words(of: $0) }
  }

  var state: StepState { run.progress(of: step.id).state }

  var isSettled: Bool { run.progress(of: step.id).isSettled }

  /// How it ended, as in `no: exit 1 after 3s`.
  var said: String {
    guard let result = execution.result else { return "it runs" }
    return (execution.mode == .check && result.verdict.isAnswer ? "\(result.verdict.rawValue): " : "") + result.words
  }

  /// Whether what it printed last can tell why it failed; what was cut off tells nothing.
  private var saysWhy: Bool { execution.verdict == .no || execution.verdict == .couldNotRun }

  var exitCode: Int32 { execution.verdict?.exitCode ?? 0 }

  /// How it ended, where step and run stand, and what there is to do, a line each.
  var text: String {
    guard let result = execution.result else { return "execution \(execution.number) runs" }
    var lines = [execution.words(of: result)]
    if let line = result.output.failingLine { lines.append("  \(saysWhy ? "it says" : "its last words"): \(line)") }
    lines.append(StepReport.text(run, [step]))
    return (lines + todo.map { "  \($0)" }).joined(separator: "\n")
  }

  /// What a person has to do next; nothing where the step is settled.
  var todo: [String] {
    guard let result = execution.result, [.open, .started, .failed].contains(run.progress(of: step.id).state) else {
      return []
    }
    guard run.state == .running else { return ["run \(run.number) is \(run.state.rawValue)"] }
    let line = "\(run.number) \(step.id)"
    let tick = "prodpair run tick \(line)" + (step.attributes.value == nil ? "" : " --value \"…\"")
    let again = "again: prodpair run exec \(line)"
    let goOn = "all the same: prodpair run override \(line) --reason \"why\""
    let fail = "it failed: prodpair run fail \(line) --reason \(reason(result))"
    switch (execution.mode, result.verdict) {
    case (.check, .yes): return ["not ticked: \(whyNotTicked)", "to tick it: \(tick)"]
    case (_, .yes): return ["whether that is done is for a person to say: \(tick)"]
    case (.check, .no): return [fail, again, goOn]
    case (_, .no): return [fail, again, "done all the same: \(tick)"]
    case (.check, _): return ["neither yes nor no", again, fail, goOn]
    default: return ["nobody knows whether that is done: look, and say", again, fail, "done: \(tick)"]
    }
  }

  /// Why a check's yes did not tick the step.
  var whyNotTicked: String {
    if step.isKiller { return "a killer step is for the two of the pair to settle" }
    if let asks = step.attributes.value { return "it asks for a value (\(asks))" }
    return refusal.map { "\($0)" } ?? "somebody has to look"
  }

  /// Quoted for a shell, so that what a command printed is no code to whoever copies the line.
  private func reason(_ result: ExecutionResult) -> String {
    let line = saysWhy && result.ending != .exited(0) ? result.output.failingLine : nil
    if let line { return ShellQuote.quoted(line) }
    return result.verdict == .unknown ? "\"why\"" : ShellQuote.quoted(result.words)
  }
}
