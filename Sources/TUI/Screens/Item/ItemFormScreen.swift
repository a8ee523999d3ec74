import Domain
import Store
import Terminal

/// The form for an item: a new one, or one that says something else from now on.
struct ItemFormScreen: FormScreen {
  static let name = ScreenName("item-form")

  let team: TeamName
  /// Nil for a new one.
  let item: ItemNumber?
  /// Where a new one begins.
  private let state: ItemState
  /// What a new one comes from.
  private let links: [ItemLink]
  var form: ItemFields?
  var chosen = 0
  var top = 0
  private(set) var isSending = false
  private(set) var failure: String?

  /// A new one, in the panel that one looks at; what is under way or done begins in the backlog.
  init(new team: TeamName, in panel: Panel, links: [ItemLink] = []) {
    self.team = team
    item = nil
    self.links = links
    state = panel == .icebox ? .unscheduled : .unstarted
  }

  init(changing item: ItemNumber, of team: TeamName) {
    self.team = team
    self.item = item
    links = []
    state = .unscheduled
  }

  mutating func refresh(_ app: inout App) -> [Effect] {
    form == nil ? [app.read(ItemFormQuestion(team: team, item: item))] : []
  }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard form == nil, let (question, answer) = reply.to(ItemFormQuestion.self), question.item == item else {
      return []
    }
    form = ItemFields(answer)
    failure = nil
    return []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if question is ItemFormQuestion, form == nil { self.failure = failure.words }
  }

  var title: [Span] { [Span(item.map { "Item \($0)" } ?? "A new item of \(team)", .bold)] }

  mutating func send(_ app: inout App) -> [Effect] {
    guard let form else { return [] }
    isSending = true
    guard let original = form.answer.item else {
      var draft = form.draft(for: team, in: state)
      draft.links = links
      return [
        app.write(
          StoreWrite(name: writeName) { [draft] store, actor, now in
            let numbers = try store.perform(AddItems(draft), by: actor, at: now)
            return "\(ItemWords.names(numbers)) added"
          })
      ]
    }
    let changed = form.changed(original)
    return [
      app.write(
        StoreWrite(name: writeName) { store, actor, now in
          try store.perform(
            EditItems([original.number]) { known in
              try merge(\.title, named: "title", of: changed, begunAs: original, into: &known)
              try merge(\.type, named: "type", of: changed, begunAs: original, into: &known)
              try merge(\.points, named: "points", of: changed, begunAs: original, into: &known)
              try merge(\.labels, named: "labels", of: changed, begunAs: original, into: &known)
              try merge(\.epic, named: "epic", of: changed, begunAs: original, into: &known)
              try merge(\.owners, named: "owners", of: changed, begunAs: original, into: &known)
              try merge(\.due, named: "due day", of: changed, begunAs: original, into: &known)
              try merge(\.tasks, named: "tasks", of: changed, begunAs: original, into: &known)
              try merge(\.blockers, named: "blockers", of: changed, begunAs: original, into: &known)
              try merge(\.description, named: "description", of: changed, begunAs: original, into: &known)
            }, by: actor, at: now)
          return "item \(original.number) was changed"
        })
    ]
  }

  private var writeName: String { "item form \(item?.description ?? "new")" }

  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] {
    guard isSending, (write.write as? StoreWrite)?.name == writeName else { return [] }
    isSending = false
    guard case .success = result else { return [] }
    form = nil
    return app.topScreen(ItemFormScreen.self) == nil ? [] : app.back()
  }

  static let commands = formCommands("save", sending: "save the item") { screen, app in
    app.backLeavingForm(hasDraft: screen.hasDraft)
  }
}
