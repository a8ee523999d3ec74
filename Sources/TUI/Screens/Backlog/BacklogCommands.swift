import Domain
import Terminal

extension BacklogScreen {
  /// Items are put in order by hand where there is one.
  private var canMove: Availability {
    if !isFound, panel == .done { return .no("what is done stands in the order in which it was accepted") }
    return canAct
  }

  private var canMerge: Availability {
    guard let selected = list.selected else { return .no("there is no item here") }
    return list.marked.subtracting([selected.id]).isEmpty
      ? .no("mark the duplicates with m, and select the one that stays") : .yes
  }

  private func merge(_ app: inout App) -> [Effect] {
    guard let selected = list.selected else { return [] }
    return ItemActions.merge(list.chosen.filter { $0.id != selected.id }, into: selected, &app)
  }

  /// Past the neighbour that shows, whatever of other panels stands between them.
  private func lower(_ app: inout App) -> [Effect] {
    let ids = Set(list.chosen.map(\.id))
    guard let last = list.visible.lastIndex(where: { ids.contains($0.id) }),
      let neighbour = list.visible.dropFirst(last + 1).first
    else { return atEnd("bottom", &app) }
    return ItemActions.move(list.chosen, to: .after(neighbour.number), &app)
  }

  private func raise(_ app: inout App) -> [Effect] {
    let ids = Set(list.chosen.map(\.id))
    guard let first = list.visible.firstIndex(where: { ids.contains($0.id) }),
      let neighbour = list.visible.prefix(first).last
    else { return atEnd("top", &app) }
    return ItemActions.move(list.chosen, to: .before(neighbour.number), &app)
  }

  /// Those of the team; where a release is selected, its own first.
  private func openCharts(_ app: inout App) -> [Effect] {
    guard let team else { return [] }
    let release = list.selected.flatMap { $0.type == .release ? $0.number : nil }
    return app.open(ChartsScreen(of: team, release: release))
  }

  private func atEnd(_ end: String, _ app: inout App) -> [Effect] {
    app.say("it is at the \(end) already", .refusal)
    return []
  }

  static let commands: [Command] =
    [
      .on(
        BacklogScreen.self, "backlog.open", ["Enter"], "Read the item in full", label: "open", rank: 10,
        when: { screen, _ in screen.list.selected == nil ? .no("there is no item here") : .yes }
      ) { $0.openSelection(&$1) },
      .on(
        BacklogScreen.self, "backlog.peek", ["i"], "Show the selected item below the list, or no longer", label: "peek",
        rank: 45
      ) { $0.turnPeek(&$1) },
      .on(
        BacklogScreen.self, "backlog.right", ["l", "Right"], "Turn to the panel to the right", label: "panel", rank: 12,
        when: { screen, _ in screen.canTurn(by: 1) }
      ) { $0.turn(by: 1, &$1) },
      .on(
        BacklogScreen.self, "backlog.left", ["h", "Left"], "Turn to the panel to the left", label: "panel before",
        rank: 13, when: { screen, _ in screen.canTurn(by: -1) }
      ) { $0.turn(by: -1, &$1) },
      .on(
        BacklogScreen.self, "backlog.lower", ["J"], "Move it down, past the next line", label: "move down", rank: 30,
        when: { screen, _ in screen.canMove }
      ) { $0.lower(&$1) },
      .on(
        BacklogScreen.self, "backlog.raise", ["K"], "Move it up, past the line before", label: "move up", rank: 31,
        when: { screen, _ in screen.canMove }
      ) { $0.raise(&$1) },
      .on(
        BacklogScreen.self, "backlog.top", ["{"], "Move it to the top of the team's order", label: "to top",
        when: { screen, _ in screen.canMove }
      ) { screen, app in ItemActions.move(screen.list.chosen, to: .top, &app) },
      .on(
        BacklogScreen.self, "backlog.bottom", ["}"], "Move it to the bottom of the team's order", label: "to bottom",
        when: { screen, _ in screen.canMove }
      ) { screen, app in ItemActions.move(screen.list.chosen, to: .bottom, &app) },
      .on(
        BacklogScreen.self, "backlog.new", ["n"], "Write an item", label: "new", rank: 40,
        when: { screen, _ in screen.team == nil ? .no("there is no team yet") : .yes }
      ) { screen, app in screen.team.map { app.open(ItemFormScreen(new: $0, in: screen.panel)) } ?? [] },
      .on(
        BacklogScreen.self, "backlog.merge", ["&"], "Merge the marked items, as duplicates, into the selected one",
        label: "merge", when: { screen, _ in screen.canMerge }
      ) { $0.merge(&$1) },
      .on(
        BacklogScreen.self, "backlog.views", ["v"], "Show what a saved view finds", label: "views", rank: 70,
        when: { screen, _ in screen.views.isEmpty ? .no("no view is saved: V saves the filter as one") : .yes }
      ) { $0.chooseView(&$1) },
      .on(
        BacklogScreen.self, "backlog.save-view", ["V"], "Save the filter as a view of the team", label: "save view",
        matters: { screen, _ in screen.isFound }, when: { screen, _ in screen.canSaveView }
      ) { $0.saveView(&$1) },
      .on(
        BacklogScreen.self, "backlog.groom", ["s"], "Groom: decide about one item after the other", label: "groom",
        rank: 42, when: { screen, _ in screen.team == nil ? .no("there is no team yet") : .yes }
      ) { screen, app in app.open(GroomScreen(screen.team)) },
      .on(
        BacklogScreen.self, "backlog.charts", ["C"], "Look at the charts: burndown, flow, velocity, toil",
        label: "charts", rank: 58, when: { screen, _ in screen.team == nil ? .no("there is no team yet") : .yes }
      ) { $0.openCharts(&$1) },
      .on(
        BacklogScreen.self, "backlog.team", ["A"], "Show the backlog of another team", label: "another team",
        when: { screen, _ in (screen.head?.teams.count ?? 0) > 1 ? .yes : .no("there is no other team") }
      ) { $0.turnTeam(&$1) },
    ] + itemCommands
}
