import Domain
import Store

/// What an item waits for, with the titles of what it names: asked for before one of them is said to be out of the way.
struct BlockersQuestion: Question {
  struct Answer: Sendable {
    var item: Item
    var titles: [ItemNumber: String]
  }

  let item: ItemNumber
  var topic: String { "\(item)" }

  func answer(from backend: any Backend) throws -> Answer {
    try backend.onStore { store, _, _ in
      try store.read { reader in
        let item = try reader.item(item)
        return Answer(item: item, titles: try item.blockerTitles(reader))
      }
    }
  }
}

extension Item {
  /// The titles of the items that it waits for, where they are still there.
  func blockerTitles(_ reader: some Reading) throws -> [ItemNumber: String] {
    var titles: [ItemNumber: String] = [:]
    for blocker in blockers.compactMap(\.itemNumber) {
      titles[blocker] = try reader.itemIfThere(blocker)?.title
    }
    return titles
  }
}

extension Blocker {
  /// As it is typed: a number with words after it, or words alone.
  init(typed text: String) {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    if let number = parts.first.flatMap({ Int($0) }), number > 0 {
      self.init(item: ItemNumber(number), text: parts.count > 1 ? parts[1] : "")
    } else {
      self.init(text: text)
    }
  }

  /// `item 12: Drain the routers: the new ones`.
  func words(_ titles: [ItemNumber: String]) -> String {
    [itemNumber.map { "item \($0)" }, itemNumber.flatMap { titles[$0] }, text.isEmpty ? nil : text]
      .compactMap(\.self).joined(separator: ": ")
  }
}

extension ItemActions {
  static func block(_ items: [ItemLine], _ app: inout App) -> [Effect] {
    let numbers = items.map(\.number)
    let names = ItemWords.names(numbers)
    app.show(
      Prompt(
        "\(names) \(numbers.count == 1 ? "waits" : "wait") for what?",
        explanation: explanation(items) + ["The number of an item, with words after it if need be, or words alone."],
        needs: "at least a word is needed", purpose: "block \(names)", in: app
      ) { reply, draft, app in
        guard case .text(let text) = reply else { return [] }
        let blocker = Blocker(typed: text.trimmed)
        return [
          app.write(
            StoreWrite(name: staying) { store, actor, now in
              try store.perform(EditItems(numbers) { $0.blockers.append(blocker) }, by: actor, at: now)
              return "\(names) \(numbers.count == 1 ? "waits" : "wait") for \(blocker.words([:]))"
            }, draft: draft)
        ]
      })
    return []
  }

  /// One blocker is resolved at once; of several one is chosen.
  static func unblock(_ answer: BlockersQuestion.Answer, _ app: inout App) -> [Effect] {
    let open = answer.item.blockers.enumerated().filter { !$0.element.isResolved }
    guard open.count != 1 else { return resolve(open[0].offset, of: answer, &app) }
    app.show(
      Menu(
        "what is out of the way of item \(answer.item.number)?",
        zip(Menu.letters, open).map { letter, blocker in
          Menu.Item(
            key: letter, title: LessonWords.line(blocker.element.words(answer.titles), most: 200), availability: .yes
          ) { app in resolve(blocker.offset, of: answer, &app) }
        }))
    return []
  }

  private static func resolve(_ index: Int, of answer: BlockersQuestion.Answer, _ app: inout App) -> [Effect] {
    let number = answer.item.number
    let blocker = answer.item.blockers[index]
    return write(
      staying, "item \(number) no longer waits for \(LessonWords.line(blocker.words(answer.titles), most: 60))", &app
    ) { store, actor, now in
      try store.perform(
        EditItems([number]) { item in
          guard item.blockers.indices.contains(index), item.blockers[index] == blocker else {
            throw Failure(
              words: "somebody has changed what item \(number) waits for meanwhile, so nothing was changed")
          }
          item.blockers[index].isResolved = true
        }, by: actor, at: now)
    }
  }
}
