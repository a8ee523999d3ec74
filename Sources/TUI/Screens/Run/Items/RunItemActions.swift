import Domain
import Store

/// What the keys do to the items that the run carries.
extension RunScreen {
  /// What its end would change of them; nil while it has no such end.
  var settling: (kind: ItemSettling, items: [ItemLine])? {
    guard let kind = run?.itemSettling else { return nil }
    let items = cargo.filter(kind.takes)
    return items.isEmpty ? nil : (kind, items)
  }

  mutating func openItems(_ app: inout App) -> [Effect] {
    let screen = self
    let none: Availability = .no("the run carries no items")
    let settle: Availability = settling == nil ? .no(whyNothingToSettle) : .yes
    app.show(
      Menu(
        "run \(number) carries \(cargo.isEmpty ? "no items" : ItemWords.names(cargo.map(\.number)))",
        [
          Menu.Item(key: "a", title: "Add items, or take some off", availability: .yes) { screen.askForItems(&$0) },
          Menu.Item(key: "l", title: "List them", availability: cargo.isEmpty ? none : .yes) { screen.listItems(&$0) },
          Menu.Item(
            key: "d", title: run?.itemSettling == .rejection ? "Reject what it brought" : "Deliver what it brought",
            availability: cargo.isEmpty ? none : settle
          ) { app in
            screen.offerSettling(&app)
            return []
          },
        ]))
    return []
  }

  private var whyNothingToSettle: String {
    guard let run else { return "the run is not read yet" }
    if run.itemSettling != nil { return "nothing of what it carries changes by it" }
    if run.isRehearsal { return "a rehearsal delivers nothing" }
    if run.environment.kind != .production { return "\(run.environment.name) is not production" }
    return run.state.isOver ? "the run neither went well nor was rolled back" : "the run is not over"
  }

  private func listItems(_ app: inout App) -> [Effect] {
    app.show(Reader("What run \(number) carries", itemLines(app).map { Reader.Line($0) }))
    return []
  }

  /// `12 ✓ accepted  Drain routers one at a time`.
  func itemLines(_ app: App) -> [String] {
    cargo.map {
      "\($0.number) \(ItemWords.sign(of: $0.state, app.glyphs)) \($0.state.rawValue)  \(LessonWords.line($0.title, most: 200))"
    }
  }

  private func askForItems(_ app: inout App) -> [Effect] {
    let run = number
    app.show(
      Prompt(
        "items of run \(number)",
        explanation: itemLines(app) + [
          "Numbers of items with commas between them; one with - before it is taken off. A release brings what stands "
            + "before it."
        ],
        needs: "at least one number is needed", purpose: "items", in: app, check: { CarriedNumbers($0).complaint }
      ) { reply, draft, app in
        guard case .text(let text) = reply else { return [] }
        let numbers = CarriedNumbers(text)
        let write = StoreWrite(name: "items of run \(run)") { store, actor, now in
          try store.perform(CarryItems(numbers.added, takingOff: numbers.removed, by: run), by: actor, at: now)
          return "run \(run): \(numbers.words)"
        }
        return [app.write(write, draft: draft)]
      })
    return []
  }

  /// Asks whether to deliver or reject what it carries; a rejection has the rollback's reason.
  func offerSettling(_ app: inout App) {
    guard let settling, let screenRun = run else { return }
    let number = number
    let isRejection = settling.kind == .rejection
    let reason = isRejection ? screenRun.rollbackReason ?? "run \(number) was rolled back" : nil
    let names = ItemWords.names(settling.items.map(\.number))
    app.show(
      Confirmation(
        question: "\(isRejection ? "Reject" : "Deliver") \(names), which this run carried?",
        details: settling.items.map { "\($0.number)  \(LessonWords.line($0.title, most: 200))" }
          + (reason.map { ["Reason: \($0)"] } ?? []),
        yes: isRejection ? "reject" : "deliver"
      ) { app in
        [
          app.write(
            StoreWrite(name: "settle items of run \(number)") { store, actor, now in
              let settled = try store.perform(SettleCarriedItems(number, rejection: reason), by: actor, at: now)
              return "\(isRejection ? "rejected" : "delivered") \(ItemWords.names(settled))"
            })
        ]
      })
  }

  /// What is offered at the end and not done yet waits among the notices, also for those who did not end the run.
  func itemNotices(_ app: App) -> [Notice] {
    guard !cargo.isEmpty else { return [] }
    let key = app.key(of: "run.items")
    guard let settling else {
      return [
        Notice(
          id: "items", title: "it carries \(ItemWords.names(cargo.map(\.number)))",
          styled: itemLines(app).map { StyledLine($0) }, isQuiet: true)
      ]
    }
    let verb = settling.kind == .rejection ? "reject" : "deliver"
    let count = settling.items.count == 1 ? "1 item" : "\(settling.items.count) items"
    return [
      Notice(id: "items to \(verb)", title: "it carried \(count) to \(verb): \(key)", lines: itemLines(app))
    ]
  }
}

/// Numbers of items as they are typed for a run: `12, 14, -9`.
struct CarriedNumbers: Sendable {
  private(set) var added: [ItemNumber] = []
  private(set) var removed: [ItemNumber] = []
  /// The first word that is no number; nil where all are.
  private(set) var stranger: String?

  init(_ text: String) {
    for word in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
      guard let number = Int(word), number != 0 else {
        stranger = stranger ?? String(word)
        continue
      }
      if number > 0 { added.append(ItemNumber(number)) } else { removed.append(ItemNumber(-number)) }
    }
  }

  var complaint: String? {
    if let stranger { return "\(stranger) is no number of an item" }
    return added.isEmpty && removed.isEmpty ? "at least one number is needed" : nil
  }

  /// `carries items 12 and 14, no longer item 9`.
  var words: String {
    let parts = [
      added.isEmpty ? nil : "carries \(ItemWords.names(added))",
      removed.isEmpty ? nil : "no longer carries \(ItemWords.names(removed))",
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }
}
