import Domain
import Terminal

/// The inbox of what was learned: what waits first, with how long it has waited. Nothing ends in silence.
struct LessonsScreen: LongListScreen {
  static let name = ScreenName("lessons")

  var list = RowList<Lesson>(LessonColumns.all)
  var long = LongList<Lesson>()
  private var inbox: InboxQuestion.Answer?

  typealias Stretch = LessonsQuestion
  static func number(of lesson: LessonNumber) -> Int { lesson.value }

  var filterHint: String { "words; state:folded, state:all; source:redline; by:ana" }

  func emptyWords(_ app: App) -> String {
    "No lesson waits. \(app.key(of: "lessons.all")) shows those that were settled, \(app.key(of: "lessons.new")) writes "
      + "down a new one."
  }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    if let (_, inbox) = reply.to(InboxQuestion.self) {
      self.inbox = inbox
      oldest = inbox.oldest.map { LessonAge.words(app.now - $0) }
      return []
    }
    let effects = take(reply, &app)
    return reply.to(LessonsQuestion.self) == nil ? effects : effects + [app.read(InboxQuestion())]
  }

  /// How old the oldest was when that was read.
  private var oldest: String?

  var position: String {
    guard list.selected != nil else { return "" }
    let place = list.selectedIndex + 1
    if list.filter.isEmpty, list.sort == nil, let inbox, inbox.count >= list.visible.count {
      return "\(place) of \(inbox.count) open" + (oldest.map { ", the oldest \($0)" } ?? "")
    }
    return "\(place) of \(list.visible.count)\(long.window.hasOlder || long.window.hasNewer ? "+" : "")"
  }

  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] {
    // What is settled is not marked any more, whether it shows or not.
    if case .success = result, (write.write as? StoreWrite)?.name == LessonSettling.write { list.clearMarks() }
    return []
  }

  mutating func openSelection(_ app: inout App) -> [Effect] {
    list.selected.map { app.open(LessonScreen($0.number)) } ?? []
  }

  private mutating func openNew(_ app: inout App) -> [Effect] {
    app.open(LessonFormScreen(checklist: list.selected?.checklist))
  }

  private mutating func fold(_ app: inout App) -> [Effect] {
    // In the order in which they were learned, whatever the list is ordered by.
    let lessons = list.chosen.map(\.number).sorted()
    list.clearMarks()
    return app.open(FoldScreen(lessons))
  }

  func nextChange(_ app: App) -> Countdown {
    let isYoung = list.visible.contains { $0.isOpen && app.now - $0.at < .seconds(3600) }
    return list.visible.isEmpty
      ? .never
      : isYoung
        ? .eachMinute(app)
        : .inMilliseconds(3_600_000 - app.now.milliseconds % 3_600_000)
  }

  static let commands: [Command] = [
    .on(
      LessonsScreen.self, "lessons.open", ["Enter"], "Read the lesson, and what it proposes", label: "open", rank: 10,
      when: { screen, _ in screen.list.selected == nil ? .no("there is no lesson here") : .yes }
    ) { $0.openSelection(&$1) },
    .on(
      LessonsScreen.self, "lessons.fold", ["f"],
      "Fold the marked lessons, else the selected one, into the checklist's next version", label: "fold", rank: 20,
      when: { screen, _ in LessonSettling.canFold(screen.list.chosen) }
    ) { $0.fold(&$1) },
    .on(LessonsScreen.self, "lessons.new", ["n"], "Write down a lesson, out of the blue", label: "new", rank: 30) {
      $0.openNew(&$1)
    },
    .on(
      LessonsScreen.self, "lessons.decline", ["x"], "Decline the marked lessons, else the selected one, with a reason",
      label: "decline", rank: 40, when: { screen, _ in LessonSettling.canSettle(screen.list.chosen) }
    ) { screen, app in LessonSettling.decline(screen.list.chosen, &app) },
    .on(
      LessonsScreen.self, "lessons.item", ["#"], "Make an item of the marked lessons, else of the selected one",
      label: "item", rank: 50, when: { screen, _ in LessonSettling.canSettle(screen.list.chosen) }
    ) { screen, app in LessonSettling.makeItem(of: screen.list.chosen, &app) },
    .on(
      LessonsScreen.self, "lessons.reopen", ["U"], "Take up a lesson again that was declined or became an item",
      label: "reopen", rank: 45, when: { screen, _ in LessonSettling.canReopen(screen.list.selected) }
    ) { screen, app in screen.list.selected.map { LessonSettling.reopen($0, &app) } ?? [] },
    .on(
      LessonsScreen.self, "lessons.all", ["+"], "Show the settled lessons too, or only the open ones", label: "all",
      rank: 60
    ) { screen, app in screen.narrow(to: LessonFilter.togglingAll(screen.filter ?? ""), &app) },
    mineCommand("Narrow to what you learned, or show all again", rank: 70),
  ]
}
