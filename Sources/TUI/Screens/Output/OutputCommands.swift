import Domain
import Terminal

extension OutputScreen {
  static let commands: [Command] = judging + looking

  private static func on(
    _ id: String, _ keys: [String], _ title: String, label: String, rank: Int? = nil,
    matters: @escaping @Sendable (OutputScreen, App) -> Bool = { _, _ in true },
    when: @escaping @Sendable (OutputScreen, App) -> Availability = { _, _ in .yes },
    _ perform: @escaping @Sendable (inout OutputScreen, inout App) -> [Effect]
  ) -> Command {
    .on(
      OutputScreen.self, "output.\(id)", keys, title, label: label, rank: rank, matters: matters, when: when, perform)
  }

  /// What is done to the step: as on the run's own screen.
  private static let judging: [Command] = [
    on(
      "done", ["Space"], "Mark the step done", label: "done", rank: 10, matters: { screen, _ in !screen.isAgainstIt },
      when: { $0.canJudge($1).and($0.work.canTickAfterCommand) }
    ) { $0.changeWork(&$1) { $0.markDone(&$1) } },
    on(
      "failed", ["x"], "Mark the step failed, with the line that says why", label: "failed", rank: 11,
      when: { $0.canJudge($1) }
    ) { $0.changeWork(&$1) { $0.settle(.failed, &$1) } },
    on(
      "again", ["$"], "Show what the command would run, and run it again", label: "run it", rank: 12,
      when: { $0.canRunAgain($1) }
    ) { $0.changeWork(&$1) { $0.runCommand(&$1) } },
    on(
      "override", ["O"], "Override the step: it counts as settled, with the reason for ever beside it",
      label: "override", rank: 13, matters: { screen, _ in screen.isAgainstIt }, when: { $0.canJudge($1) }
    ) { $0.changeWork(&$1) { $0.settle(.overridden, &$1) } },
    on(
      "override-rule", ["!"], "Do what a rule refused all the same, with a reason", label: "anyway", rank: 5,
      when: { screen, _ in screen.work.refused == nil ? .no("no rule has refused anything") : .yes }
    ) { $0.changeWork(&$1) { $0.overrideRule(&$1) } },
    on(
      "stop", ["K"], "Stop the command, after a question", label: "stop it", rank: 14, when: { $0.canStop($1) }
    ) { $0.askToStop(&$1) },
  ]

  private static let looking: [Command] = [
    on(
      "follow", ["F"], "To the end, and stay there while more comes", label: "follow", rank: 20,
      matters: { screen, _ in screen.isRunning && !screen.view.follows }
    ) { screen, app in
      screen.view.follow()
      return screen.readWanted(&app)
    },
    on("search", ["/"], "Look for words in the output", label: "search", rank: 21) { screen, app in
      app.show(OutputSearchPrompt(screen.search.text))
      return []
    },
    on(
      "next", ["n", "]"], "Next line with what was searched for", label: "next hit", rank: 22,
      matters: { screen, _ in screen.search.isActive }, when: { screen, _ in screen.hasSearch }
    ) { $0.findNext(backwards: false, &$1) },
    on(
      "previous", ["N", "["], "Line before with what was searched for", label: "hit before", rank: 23,
      matters: { screen, _ in screen.search.isActive }, when: { screen, _ in screen.hasSearch }
    ) { $0.findNext(backwards: true, &$1) },
    on("wrap", ["w"], "Wrap long lines, or cut them", label: "wrap", rank: 40) { screen, app in
      screen.view.toggleWrapping()
      return screen.readWanted(&app)
    },
    on(
      "right", ["l", "Right"], "Further to the right, where lines are cut", label: "right", rank: 24,
      when: { screen, _ in screen.canScrollRight }
    ) { screen, _ in
      screen.view.move(columns: 16)
      return []
    },
    on(
      "left", ["h", "Left"], "Further to the left, where lines are cut", label: "left", rank: 25,
      when: { screen, _ in screen.canScrollLeft }
    ) { screen, _ in
      screen.view.move(columns: -16)
      return []
    },
    on("run", ["Enter"], "Open the run at the step", label: "the run", rank: 30) { screen, app in
      let work = screen.work.number
      return app.isBelow(RunScreen.self) { $0.number == work }
        ? app.back() : app.open(RunScreen(work, at: screen.execution.step))
    },
    on("back", ["Esc"], "Back: out of the search, the output", label: "back", rank: 28) { screen, app in
      if screen.search.isActive {
        return screen.look(for: "", &app)
      }
      let (goesOn, number) = (screen.isRunning, screen.number)
      let effects = app.back()
      if goesOn { app.say("execution \(number) goes on; l shows it again") }
      return effects
    },
  ]

  private mutating func changeWork(
    _ app: inout App, _ change: (inout RunScreen, inout App) -> [Effect]
  ) -> [Effect] {
    change(&work, &app)
  }

  /// It did not come out as it should have.
  private var isAgainstIt: Bool { execution.verdict.map { $0 != .yes } ?? false }

  private func canJudge(_ app: App) -> Availability {
    if execution.isRunning { return .no("it still runs: K stops it, and the run's own screen can judge the step") }
    return work.canSettle(app)
  }

  private func canRunAgain(_ app: App) -> Availability {
    execution.isRunning ? .no("it still runs") : work.canRunCommand(app)
  }

  private func canStop(_ app: App) -> Availability {
    guard isRunning else { return .no("it is over") }
    // What follows does so by itself, and a second wish would only be written down.
    if let stopping = stopping(at: app.now), !stopping.isOverdue {
      return .no("\(stopping.by) stops it already: TERM and KILL follow by themselves")
    }
    return work.canStopCommands(app)
  }

  private var hasSearch: Availability { search.isActive ? .yes : .no("/ searches first") }
  private var canScrollAcross: Availability {
    view.wraps ? .no("long lines are wrapped: w cuts them") : .yes
  }
  private var canScrollRight: Availability {
    canScrollAcross.and(view.goesOnToTheRight ? .yes : .no("no line goes on to the right"))
  }
  private var canScrollLeft: Availability {
    canScrollAcross.and(view.column > 0 ? .yes : .no("this is where lines begin"))
  }

  private func askToStop(_ app: inout App) -> [Effect] {
    let execution = execution
    app.show(
      Confirmation(
        question: "Stop execution \(number), \(execution.command.title)?",
        details: [
          "Its processes get INT, after 5 seconds TERM, and after 5 more KILL. What it was at may be half done.",
          "It is recorded that \(app.viewer.handle) had it stopped.",
        ], yes: "stop it"
      ) { app in [app.write(StopWrite(execution: execution))] })
    return []
  }
}
