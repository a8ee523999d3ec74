import Domain
import Store

/// Many lessons as one action.
///
/// In a file of its own, because the screens have a `Command` too.
struct LearnMany: Command {
  static let name = AddLesson.name
  static let undo = AddLesson.undo
  var count: Int

  func perform(in transaction: Transaction) throws {
    for number in 1...count {
      let draft = LessonDraft(checklist: ChecklistName("manifest-only"), text: "lesson number \(number)")
      _ = try AddLesson(draft).perform(in: transaction)
    }
    transaction.summary = "many lessons"
  }
}
