import Domain
import Foundation

@testable import Store

extension World {
  static let checklist = ChecklistName("release")

  /// Adds a lesson out of the blue, unless the change says otherwise.
  @discardableResult
  func learn(
    _ text: String = "look at the logs too", by actor: Actor = .ana, at now: Instant = .morning,
    _ change: (inout LessonDraft) -> Void = { _ in }
  ) throws -> LessonNumber {
    var draft = LessonDraft(checklist: Self.checklist, text: text)
    change(&draft)
    return try perform(AddLesson(draft), by: actor, at: now)
  }

  @discardableResult
  func redline(_ text: String, step: String?, by actor: Actor = .ana) throws -> RedlineStep.Output {
    try perform(RedlineStep(run: RunNumber(1), text: text, step: step.map { StepID($0) }), by: actor)
  }

  @discardableResult
  func redline(_ edit: ProposedEdit, by actor: Actor = .ana) throws -> RedlineStep.Output {
    try perform(RedlineStep(run: RunNumber(1), edit: edit), by: actor)
  }

  func lesson(_ number: Int = 1) throws -> Lesson { try store.read { try $0.lesson(LessonNumber(number)) } }
  func openRedlines() throws -> [Lesson] { try store.read { try $0.openRedlines(on: Self.checklist) } }
}
