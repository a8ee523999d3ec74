import Domain
import Store

/// Changes of items, asked for on the backlog and on an item's page alike; on several at once they are one action.
enum ItemActions {
  /// What a write is called that leaves items where they are.
  static let staying = "change items"
  /// The same for one after which they are elsewhere, or gone: marks on them are taken away.
  static let leaving = "take items elsewhere"

  static func estimate(_ items: [ItemLine], _ points: Int?, _ app: inout App) -> [Effect] {
    let numbers = items.map(\.number)
    let words = points.map { "\($0) point\($0 == 1 ? "" : "s")" } ?? "no estimate"
    return write(staying, "\(ItemWords.names(numbers)): \(words)", &app) { store, actor, now in
      try store.perform(EstimateItems(numbers, points: points), by: actor, at: now)
    }
  }

  static func move(_ items: [ItemLine], to target: ItemTarget, _ app: inout App) -> [Effect] {
    let numbers = items.map(\.number)
    let words =
      switch target {
      case .top: "to the top"
      case .bottom: "to the bottom"
      case .before(let number): "before \(number)"
      case .after(let number): "after \(number)"
      }
    return write(staying, "\(ItemWords.names(numbers)) moved \(words)", &app) { store, actor, now in
      try store.perform(MoveItems(numbers, to: target), by: actor, at: now)
    }
  }

  static func advance(_ items: [ItemLine], override: String? = nil, draft: Draft? = nil, _ app: inout App) -> [Effect] {
    let numbers = items.map(\.number)
    return [
      app.write(
        StoreWrite(name: leaving) { store, actor, now in
          let states = try store.perform(AdvanceItems(numbers, .ahead, override: override), by: actor, at: now)
          return "\(ItemWords.names(numbers)): \(words(states))"
        }, draft: draft)
    ]
  }

  static func advanceInSpite(_ items: [ItemLine], _ app: inout App) -> [Effect] {
    let names = ItemWords.names(items.map(\.number))
    app.show(
      Prompt(
        "advance \(names) though a rule forbids it: why?", explanation: explanation(items),
        needs: "a reason is needed: it stays with the item", purpose: "override \(names)", in: app
      ) { reply, draft, app in
        guard case .text(let reason) = reply else { return [] }
        return advance(items, override: reason, draft: draft, &app)
      })
    return []
  }

  static func sendBack(_ items: [ItemLine], _ app: inout App) -> [Effect] {
    let numbers = items.map(\.number)
    let names = ItemWords.names(numbers)
    app.show(
      Prompt(
        "send \(names) back: why?", explanation: explanation(items),
        needs: "a reason is needed: whoever worked on it will ask", purpose: "send back \(names)", in: app
      ) { reply, draft, app in
        guard case .text(let reason) = reply else { return [] }
        return [
          app.write(
            StoreWrite(name: leaving) { store, actor, now in
              let states = try store.perform(AdvanceItems(numbers, .back, reason: reason), by: actor, at: now)
              return "\(names): \(words(states))"
            }, draft: draft)
        ]
      })
    return []
  }

  static func split(_ item: ItemLine, _ app: inout App) -> [Effect] {
    let number = item.number
    app.show(
      Prompt(
        "split item \(number): into what?", explanation: explanation([item]) + ["The titles, with ; between them."],
        needs: "at least one title is needed", purpose: "split \(number)", in: app
      ) { reply, draft, app in
        guard case .text(let text) = reply else { return [] }
        let titles = text.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
        return [
          app.write(
            StoreWrite(name: staying) { store, actor, now in
              let parts = try store.perform(SplitItem(number, into: titles), by: actor, at: now)
              return "item \(number) was split into \(ItemWords.names(parts))"
            }, draft: draft)
        ]
      })
    return []
  }

  static func remove(_ items: [ItemLine], _ app: inout App) -> [Effect] {
    let numbers = items.map(\.number)
    let names = ItemWords.names(numbers)
    app.show(
      Confirmation(question: "Remove \(names)?", details: explanation(items), yes: "remove") { app in
        write(leaving, "\(names) removed", &app) { store, actor, now in
          try store.perform(RemoveItems(numbers), by: actor, at: now)
        }
      })
    return []
  }

  static func merge(_ items: [ItemLine], into item: ItemLine, _ app: inout App) -> [Effect] {
    let numbers = items.map(\.number)
    let names = ItemWords.names(numbers)
    app.show(
      Confirmation(
        question: "Merge \(names) into item \(item.number)?",
        details: ["\(item.number)  \(LessonWords.line(item.title, most: 200)) stays, with all that was in them."]
          + explanation(items), yes: "merge"
      ) { app in
        write(leaving, "\(names) merged into item \(item.number)", &app) { store, actor, now in
          try store.perform(MergeItems(numbers, into: item.number), by: actor, at: now)
        }
      })
    return []
  }

  static func comment(_ item: ItemLine, _ app: inout App) -> [Effect] {
    let number = item.number
    app.show(
      Prompt(
        "comment on item \(number)", explanation: explanation([item]), needs: "a comment needs at least a word",
        purpose: "comment \(number)", in: app
      ) { reply, draft, app in
        guard case .text(let text) = reply else { return [] }
        return [
          app.write(
            StoreWrite(name: staying) { store, actor, now in
              try store.perform(CommentOnItem(number, text: text), by: actor, at: now)
              return "item \(number) has a comment"
            }, draft: draft)
        ]
      })
    return []
  }

  static func label(_ items: [ItemLine], _ labels: [String], _ app: inout App) -> [Effect] {
    change(
      items, "labels", labels.filter { !$0.contains(" ") },
      ["The names of labels with commas between them; one with - before it is taken off."], &app
    ) { item, added, removed in
      item.labels = item.labels.filter { !removed.contains($0) } + added
    }
  }

  static func own(_ items: [ItemLine], _ people: [String], _ app: inout App) -> [Effect] {
    change(
      items, "owners", people,
      ["Who works on it, with commas between them; one with - before it does not any more."], &app
    ) { item, added, removed in
      item.owners = item.owners.filter { !removed.contains($0.text) } + added.map { Handle($0) }
    }
  }

  private static func change(
    _ items: [ItemLine], _ what: String, _ known: [String], _ hint: [String], _ app: inout App,
    _ body: @escaping @Sendable (inout Item, [String], [String]) -> Void
  ) -> [Effect] {
    let numbers = items.map(\.number)
    let names = ItemWords.names(numbers)
    app.show(
      Prompt(
        "\(what) of \(names)", explanation: explanation(items) + hint, needs: "at least one name is needed",
        suggestions: .names(Array(known.prefix(40))), purpose: "\(what) \(names)", in: app
      ) { reply, draft, app in
        guard case .text(let text) = reply else { return [] }
        let words = text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
        let removed = words.filter { $0.hasPrefix("-") }.map { String($0.dropFirst()) }
        let added = words.filter { !$0.hasPrefix("-") }
        return [
          app.write(
            StoreWrite(name: staying) { store, actor, now in
              try store.perform(EditItems(numbers) { body(&$0, added, removed) }, by: actor, at: now)
              return "\(names): \(what) changed"
            }, draft: draft)
        ]
      })
    return []
  }

  static func explanation(_ items: [ItemLine]) -> [String] {
    items.prefix(3).map { "\($0.number)  \(LessonWords.line($0.title, most: 200))" }
      + (items.count > 3 ? ["and \(items.count - 3) more"] : [])
  }

  @Sendable private static func words(_ states: [ItemState]) -> String {
    Set(states).count == 1 ? states.first?.rawValue ?? "" : "moved on"
  }

  static func write(
    _ name: String, _ words: String, _ app: inout App,
    _ body: @escaping @Sendable (Store, Actor, Instant) throws -> Void
  ) -> [Effect] {
    [
      app.write(
        StoreWrite(name: name) { store, actor, now in
          try body(store, actor, now)
          return words
        })
    ]
  }
}
