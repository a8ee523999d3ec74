import Domain
import Foundation
import Store
import Terminal

/// One item: everything that is known of it, and all that can be done to it.
struct ItemScreen: TextPageScreen, ItemActing {
  static let name = ScreenName("item")

  let number: ItemNumber
  private(set) var content: ItemContent?
  private(set) var failure: String?
  var page = TextPage()
  /// The width that the page was laid out for; nil when it has to be anew.
  private var laidOut: Int?
  /// A description that came from the editor and could not be written.
  private var unsaved: String?

  init(_ number: ItemNumber) { self.number = number }

  var chosenItems: [ItemLine] { content.map { [ItemLine($0.item)] } ?? [] }
  var names: ItemNames { content?.names ?? ItemNames() }
  var zone: TimeZone? { content?.team.zone }

  mutating func refresh(_ app: inout App) -> [Effect] { [app.read(ItemQuestion(number: number))] }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    if let (question, answer) = reply.to(BlockersQuestion.self), app.isWanted(question) {
      return ItemActions.unblock(answer, &app)
    }
    guard let (question, content) = reply.to(ItemQuestion.self), question.number == number else { return [] }
    self.content = content
    failure = nil
    laidOut = nil
    return []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    guard (question as? ItemQuestion)?.number == number else { return }
    // It may have been removed, here or elsewhere: what was true of it is not shown any more.
    content = nil
    page.show([])
    self.failure = failure.words
  }

  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] {
    guard (write.write as? StoreWrite)?.name == descriptionWrite else { return [] }
    if case .success = result { unsaved = nil }
    return refresh(&app)
  }

  mutating func settle(_ app: App) {
    if let content, laidOut != app.size.width {
      laidOut = app.size.width
      page.show(ItemPage(content: content, width: max(1, app.size.width - 3), app: app).lines)
    }
    page.settle(height: TextPage.rows(app.size))
  }

  var isRead: Bool { content != nil || failure != nil }
  var hasDraft: Bool { unsaved != nil }

  func copyable(_ app: App) -> String? {
    content == nil ? nil : (["Item \(number)", ""] + page.lines.map(\.text)).joined(separator: "\n")
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    let title =
      content.map { "Item \(number)  \($0.item.type.rawValue)  \($0.item.state.rawValue)" } ?? "Item \(number)"
    page.draw(
      on: &screen, in: area, title: title, empty: failure ?? "reading\(screen.glyphs.ellipsis)",
      note: app.viewer.storeNote)
  }

  // MARK: What can be done

  private var descriptionWrite: String { "description of item \(number)" }

  /// What came back from the editor takes the place of the description, unless somebody has changed it meanwhile.
  mutating func edited(_ text: String, _ app: inout App) -> [Effect] {
    guard let before = content?.item.description else { return [] }
    let words = text.trimmed
    unsaved = words
    let write = StoreWrite(name: descriptionWrite) { [number] store, actor, now in
      try store.perform(
        EditItems([number]) { item in
          guard item.description == before || item.description == words else {
            throw Failure(
              words: "somebody has changed item \(number) meanwhile, so nothing was saved: E has what you wrote")
          }
          item.description = words
        }, by: actor, at: now)
      return "item \(number) was changed"
    }
    return [app.write(write)]
  }

  /// One task is ticked at once; of several one is chosen.
  private func tick(_ app: inout App) -> [Effect] {
    guard let tasks = content?.item.tasks else { return [] }
    if tasks.count == 1 { return tick(tasks[0], at: 0, &app) }
    app.show(
      Menu(
        "tick a task of item \(number), or take its tick away",
        zip(Menu.letters, tasks.enumerated()).map { letter, task in
          Menu.Item(
            key: letter,
            title:
              "\(task.element.isDone ? app.glyphs.done : app.glyphs.pending) \(LessonWords.line(task.element.text))",
            availability: .yes
          ) { [self] app in tick(task.element, at: task.offset, &app) }
        }))
    return []
  }

  private func tick(_ task: ItemTask, at index: Int, _ app: inout App) -> [Effect] {
    ItemActions.write(
      ItemActions.staying, "\(task.isDone ? "open again" : "done"): \(LessonWords.line(task.text, most: 60))", &app
    ) { [number] store, actor, now in
      try store.perform(
        EditItems([number]) { item in
          guard item.tasks.indices.contains(index), item.tasks[index] == task else {
            throw Failure(words: "somebody has changed the tasks of item \(number) meanwhile, so nothing was ticked")
          }
          item.tasks[index].isDone.toggle()
        }, by: actor, at: now)
    }
  }

  static let commands: [Command] =
    [
      .on(
        ItemScreen.self, "item.tick", ["Space"], "Tick a task, or take its tick away", label: "tick", rank: 15,
        when: { screen, _ in
          screen.content?.item.tasks.isEmpty == false ? .yes : .no("it has no tasks: e writes some")
        }
      ) { $0.tick(&$1) },
      .on(
        ItemScreen.self, "item.description", ["E"], "Write its description in your editor", label: "editor", rank: 40,
        when: { screen, _ in screen.canAct }
      ) { screen, _ in
        (screen.unsaved ?? screen.content?.item.description).map { [.terminal(.edit($0))] } ?? []
      },
      nextHitCommand(rank: 70),
    ] + itemCommands
}
