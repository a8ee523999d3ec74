import Domain
import Store

/// Decisions of a grooming session, as they are written.
enum GroomActions {
  /// What the write of a decision is called.
  static let deciding = "decide about an item"

  /// Decides about the item as it shows: where somebody has changed it meanwhile, that is said and nothing is written.
  static func decide(
    _ item: ItemLine, _ choice: GroomingChoice, why: String? = nil, draft: Draft? = nil, _ app: inout App
  ) -> [Effect] {
    let command = DecideGrooming(item.number, choice, why: why, seen: item.updatedAt)
    return [
      app.write(
        StoreWrite(name: deciding, holdsKeys: true) { store, actor, now in
          let decision = try store.perform(command, by: actor, at: now)
          return "item \(decision.item): \(decision.words)"
        }, draft: draft)
    ]
  }

  static func split(_ item: ItemLine, _ app: inout App) -> [Effect] {
    app.show(
      Prompt(
        "split item \(item.number): into what?",
        explanation: [
          title(item), "The titles, with ; between them. The parts stand right below it, and are asked about.",
        ],
        needs: "at least one title is needed", purpose: "split \(item.number)", in: app
      ) { reply, draft, app in
        guard case .text(let text) = reply else { return [] }
        let titles = text.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
        return decide(item, .split(titles), draft: draft, &app)
      })
    return []
  }

  static func close(_ item: ItemLine, _ app: inout App) -> [Effect] {
    let effect =
      item.state == .delivered
      ? "It is in production: closing accepts it." : "It will not be done: closing removes it, and the log keeps why."
    app.show(
      Prompt(
        "close item \(item.number): why?", explanation: [title(item), effect], needs: nil,
        purpose: "close \(item.number)", in: app
      ) { reply, draft, app in
        guard case .text(let why) = reply else { return [] }
        return decide(item, .close, why: why, draft: draft, &app)
      })
    return []
  }

  static func end(_ session: Grooming, waiting: String, _ app: inout App) -> [Effect] {
    app.show(
      Confirmation(
        question: "End grooming session \(session.number)?", details: [waiting], yes: "end it"
      ) { app in
        [
          app.write(
            StoreWrite(name: deciding, holdsKeys: true) { store, actor, now in
              try store.perform(EndGrooming(session.number), by: actor, at: now)
              return "grooming session \(session.number) has ended"
            })
        ]
      })
    return []
  }

  private static func title(_ item: ItemLine) -> String {
    "\(item.number)  \(LessonWords.line(item.title, most: 200))"
  }
}
