import Domain

/// Keeps what a retro taught as a lesson, and has the answer to one of its questions end in it: one action.
public struct LearnInRetro: Command {
  public static let name = "retro-lesson"
  public static let undo = UndoPolicy.undoable
  public var retro: RetroNumber
  /// Nil where it belongs to no one question.
  public var question: RetroQuestion?
  public var draft: LessonDraft

  public init(_ retro: RetroNumber, _ draft: LessonDraft, for question: RetroQuestion? = nil) {
    self.retro = retro
    self.draft = draft
    self.question = question
  }

  public func perform(in transaction: Transaction) throws -> LessonNumber {
    if try transaction.retro(retro).state == .closed { throw RetroRefusal.closed(retro) }
    let lesson = try AddLesson(draft).perform(in: transaction)
    let summary = transaction.summary
    if let question {
      try EditRetro(retro, "lesson \(lesson)") { $0.content[question].lessons.append(lesson.value) }
        .perform(in: transaction)
    }
    transaction.summary = summary.map { "retro \(retro): \($0)" }
    return lesson
  }
}
