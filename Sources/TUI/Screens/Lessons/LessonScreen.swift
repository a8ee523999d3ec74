import Domain
import Store
import Terminal

/// One lesson: where it comes from, what it proposes beside what stands there now, and what became of it.
struct LessonScreen: TextPageScreen {
  static let name = ScreenName("lesson")

  let number: LessonNumber
  private(set) var content: LessonContent?
  private(set) var failure: String?
  var page = TextPage()
  /// What the page was laid out for; nil when it has to be anew.
  private var laidOut: Layout?
  /// Words that came from the editor and could not be written.
  private var unsaved: String?

  private struct Layout: Equatable {
    var width: Int
    var age: LessonAge
  }

  init(_ number: LessonNumber) { self.number = number }

  var lesson: Lesson? { content?.lesson }

  mutating func refresh(_ app: inout App) -> [Effect] { [app.read(LessonQuestion(number: number))] }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard let (question, content) = reply.to(LessonQuestion.self), question.number == number else { return [] }
    self.content = content
    failure = nil
    laidOut = nil
    return []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if (question as? LessonQuestion)?.number == number { self.failure = failure.words }
  }

  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] {
    guard (write.write as? StoreWrite)?.name == wordsWrite else { return [] }
    if case .success = result { unsaved = nil }
    // What was refused is shown beside what stands there.
    return refresh(&app)
  }

  mutating func settle(_ app: App) {
    if let content {
      let layout = Layout(width: app.size.width, age: LessonAge(of: content.lesson, app.now))
      if layout != laidOut {
        laidOut = layout
        page.show(LessonPage(content: content, width: max(1, app.size.width - 3), app: app).lines)
      }
    }
    page.settle(height: TextPage.rows(app.size))
  }

  var isRead: Bool { content != nil || failure != nil }
  var hasDraft: Bool { unsaved != nil }

  func copyable(_ app: App) -> String? {
    content == nil ? nil : (["Lesson \(number)", ""] + page.lines.map(\.text)).joined(separator: "\n")
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    let title = lesson.map { "Lesson \(number)  \($0.checklist)  \(LessonWords.fate(of: $0))" } ?? "Lesson \(number)"
    page.draw(
      on: &screen, in: area, title: title, empty: failure ?? "reading\(screen.glyphs.ellipsis)",
      note: app.viewer.storeNote)
  }

  // MARK: What can be done

  private var wordsWrite: String { "words of lesson \(number)" }

  private func openRun(_ app: inout App) -> [Effect] {
    guard let run = lesson?.source.run else { return [] }
    return app.isBelow(RunScreen.self) { $0.number == run } ? app.back() : app.open(RunScreen(run))
  }

  private var isOpen: Availability { LessonSettling.canSettle([lesson].compactMap(\.self)) }

  /// What came back from the editor takes the place of what was learned, unless somebody has changed it meanwhile.
  mutating func edited(_ text: String, _ app: inout App) -> [Effect] {
    guard let lesson else { return [] }
    let (before, words) = (lesson.text, text.trimmed)
    unsaved = words
    let write = StoreWrite(name: wordsWrite) { [number] store, actor, now in
      try store.perform(
        EditLesson(number) { lesson in
          guard lesson.text == before || lesson.text == words else {
            throw Failure(
              words: "somebody has changed lesson \(number) meanwhile, so nothing was saved: E has what you wrote")
          }
          lesson.text = words
        }, by: actor, at: now)
      return "lesson \(number) was changed"
    }
    return [app.write(write)]
  }

  static let commands: [Command] = [
    .on(
      LessonScreen.self, "lesson.run", ["Enter"], "Open the run that it was learned in", label: "the run", rank: 10,
      when: { screen, _ in
        screen.lesson?.source.run == nil ? .no("it was not learned in a run") : .yes
      }
    ) { $0.openRun(&$1) },
    .on(
      LessonScreen.self, "lesson.fold", ["f"], "Fold it into the checklist's next version", label: "fold", rank: 20,
      when: { screen, _ in screen.isOpen }
    ) { screen, app in app.open(FoldScreen([screen.number])) },
    .on(
      LessonScreen.self, "lesson.change", ["e"], "Change what it proposes, in a form", label: "change", rank: 30,
      when: { screen, _ in screen.isOpen }
    ) { screen, app in app.open(LessonFormScreen(changing: screen.number)) },
    .on(
      LessonScreen.self, "lesson.words", ["E"], "Write what was learned in your editor", label: "editor", rank: 60,
      when: { screen, _ in screen.isOpen }
    ) { screen, _ in
      (screen.unsaved ?? screen.lesson?.text).map { [.terminal(.edit($0))] } ?? []
    },
    .on(
      LessonScreen.self, "lesson.decline", ["x"], "Decline it, with a reason", label: "decline", rank: 40,
      when: { screen, _ in screen.isOpen }
    ) { screen, app in screen.lesson.map { LessonSettling.decline([$0], &app) } ?? [] },
    .on(
      LessonScreen.self, "lesson.item", ["#"], "Make an item of it", label: "item", rank: 50,
      when: { screen, _ in screen.isOpen }
    ) { screen, app in screen.lesson.map { LessonSettling.makeItem(of: [$0], &app) } ?? [] },
    .on(
      LessonScreen.self, "lesson.reopen", ["U"], "Take it up again, once it was declined or became an item",
      label: "reopen", rank: 45, when: { screen, _ in LessonSettling.canReopen(screen.lesson) }
    ) { screen, app in screen.lesson.map { LessonSettling.reopen($0, &app) } ?? [] },
    nextHitCommand(rank: 55),
  ]
}
