import Terminal

extension Command {
  /// What works on every screen.
  static let everywhere: [Command] = [
    .everywhere("app.help", ["?", "F1"], "Show all keys and commands, to narrow and to run", label: "help") { app in
      app.show(CommandFinder(.help))
      return []
    },
    .everywhere("app.palette", [":"], "Run a command by its name", label: "commands") { app in
      app.show(CommandFinder(.palette))
      return []
    },
    .everywhere(
      "app.filter", ["/"], "Narrow the list by typing", label: "filter", rank: 80,
      when: { $0.top?.filter == nil ? .no("there is nothing to narrow here") : .yes }
    ) { app in
      app.show(Filter(app.top?.filter ?? ""))
      return []
    },
    .everywhere(
      "app.back", ["Esc"], "Go back: out of a filter, a pane, a screen", label: "back", rank: 90, when: canGoBack
    ) {
      app in
      if app.top?.filter?.isEmpty == false {
        _ = app.changeTop { model, _ in model.filter = "" }
        return []
      }
      return app.back()
    },
    .everywhere("app.checklists", ["g c"], "Go to the checklists", label: "checklists") { app in
      let effects = app.backToFirst()
      return effects + (app.change(HomeScreen.self) { home, _ in home.turn(to: .checklists) } ?? [])
    },
    .everywhere("app.runs", ["g r"], "Go to the runs", label: "runs") { app in
      let effects = app.backToFirst()
      return effects + (app.change(HomeScreen.self) { home, _ in home.turn(to: .runs) } ?? [])
    },
    .everywhere("app.messages", ["M"], "Read again what the program said", label: "messages") { app in
      let said = app.messages.log.reversed().map { "\(ClockText.time($0.at, app))  \($0.text)" }
      app.show(Reader("Messages", said.isEmpty ? [Reader.Line("nothing was said yet")] : said.map { Reader.Line($0) }))
      return []
    },
    .everywhere("app.undo", ["u"], "Undo", label: "undo", when: { $0.undo }) { app in
      if case .no(let reason) = app.undo { app.say(reason, .refusal) }
      return []
    },
    .everywhere(
      "app.redo", ["^R"], "Redo what was undone", label: "redo",
      when: { _ in .no("nothing was undone here; `prodpair journal` shows what can be") }
    ) { _ in [] },
    .everywhere("app.redraw", ["^L"], "Paint the screen anew", label: "redraw") { _ in [.terminal(.redraw)] },
    .everywhere("app.suspend", ["^Z"], "Stop the program until fg", label: "stop") { _ in [.terminal(.suspend)] },
    .everywhere("app.quit", ["q", "^C"], "Leave the program", label: "quit", rank: 95) { app in app.quit() },
  ]

  @Sendable private static func canGoBack(_ app: App) -> Availability {
    app.stack.count > 1 || app.top?.filter?.isEmpty == false ? .yes : .no("this is the first screen: q quits")
  }
}

extension App {
  /// Nothing that these screens write is taken back by undo, and that is said instead of done.
  var undo: Availability {
    .no(
      topScreen(RunScreen.self) == nil
        ? "what is written on a run stays; nothing else was changed here"
        : "what is written on a run stays: w withdraws the step's last entry, with a reason")
  }
}
