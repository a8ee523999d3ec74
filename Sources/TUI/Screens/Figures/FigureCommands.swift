extension DutyFiguresScreen {
  static let commands: [Command] = [
    .on(
      DutyFiguresScreen.self, "duty-figures.view", ["Tab"], "Turn to the matrix, the load, the coverage, whom to call",
      label: "view", rank: 10
    ) { $0.turn(by: 1, &$1) },
    .on(
      DutyFiguresScreen.self, "duty-figures.view-back", ["S-Tab"], "Turn to the figure before", label: "view before"
    ) { $0.turn(by: -1, &$1) },
    .on(
      DutyFiguresScreen.self, "duty-figures.right", ["l", "Right"], "Go to the pair on the right", label: "right",
      matters: { screen, _ in screen.kind == .matrix }, when: { screen, _ in screen.hasColumns }
    ) { screen, _ in
      screen.moveAcross(1)
      return []
    },
    .on(
      DutyFiguresScreen.self, "duty-figures.left", ["h", "Left"], "Go to the pair on the left", label: "left",
      matters: { screen, _ in screen.kind == .matrix }, when: { screen, _ in screen.hasColumns }
    ) { screen, _ in
      screen.moveAcross(-1)
      return []
    },
    .on(
      DutyFiguresScreen.self, "duty-figures.open", ["Enter"], "Read the selected checklist", label: "open", rank: 20,
      matters: { screen, _ in screen.kind == .coverage },
      when: { screen, _ in
        screen.kind == .coverage && screen.coverages.selected != nil
          ? .yes : .no("only a checklist can be opened: Tab turns to the coverage")
      }
    ) { $0.openSelection(&$1) },
    .on(
      DutyFiguresScreen.self, "duty-figures.period", ["w"], "Turn to the load of other weeks", label: "weeks",
      rank: 30,
      matters: { screen, _ in screen.kind == .load },
      when: { screen, _ in screen.kind == .load ? .yes : .no("that is for the load: Tab turns to it") }
    ) { $0.turnPeriod(&$1) },
  ]

  private var hasColumns: Availability {
    if kind != .matrix { return .no("that is for the matrix: Tab turns to it") }
    return matrix.columns.count > 1 ? .yes : .no("there is no other pair")
  }
}
