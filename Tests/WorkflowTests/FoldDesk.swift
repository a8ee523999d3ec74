import Domain
import Foundation
import Host
import Store

@testable import Workflow

/// Lessons on the checklist `release`, and what becomes of them.
extension Desk {
  @discardableResult
  func learn(
    _ edit: ProposedEdit?, _ text: String = "", from source: LessonSource = .observation, base: Int? = nil,
    on checklist: String = "release"
  ) throws -> LessonNumber {
    let draft = LessonDraft(
      checklist: ChecklistName(checklist), text: text, source: source, edit: edit, base: base)
    return try store.perform(AddLesson(draft), by: .ana, at: .morning)
  }

  func plan(_ numbers: LessonNumber...) throws -> FoldPlan { try store.read { try FoldPlan.make(numbers, in: $0) } }

  struct Killed: Error {}

  /// - Parameter stage: where the process is as good as killed.
  @discardableResult
  func fold(
    _ plan: FoldPlan, _ target: FoldTarget = .itsFile, reason: String = "we learned it", commit: Bool = false,
    killedAt stage: Fold.Stage? = nil
  ) throws -> Fold.Outcome {
    let fold = Fold(plan, reason: reason, target: target, isCommitted: commit)
    return try fold.run(in: store, by: .ana, at: .morning) { if $0 == stage { throw Killed() } }
  }

  /// - Parameter act: What happens meanwhile, after a stage of it.
  func fold(_ plan: FoldPlan, at stage: Fold.Stage, meanwhile act: () throws -> Void) throws {
    _ = try Fold(plan, reason: "we learned it").run(in: store, by: .ana, at: .morning) { if $0 == stage { try act() } }
  }

  /// Takes the store's file from where it was opened, or puts it back.
  func moveStore(away: Bool) throws {
    let (here, there) = (store.path, store.path + ".away")
    try FileManager.default.moveItem(atPath: away ? here : there, toPath: away ? there : here)
  }

  func lesson(_ number: LessonNumber) throws -> Lesson { try store.read { try $0.lesson(number) } }

  /// What the next start finds; how each fold that was cut short ended.
  func start() throws -> [String] {
    try FinishFolds().run(in: store, by: .bo, at: .morning).map { outcome in
      switch outcome.ending {
      case .finished(let version): "finished \(version)"
      case .takenBack(let why): "taken back: \(why)"
      case .failed(let error): "failed: \(error)"
      }
    }
  }

  func hasIntent() throws -> Bool { try store.read { try $0.hasFoldIntents() } }
}

extension ProposedEdit {
  /// A step after `Tell support`.
  static let ports = ProposedEdit.add(
    text: "Check that no static port lies in 32768-61000", .after(StepID("tell-support")))
  static let sales = ProposedEdit.reword(StepID("tell-support"), to: "Tell support and sales")
}
