import Domain
import Store

/// Ends lessons otherwise than by a version, or takes them up again; asked for on the list and on a lesson's page alike.
enum LessonSettling {
  /// What such a write is called, so that a screen knows it again.
  static let write = "settle lessons"

  static func decline(_ lessons: [Lesson], _ app: inout App) -> [Effect] {
    let numbers = lessons.map(\.number)
    let names = LessonWords.names(numbers)
    app.show(
      Prompt(
        "decline \(names): why?", explanation: explanation(lessons),
        needs: "a reason is needed: whoever learned it will ask", purpose: "decline \(names)", in: app
      ) { reply, draft, app in
        guard case .text(let reason) = reply else { return [] }
        return [app.write(settle(numbers, .declined(reason: reason), "declined \(names)"), draft: draft)]
      })
    return []
  }

  static func makeItem(of lessons: [Lesson], _ app: inout App) -> [Effect] {
    let numbers = lessons.map(\.number)
    let names = LessonWords.names(numbers)
    app.show(
      Prompt(
        "make an item of \(names): which one?",
        explanation: explanation(lessons) + [
          "Its number, or its name or address in another backlog; new makes one of what was learned."
        ],
        needs: "a number, an address or new is needed, so that it can be found again", purpose: "item of \(names)",
        in: app
      ) { reply, draft, app in
        guard case .text(let item) = reply else { return [] }
        if item.trimmed.lowercased() == "new" { return [app.write(newItem(of: numbers, names), draft: draft)] }
        return [app.write(settle(numbers, .item(item.trimmed), "\(names): item \(item.trimmed)"), draft: draft)]
      })
    return []
  }

  private static func newItem(of lessons: [LessonNumber], _ names: String) -> StoreWrite {
    StoreWrite(name: write) { store, actor, now in
      let item = try store.perform(MakeItemOfLessons(lessons), by: actor, at: now)
      return "\(names): item \(item) in the icebox"
    }
  }

  static func reopen(_ lesson: Lesson, _ app: inout App) -> [Effect] {
    let number = lesson.number
    return [
      app.write(
        StoreWrite(name: write) { store, actor, now in
          try store.perform(ReopenLesson(number), by: actor, at: now)
          return "lesson \(number) is open again"
        })
    ]
  }

  /// Whether all of them can be settled.
  static func canSettle(_ lessons: [Lesson]) -> Availability {
    if lessons.isEmpty { return .no("there is no lesson here") }
    guard let settled = lessons.first(where: { !$0.isOpen }) else { return .yes }
    return .no("lesson \(settled.number) is settled: \(LessonWords.fate(of: settled))")
  }

  static func canReopen(_ lesson: Lesson?) -> Availability {
    switch lesson?.fate?.kind {
    case .folded: .no("a version that carries it stays: write down a new lesson, with n")
    case .item, .declined: .yes
    case nil: .no(lesson == nil ? "there is no lesson here" : "it is open")
    }
  }

  /// Whether they can go into one version.
  static func canFold(_ lessons: [Lesson]) -> Availability {
    guard Set(lessons.map(\.checklist)).count < 2 else {
      return .no("they are about several checklists: fold those of each by themselves")
    }
    return canSettle(lessons)
  }

  private static func explanation(_ lessons: [Lesson]) -> [String] {
    lessons.prefix(3).map { "\($0.checklist): \(LessonWords.line($0.text, most: 200))" }
      + (lessons.count > 3 ? ["and \(lessons.count - 3) more"] : [])
  }

  private static func settle(_ lessons: [LessonNumber], _ outcome: LessonFate.Outcome, _ words: String) -> StoreWrite {
    StoreWrite(name: write) { store, actor, now in
      try store.perform(SettleLessons(lessons, outcome), by: actor, at: now)
      return words
    }
  }
}
