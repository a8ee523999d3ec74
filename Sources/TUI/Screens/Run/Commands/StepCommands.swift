import Domain
import Terminal
import Workflow

/// What the keys do with the selected step's command: show what would run, have it run, show what came of it.
extension RunScreen {
  // MARK: What there is

  /// The selected step's last one.
  var lastExecution: Execution? { selected.flatMap { id in executions.last { $0.step == id } } }

  private var runningExecution: Execution? { lastExecution.flatMap { $0.isRunning ? $0 : nil } }

  func canRunCommand(_ app: App) -> Availability {
    // To watch what runs is for everybody.
    if runningExecution != nil { return .yes }
    return hasRunnable.and(canSettle(app))
  }

  private var hasRunnable: Availability {
    guard let step else { return .no("no step is selected") }
    if step.commands.isEmpty { return .no("the step has no command: it is done by hand") }
    return step.mode == .manual ? .no("the step is manual: y copies what stands in it") : .yes
  }

  func canLookAtOutput(_ app: App) -> Availability {
    guard step != nil else { return .no("no step is selected") }
    return lastExecution == nil ? .no("no command of this step was run") : .yes
  }

  func lookAtOutput(_ app: inout App) -> [Effect] {
    guard let lastExecution else { return [] }
    return app.isBelow(OutputScreen.self) { $0.number == lastExecution.number }
      ? app.back() : app.open(OutputScreen(lastExecution))
  }

  /// A check that said no is failed, tried again or overridden with a reason; its step is not simply done.
  var canTickAfterCommand: Availability {
    guard let selected, executions.denial(of: selected) != nil else { return .yes }
    return .no("the check said no: x fails the step, $ tries again, O overrides with a reason")
  }

  // MARK: Running it

  /// What runs is shown; else what would run, to be looked at first.
  func runCommand(_ app: inout App) -> [Effect] {
    if runningExecution != nil, app.topScreen(OutputScreen.self) == nil { return lookAtOutput(&app) }
    return selected.map { [app.ask(CommandPlansQuestion(run: number, step: $0))] } ?? []
  }

  /// Answers ``CommandPlansQuestion``: with a menu where there are several.
  func offer(_ plans: [CommandPlan], _ app: inout App) {
    guard let first = plans.first else { return }
    guard plans.count > 1 else { return show(first, &app) }
    let screen = self
    let items = zip(Menu.letters, plans).map { key, plan in
      Menu.Item(key: key, title: plan.command.title, availability: .yes) { app in
        screen.show(plan, &app)
        return []
      }
    }
    app.show(Menu("step \(first.step.number) has \(plans.count) commands: which one?", items))
  }

  private func show(_ plan: CommandPlan, _ app: inout App) {
    app.show(CommandPage(plan) { app in Self.ask(for: plan.prompts[...], of: plan, [:], &app) })
  }

  /// Asks for one secret after the other, and then has it run.
  private static func ask(
    for prompts: ArraySlice<CommandPlan.Variable>, of plan: CommandPlan, _ secrets: [String: String], _ app: inout App
  ) -> [Effect] {
    guard let next = prompts.first else {
      let order = CommandOrder(run: plan.run, step: plan.step.id, fence: plan.command.fence, secrets: secrets)
      return [app.write(LaunchWrite(order: order))]
    }
    let explanation = [next.ask, "It is not shown, stored nowhere, and masked in the output."].compactMap(\.self)
    app.show(
      SecretPrompt("\(next.name), a secret", explanation: explanation) { value, app in
        var secrets = secrets
        secrets[next.name] = value
        return ask(for: prompts.dropFirst(), of: plan, secrets, &app)
      })
    return []
  }

  /// The output opens as soon as the command runs.
  static func opened(_ execution: Execution, isOwn: Bool, _ app: inout App) {
    if !isOwn {
      app.say(
        "\(execution.by)'s command of the step runs already, since \(ClockText.time(execution.startedAt, app)): this is it"
      )
    }
  }

  // MARK: What is told of it

  func words(of execution: Execution, _ app: App, _ glyphs: Glyphs) -> CommandWords {
    let known = commandStates[execution.number]
    return CommandWords(
      execution: execution, state: known?.state, earlier: known?.earlier ?? [], app: app, glyphs: glyphs)
  }

  /// What a failure of the step is told to come from: the last command of it that did not go well; empty where none.
  var whyCommandFailed: String { lastExecution.flatMap { $0.whyFailed } ?? "" }
}

extension Execution {
  /// As in `execution 12: exit 1 after 3s: Error: port 34567 in use`, on one line; nil where it did not fail.
  var whyFailed: String? {
    guard let result, result.verdict != .yes else { return nil }
    return TextField.oneLine(words(of: result) + (result.whyLine.map { ": \($0)" } ?? ""))
  }
}

extension ExecutionResult {
  /// The line that says why it failed. What somebody stopped has none, and of what nobody saw the end nobody knows which
  /// it is.
  var whyLine: String? { [.no, .couldNotRun, .timedOut].contains(verdict) ? output.failingLine : nil }
}

extension RunScreen {
  /// Whoever takes part may stop what runs, whatever state the run is in by then.
  func canStopCommands(_ app: App) -> Availability {
    switch run?.role(of: app.viewer.handle) {
    case .pair, .helper: .yes
    case .observer: .no("you observe, and observers only note: J on the run joins as a helper")
    case nil: .no("not on this run: J on the run joins")
    }
  }
}
