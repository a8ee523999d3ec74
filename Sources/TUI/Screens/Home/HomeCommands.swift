extension HomeScreen {
  static let commands: [Command] = [
    .on(
      HomeScreen.self, "home.open", ["Enter"], "Open the run, or start one by the checklist", label: "open", rank: 10,
      when: { home, _ in home.count > 0 ? .yes : .no("there is nothing in this list") }
    ) { home, app in home.openSelection(&app) },
    .on(
      HomeScreen.self, "home.new", ["n"], "Start a run by the checklist", label: "new run", rank: 20,
      when: { home, _ in
        home.list == .checklists && home.chosenChecklist == nil || home.list == .runs && home.chosenRun == nil
          ? .no("there is no checklist here to start by") : .yes
      }
    ) { home, app in
      let name = home.list == .checklists ? home.chosenChecklist?.name : home.chosenRun?.version.checklist
      return name.map { app.open(StartScreen(checklist: $0)) } ?? []
    },
    .on(
      HomeScreen.self, "home.switch", ["Tab", "S-Tab"], "Change between checklists and runs", label: "other list",
      rank: 30
    ) { home, _ in home.turn(to: home.list == .checklists ? .runs : .checklists) },
    .on(HomeScreen.self, "home.down", ["j", "Down"], "Next line", label: "down") { home, app in
      home.select(home.selection + 1, &app)
    },
    .on(HomeScreen.self, "home.up", ["k", "Up"], "Line before", label: "up") { home, app in
      home.select(home.selection - 1, &app)
    },
    .on(HomeScreen.self, "home.page-down", ["PgDn", "^F"], "Next page", label: "page down") { home, app in
      home.select(home.selection + HomeLayout.listHeight(app.size), &app)
    },
    .on(HomeScreen.self, "home.page-up", ["PgUp", "^B"], "Page before", label: "page up") { home, app in
      home.select(home.selection - HomeLayout.listHeight(app.size), &app)
    },
    .on(HomeScreen.self, "home.first", ["g g", "Home"], "First line", label: "first") { home, app in
      home.select(0, &app)
    },
    .on(HomeScreen.self, "home.last", ["G", "End"], "Last line that was read", label: "last") { home, app in
      home.select(home.count - 1, &app)
    },
  ]
}
