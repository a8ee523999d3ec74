import Domain
import Terminal

/// A screen on which items are worked on: the marked ones, else the selected one, or the one that it is about.
protocol ItemActing: ScreenModel {
  var chosenItems: [ItemLine] { get }
  var names: ItemNames { get }
}

extension ItemActing {
  var canAct: Availability { chosenItems.isEmpty ? .no("there is no item here") : .yes }
  var canActOnOne: Availability {
    chosenItems.count > 1 ? .no("that is done to one item: Esc takes the marks away") : canAct
  }

  var canUnblock: Availability {
    canActOnOne.and(chosenItems.contains(where: \.isBlocked) ? .yes : .no("it waits for nothing"))
  }

  private static func estimating(_ points: Int) -> Command {
    .on(
      Self.self, "\(name.text).points-\(points)", ["\(points)"], "Estimate \(points), where the team's scale has it",
      label: "\(points) points", when: { screen, _ in screen.canAct }
    ) { screen, app in ItemActions.estimate(screen.chosenItems, points, &app) }
  }

  /// What is done to items wherever they show.
  static var itemCommands: [Command] {
    let id = name.text
    return (0...9).map(estimating) + [
      .on(
        Self.self, "\(id).unestimate", ["Backspace"], "Take the estimate away", label: "no estimate",
        when: { screen, _ in screen.canAct }
      ) { screen, app in ItemActions.estimate(screen.chosenItems, nil, &app) },
      .on(
        Self.self, "\(id).advance", [">"], "Advance to the next state", label: "advance", rank: 20,
        when: { screen, _ in screen.canAct }
      ) { screen, app in ItemActions.advance(screen.chosenItems, &app) },
      .on(
        Self.self, "\(id).send-back", ["<"],
        "Send back to the state before, with a reason; what was delivered is rejected",
        label: "send back", rank: 25, when: { screen, _ in screen.canAct }
      ) { screen, app in ItemActions.sendBack(screen.chosenItems, &app) },
      .on(
        Self.self, "\(id).override", ["!"], "Advance though a rule forbids it, with a reason", label: "override",
        when: { screen, _ in screen.canAct }
      ) { screen, app in ItemActions.advanceInSpite(screen.chosenItems, &app) },
      .on(
        Self.self, "\(id).comment", ["c"], "Comment on the item", label: "comment", rank: 50,
        when: { screen, _ in screen.canActOnOne }
      ) { screen, app in screen.chosenItems.first.map { ItemActions.comment($0, &app) } ?? [] },
      .on(
        Self.self, "\(id).labels", ["L"], "Put labels on, or take them off", label: "labels", rank: 55,
        when: { screen, _ in screen.canAct }
      ) { screen, app in ItemActions.label(screen.chosenItems, screen.names.labels, &app) },
      .on(
        Self.self, "\(id).owners", ["O"], "Say who works on it, or who does not any more", label: "owners", rank: 56,
        when: { screen, _ in screen.canAct }
      ) { screen, app in ItemActions.own(screen.chosenItems, screen.names.people, &app) },
      .on(
        Self.self, "\(id).block", ["b"], "Say what it waits for: an item, or words", label: "waits for", rank: 57,
        when: { screen, _ in screen.canAct }
      ) { screen, app in ItemActions.block(screen.chosenItems, &app) },
      .on(
        Self.self, "\(id).unblock", ["B"], "Say that something it waits for is out of the way", label: "unblock",
        matters: { screen, _ in screen.chosenItems.contains(where: \.isBlocked) },
        when: { screen, _ in screen.canUnblock }
      ) { screen, app in screen.chosenItems.first.map { [app.ask(BlockersQuestion(item: $0.number))] } ?? [] },
      .on(
        Self.self, "\(id).split", ["S"], "Split the item into several", label: "split", rank: 60,
        when: { screen, _ in screen.canActOnOne }
      ) { screen, app in screen.chosenItems.first.map { ItemActions.split($0, &app) } ?? [] },
      .on(
        Self.self, "\(id).change", ["e"], "Change what the item says, in a form", label: "change", rank: 35,
        when: { screen, _ in screen.canActOnOne }
      ) { screen, app in
        screen.chosenItems.first.map { app.open(ItemFormScreen(changing: $0.number, of: $0.team)) } ?? []
      },
      .on(
        Self.self, "\(id).remove", ["x"], "Remove it from the backlog, after a question", label: "remove", rank: 65,
        when: { screen, _ in screen.canAct }
      ) { screen, app in ItemActions.remove(screen.chosenItems, &app) },
    ]
  }
}
