import Domain

extension RunScreen {
  static let commands: [Command] =
    stepCommands + otherOutcomeCommands + peopleCommands + lifecycleCommands + movingCommands

  private static func on(
    _ id: String, _ keys: [String], _ title: String, label: String, rank: Int? = nil, isAlwaysShown: Bool = false,
    matters: @escaping @Sendable (RunScreen, App) -> Bool = { _, _ in true },
    when: @escaping @Sendable (RunScreen, App) -> Availability = { _, _ in .yes },
    _ perform: @escaping @Sendable (inout RunScreen, inout App) -> [Effect]
  ) -> Command {
    .on(
      RunScreen.self, "run.\(id)", keys, title, label: label, rank: rank, isAlwaysShown: isAlwaysShown,
      matters: matters, when: when,
      perform)
  }

  private static let stepCommands: [Command] = [
    on(
      "done", ["Space"], "Mark the step done", label: "done", rank: 20, isAlwaysShown: true,
      matters: { screen, _ in
        screen.run?.state.isOver != true && screen.progress?.isAwaitingConfirmation != true
      },
      when: { $0.canSettle($1).and($0.canTickAfterCommand) }
    ) { $0.markDone(&$1) },
    on(
      "failed", ["x"], "Mark the step failed, with a reason or owing it", label: "failed", rank: 30,
      isAlwaysShown: true,
      matters: { screen, _ in
        screen.run?.state.isOver != true && screen.progress?.isAwaitingConfirmation != true
      },
      when: { $0.canSettle($1) }
    ) { $0.settle(.failed, &$1) },
    on(
      "start", ["s"], "Claim the step and start its clock, or try it again; begin a planned run", label: "start",
      rank: 40,
      when: { $0.canStart($1) }
    ) { $0.start(&$1) },
    on(
      "confirm", ["v"], "Confirm the killer step that the other did", label: "confirm", rank: 10,
      when: { $0.canConfirm($1) }
    ) { $0.confirm(&$1) },
    on(
      "alone", ["V"], "The other cannot confirm at a terminal: type it here, or go on without", label: "go on without",
      rank: 11, matters: { screen, app in !screen.canConfirm(app).isYes }, when: { $0.canGoOn($1) }
    ) { $0.offerGoingOn(&$1) },
    on(
      "tick-all", ["t"], "Mark the step done with all plain steps under it", label: "tick all", rank: 45,
      when: { screen, app in screen.isParent ? screen.canSettle(app) : .no("no steps stand under this one") }
    ) { $0.markDone(&$1, includingChildren: true) },
    on(
      "override-rule", ["!"], "Do what a rule refused all the same, with a reason", label: "override", rank: 5,
      when: { screen, _ in screen.refused == nil ? .no("no rule has refused anything") : .yes }
    ) { $0.overrideRule(&$1) },
    on(
      "withdraw", ["w"], "Withdraw the step's last entry, with a reason", label: "withdraw", rank: 70,
      when: { $0.canWithdraw($1) }
    ) { $0.withdraw(&$1) },
    on(
      "reason", ["R"], "Give a reason that is owed", label: "reason", rank: 15,
      when: { screen, app in screen.owing.isEmpty ? .no("no reason is owed") : screen.canWork(app) }
    ) { $0.giveReason(&$1) },
    on(
      "run-command", ["$"], "Show what the step's command would run, and run it; what runs is shown", label: "run it",
      rank: 25,
      matters: { screen, _ in screen.step.map { $0.mode != .manual } ?? false && screen.lastExecution?.isRunning != true
      },
      when: { $0.canRunCommand($1) }
    ) { $0.runCommand(&$1) },
    on(
      "output", ["l"], "The output of the step's last command", label: "output", rank: 46,
      matters: { screen, _ in screen.lastExecution != nil }, when: { $0.canLookAtOutput($1) }
    ) { $0.lookAtOutput(&$1) },
    on(
      "copy", ["y"], "Copy the step's command with the run's values", label: "copy", rank: 50,
      when: { $0.hasCommand($1) }
    ) { $0.copy(&$1) },
    on(
      "plain", ["Y"], "Show the command plain, for the terminal's own selection", label: "plain",
      when: { $0.hasCommand($1) }
    ) { $0.showPlain(&$1) },
    on("note", ["c"], "Write a note on the step", label: "note", rank: 60, when: { $0.canNote($1) }) { $0.note(&$1) },
    on("run-note", ["C"], "Write a note on the run as a whole", label: "run note", when: { $0.canNote($1) }) {
      $0.note(&$1, onRun: true)
    },
    on(
      "redline", ["r"], "Mark the line for the next version: reword, add, remove, move, or say what is wrong",
      label: "redline", rank: 61, when: { $0.canRedline($1) }
    ) { $0.openRedlines(&$1) },
    on("attach", ["a"], "Keep a file with the step as evidence", label: "attach", rank: 65, when: { $0.isActive($1) }) {
      $0.attach(&$1)
    },
  ]

  private static let otherOutcomeCommands: [Command] = [
    on(
      "other", ["o"], "Give the step another outcome: skipped, not applicable, deferred, overridden", label: "other",
      rank: 62, when: { $0.canSettle($1) }
    ) { $0.offerOutcomes(&$1) },
    on("skip", ["S"], "Skip the step, with a reason", label: "skip", when: { $0.canSettle($1) }) {
      $0.settle(.skipped, &$1)
    },
    on("not-applicable", ["N"], "The step does not apply, with a reason", label: "n/a", when: { $0.canSettle($1) }) {
      $0.settle(.notApplicable, &$1)
    },
    on(
      "defer", ["D"], "Defer the step: it comes back with the next run", label: "defer", when: { $0.canSettle($1) }
    ) { $0.settle(.deferred, &$1) },
    on(
      "override", ["O"], "Override the step: it counts as settled, with the reason for ever beside it",
      label: "override",
      when: { $0.canSettle($1) }
    ) { $0.settle(.overridden, &$1) },
  ]

  private static let peopleCommands: [Command] = [
    on(
      "join", ["J"], "Join the run", label: "join", rank: 25, matters: { $0.run?.role(of: $1.viewer.handle) == nil },
      when: { $0.canJoin($1) }
    ) { $0.join(&$1) },
    on("leave", ["L"], "Leave the run", label: "leave", when: { $0.canLeave($1) }) { $0.leave(&$1) },
    on(
      "hand-over", ["H"], "Hand a place in the pair over to somebody", label: "hand over", when: { $0.canHandOver($1) }
    ) {
      $0.handOver(&$1)
    },
  ]

  private static let lifecycleCommands: [Command] = [
    on("finish", ["F"], "Finish the run", label: "finish", rank: 12, when: { $0.canFinish($1) }) { $0.finish(&$1) },
    on("pause", ["p"], "Pause the run, or resume it", label: "pause", rank: 75, when: { $0.canPause($1) }) {
      $0.pauseOrResume(&$1)
    },
    on(
      "enter", ["e"], "Enter the step's section before those before it are settled", label: "enter", rank: 42,
      when: { $0.canEnter($1) }
    ) {
      $0.enterSection(&$1)
    },
    on(
      "roll-back", ["B"], "Roll back: enter the rollback section, or mark a finished run rolled back",
      label: "roll back",
      rank: 33, matters: { screen, _ in screen.run.map { screen.rollback($0) != nil } ?? false },
      when: { $0.canRollBack($1) }
    ) { $0.rollBack(&$1) },
    on(
      "move", ["P"], "Move the planned run to another time", label: "move", rank: 45,
      when: { screen, _ in screen.run?.state == .planned ? .yes : .no("only a planned run is moved") }
    ) { $0.movePlan(&$1) },
    on(
      "record", ["i"], "Read the run's record in full", label: "record",
      when: { screen, _ in screen.run == nil ? .no("the run is not read yet") : .yes }
    ) { screen, app in
      app.isBelow(RecordScreen.self) { $0.number == screen.number } ? app.back() : app.open(RecordScreen(screen.number))
    },
    on(
      "long-note", ["E"], "Write a long note on the step in your editor", label: "long note",
      when: { $0.canNote($1) }
    ) { screen, app in screen.note(&app) + [.terminal(.edit(app.overlays.last?.editable ?? ""))] },
    on(
      "items", ["I"], "The items that the run carries: add, take off, deliver or reject", label: "items", rank: 76,
      matters: { screen, _ in !screen.cargo.isEmpty },
      when: { screen, _ in screen.run == nil ? .no("the run is not read yet") : .yes }
    ) { $0.openItems(&$1) },
    on(
      "incident", ["T"], "Trouble: open an incident from here, or the one that the run has to do with",
      label: "incident", rank: 31,
      matters: { screen, _ in screen.progress?.state == .failed || !screen.incidents.isEmpty },
      when: { $0.canOpenIncident($1) }
    ) { $0.openIncident(&$1) },
    on("abort", ["A"], "Abort the run; cancel a planned one", label: "abort", when: { $0.canAbort($1) }) {
      $0.abort(&$1)
    },
    on(
      "notices", ["b"], "Read the notices again, and what the run is about", label: "notices", rank: 78,
      when: { screen, _ in screen.run == nil ? .no("the run is not read yet") : .yes }
    ) { $0.openNotices(&$1) },
  ]

  private static let movingCommands: [Command] = [
    on("next", ["."], "To where work goes on", label: "next open") { screen, app in
      if let run = screen.run, let next = StepList.next(in: run, for: app.viewer.handle) { screen.select(next) }
      return []
    },
    on(
      "detail", ["Enter", "Tab"], "Into the step's detail, and out of it", label: "detail", rank: 55,
      when: { screen, _ in screen.step == nil ? .no("no step is selected") : .yes }
    ) { screen, _ in
      screen.pane = screen.pane == .list ? .detail : .list
      return []
    },
    on("back", ["Esc"], "Back: out of the detail, the filter, the run", label: "back", rank: 85) { screen, app in
      if screen.pane == .detail {
        screen.pane = .list
      } else if !screen.filterText.isEmpty {
        screen.filterText = ""
      } else {
        return app.back()
      }
      return []
    },
  ]
}
