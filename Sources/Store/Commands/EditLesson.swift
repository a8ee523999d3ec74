import Domain

/// Changes what a lesson says and proposes, while nobody has settled it.
public struct EditLesson: Command {
  public static let name = "lesson-edit"
  public static let undo = UndoPolicy.undoable
  public var lesson: LessonNumber
  /// Applied to the lesson as it is in the transaction, so that what others changed meanwhile stays. Its number, its
  /// checklist, who learned it, when, and its fate stay whatever this does.
  public var change: @Sendable (inout Lesson) throws -> Void
  /// Takes up again what was declined or became an item, in the same action.
  public var reopens: Bool

  public init(
    _ lesson: LessonNumber, reopens: Bool = false, change: @escaping @Sendable (inout Lesson) throws -> Void
  ) {
    self.lesson = lesson
    self.reopens = reopens
    self.change = change
  }

  public func perform(in transaction: Transaction) throws {
    var old = try transaction.lesson(lesson)
    if let fate = old.fate, !reopens || fate.kind == .folded { throw Clash.lessonSettled(lesson, fate) }
    old.fate = nil
    var new = old
    try change(&new)
    (new.number, new.checklist, new.by, new.at, new.fate) = (old.number, old.checklist, old.by, old.at, nil)
    if let step = new.edit?.step { new.step = step }
    if new.text.allSatisfy(\.isWhitespace) { new.text = new.edit?.summary ?? "" }
    if new.text.isEmpty { throw Refusal.needsReason("a lesson without a proposed edit") }
    // An edit is proposed for what stands there now; what was proposed before keeps its base.
    if new.edit != old.edit {
      if new.base == old.base { new.base = try transaction.latestVersion(of: old.checklist) }
      let version = try transaction.version(VersionReference(checklist: old.checklist, number: new.base))
      for id in new.edit?.steps ?? [] where !version.steps.contains(where: { $0.id == id }) {
        throw Missing.step(id, of: version.reference)
      }
    }
    if let again = new.recurrenceOf { _ = try transaction.lesson(again) }
    transaction.summary = "changed lesson \(lesson): \(new.text)"
    try transaction.put(.lesson, new.row())
  }
}

/// Ends lessons otherwise than by a version: an item was made of them, or they are declined.
///
/// A number names an item that is kept here: it has to be there, and is linked to the lessons.
public struct SettleLessons: Command {
  public static let name = "lesson-settle"
  public static let undo = UndoPolicy.undoable
  public var lessons: [LessonNumber]
  public var outcome: LessonFate.Outcome

  public init(_ lessons: [LessonNumber], _ outcome: LessonFate.Outcome) {
    self.lessons = lessons
    self.outcome = outcome
  }

  public func perform(in transaction: Transaction) throws {
    let names = "lesson\(lessons.count == 1 ? "" : "s") \(lessons.map(\.description).joined(separator: ", "))"
    switch outcome {
    case .declined(let reason):
      if reason.allSatisfy(\.isWhitespace) { throw Refusal.needsReason("declining a lesson") }
      transaction.summary = "declined \(names): \(reason)"
    case .item(let item):
      if item.allSatisfy(\.isWhitespace) { throw Refusal.needsReason("a lesson that becomes an item") }
      transaction.summary = "made item \(item) of \(names)"
    case .folded(let version, _): transaction.summary = "\(names): carried by v\(version)"
    }
    var fate = LessonFate(outcome, by: transaction.actor.handle, at: transaction.now)
    if let item = fate.item {
      fate.outcome = .item(item.description)
      try transaction.link(item, to: lessons)
    }
    for number in lessons {
      let lesson = try transaction.openLesson(number)
      if case .folded(let version, let step) = outcome {
        let reference = VersionReference(checklist: lesson.checklist, number: version)
        // One that was taken back is kept too, and carries nothing.
        guard try transaction.versions(of: lesson.checklist).contains(where: { $0.reference == reference }) else {
          throw Missing.version(reference, latest: try transaction.latestVersion(of: lesson.checklist))
        }
        let carrier = try transaction.version(reference)
        if let step, !carrier.steps.contains(where: { $0.id == step }) { throw Missing.step(step, of: reference) }
      }
      try transaction.settle(number, fate)
    }
  }
}

/// Takes up again what was declined or became an item.
public struct ReopenLesson: Command {
  public static let name = "lesson-reopen"
  public static let undo = UndoPolicy.undoable
  public var lesson: LessonNumber

  public init(_ lesson: LessonNumber) { self.lesson = lesson }

  public func perform(in transaction: Transaction) throws {
    let old = try transaction.lesson(lesson)
    if let fate = old.fate, fate.kind == .folded { throw Clash.lessonSettled(lesson, fate) }
    transaction.summary = "reopened lesson \(lesson)"
    try transaction.settle(lesson, nil)
  }
}

extension Transaction {
  func openLesson(_ number: LessonNumber) throws -> Lesson {
    let lesson = try lesson(number)
    if let fate = lesson.fate { throw Clash.lessonSettled(number, fate) }
    return lesson
  }

  func settle(_ lesson: LessonNumber, _ fate: LessonFate?) throws {
    try update(.lesson, [Value(lesson.value)], set: LessonFate.row(of: fate))
  }
}
