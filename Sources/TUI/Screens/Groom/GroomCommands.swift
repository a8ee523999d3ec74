import Domain
import Terminal

extension GroomScreen {
  private var canDecide: Availability { item == nil ? .no("nothing waits for a decision") : .yes }

  private var canIce: Availability {
    canDecide.and(item?.state == .unscheduled ? .no("it is on ice already: Space leaves it there") : .yes)
  }

  private var canEnd: Availability {
    answer?.queue?.session == nil ? .no("no session has begun: the first decision begins one") : .yes
  }

  private func decide(_ choice: GroomingChoice, _ app: inout App) -> [Effect] {
    item.map { GroomActions.decide($0, choice, &app) } ?? []
  }

  private func end(_ app: inout App) -> [Effect] {
    guard let queue = answer?.queue, let session = queue.session else { return [] }
    let waiting =
      queue.waiting == 0
      ? "All of it is decided."
      : "\(queue.waiting == 1 ? "1 item waits" : "\(queue.waitingText) items wait") still, and the next session asks."
    return GroomActions.end(session, waiting: waiting, &app)
  }

  private static func estimating(_ points: Int) -> Command {
    .on(
      GroomScreen.self, "groom.points-\(points)", ["\(points)"], "Estimate \(points), where the team's scale has it",
      label: "\(points) points", when: { screen, _ in screen.canDecide }
    ) { $0.decide(.estimate(points), &$1) }
  }

  static let commands: [Command] =
    decisions + (0...9).map(estimating) + [
      .on(
        GroomScreen.self, "groom.open", ["Enter"], "Open the item's page", label: "open", rank: 50,
        when: { screen, _ in screen.canDecide }
      ) { screen, app in screen.item.map { app.open(ItemScreen($0.number)) } ?? [] },
      .on(
        GroomScreen.self, "groom.comment", ["c"], "Comment on the item", label: "comment", rank: 60,
        when: { screen, _ in screen.canDecide }
      ) { screen, app in screen.item.map { ItemActions.comment($0, &app) } ?? [] },
      .on(
        GroomScreen.self, "groom.owners", ["O"], "Say who works on it, or who does not any more", label: "owners",
        rank: 55, when: { screen, _ in screen.canDecide }
      ) { screen, app in
        screen.item.map { ItemActions.own([$0], screen.answer?.content?.names.people ?? [], &app) } ?? []
      },
      .on(
        GroomScreen.self, "groom.change", ["e"], "Change what the item says, in a form", label: "change", rank: 58,
        when: { screen, _ in screen.canDecide }
      ) { screen, app in screen.item.map { app.open(ItemFormScreen(changing: $0.number, of: $0.team)) } ?? [] },
      .on(
        GroomScreen.self, "groom.finish", ["F"], "End the session, after a question; what waits is asked by the next",
        label: "finish", rank: 45, matters: { screen, _ in screen.item == nil }, when: { screen, _ in screen.canEnd }
      ) { $0.end(&$1) },
      .on(
        GroomScreen.self, "groom.team", ["A"], "Groom the backlog of another team", label: "another team",
        when: { screen, _ in (screen.answer?.teams.count ?? 0) > 1 ? .yes : .no("there is no other team") }
      ) { $0.turnTeam(&$1) },
      nextHitCommand(rank: 70),
    ]

  private static let decisions: [Command] = [
    .on(
      GroomScreen.self, "groom.keep", ["Space"], "Keep the item as it is", label: "keep", rank: 10,
      when: { screen, _ in screen.canDecide }
    ) { $0.decide(.keep, &$1) },
    .on(
      GroomScreen.self, "groom.split", ["S"], "Split the item into several", label: "split", rank: 20,
      when: { screen, _ in screen.canDecide }
    ) { screen, app in screen.item.map { GroomActions.split($0, &app) } ?? [] },
    .on(
      GroomScreen.self, "groom.ice", ["I"], "Put the item on ice", label: "ice", rank: 25,
      when: { screen, _ in screen.canIce }
    ) { $0.decide(.ice, &$1) },
    .on(
      GroomScreen.self, "groom.close", ["x"],
      "Close the item: accept what was delivered, remove what will not be done", label: "close", rank: 30,
      when: { screen, _ in screen.canDecide }
    ) { screen, app in screen.item.map { GroomActions.close($0, &app) } ?? [] },
    .on(
      GroomScreen.self, "groom.skip", ["D"], "Defer it: it is asked about again once all else is decided",
      label: "defer", rank: 35, when: { screen, _ in screen.canDecide }
    ) { $0.decide(.skip, &$1) },
  ]
}

extension Command {
  /// From everywhere; Esc leads to the backlog.
  static let grooming: [Command] = [
    .everywhere("go.groom", ["g o"], "Go on with the grooming session of the backlog", label: "groom") { app in
      let effects = app.go(to: BacklogScreen.name)
      // A form that would lose what was typed asks first.
      guard app.overlays.isEmpty, let backlog = app.topScreen(BacklogScreen.self) else { return effects }
      return effects + app.open(GroomScreen(backlog.team))
    }
  ]
}
