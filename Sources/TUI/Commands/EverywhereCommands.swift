import Terminal

extension Command {
  /// What works on every screen.
  static let everywhere: [Command] = program + list + ScreenTable.roots.map(going) + grooming + turning + leaving

  private static let program: [Command] = [
    .everywhere("app.help", ["?", "F1"], "Show all keys and commands, to narrow and to run", label: "help") { app in
      app.show(CommandFinder(.help))
      return []
    },
    .everywhere("app.palette", [":"], "Run a command by its name", label: "commands") { app in
      app.show(CommandFinder(.palette))
      return []
    },
    .everywhere("app.messages", ["M"], "Read again what the program said", label: "messages") { app in
      let said = app.messages.log.reversed().map { "\(ClockText.time($0.at, app))  \($0.text)" }
      app.show(Reader("Messages", said.isEmpty ? [Reader.Line("nothing was said yet")] : said.map { Reader.Line($0) }))
      return []
    },
    .everywhere("app.undo", ["u"], "Undo what you changed last", label: "undo", when: { $0.undoAvailability }) {
      $0.undo()
    },
    .everywhere("app.redo", ["^R"], "Bring back what you undid last", label: "redo", when: { $0.undoAvailability }) {
      $0.redo()
    },
    .everywhere("app.toil", ["="], "Log toil: minutes, what it was, and for which item", label: "toil") {
      $0.askForToil()
    },
    .everywhere(
      "app.mouse", ["F3"], "Leave the mouse to the terminal's own selection, or take it again", label: "mouse"
    ) { app in
      app.takesMouse.toggle()
      app.say(app.takesMouse ? "clicks and the wheel come here again" : "the mouse is the terminal's: select and copy")
      return [.terminal(.mouse(app.takesMouse))]
    },
    .everywhere("app.theme", ["F4"], "Turn to the next theme", label: "theme") { _ in [.terminal(.nextTheme)] },
    .everywhere("app.redraw", ["^L"], "Read and paint the screen anew", label: "redraw") { app in
      [.terminal(.redraw)] + (app.changeTop { $0.refresh(&$1) } ?? [])
    },
    .everywhere("app.suspend", ["^Z"], "Stop the program until fg", label: "stop") { _ in [.terminal(.suspend)] },
  ]

  /// `g r` goes to the runs, from wherever one is.
  private static func going(to row: ScreenTable.Row) -> Command {
    .everywhere(
      "go.\(row.screen.text)", row.keys.map { [$0] } ?? [], "Go to \(row.title)", label: row.title.lowercased()
    ) { $0.go(to: row.screen) }
  }

  private static let turning: [Command] = [
    .everywhere("go.next", ["Tab"], "Go to the next screen", label: "next screen", rank: 82, when: isAtRoot) {
      $0.goOn(by: 1)
    },
    .everywhere("go.previous", ["S-Tab"], "Go to the screen before", label: "screen before", when: isAtRoot) {
      $0.goOn(by: -1)
    },
  ]

  private static let leaving: [Command] = [
    .everywhere(
      "app.back", ["Esc"], "Go back: out of marks, a filter, a screen", label: "back", rank: 76, when: canGoBack
    ) { app in
      if let marks = app.top?.marks, marks > 0 {
        return app.changeTop { $0.mark(.none, &$1) } ?? []
      }
      if app.top?.isNarrowed == true { return app.narrow(to: "") }
      return app.back()
    },
    .everywhere("app.quit", ["q", "^C"], "Leave the program", label: "quit", rank: 95) { app in app.quit() },
  ]

  @Sendable private static func isAtRoot(_ app: App) -> Availability {
    app.stack.count == 1 ? .yes : .no("Esc goes back first")
  }

  @Sendable private static func canGoBack(_ app: App) -> Availability {
    app.stack.count > 1 || app.top?.isNarrowed == true || (app.top?.marks ?? 0) > 0
      ? .yes : .no("this is the first screen: q quits")
  }
}
