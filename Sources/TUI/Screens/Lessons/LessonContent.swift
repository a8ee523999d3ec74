import ChecklistFile
import Domain
import Store
import Workflow

/// A lesson with everything that its page says of it.
struct LessonContent: Sendable {
  /// The step and the proposed edit beside the checklist as it is now.
  struct Beside: Sendable {
    /// The number of the latest version.
    var latest: Int
    /// The step that it is about, as it reads now; nil where it is gone, or none was named.
    var step: Step?
    /// What the edit would change; empty where there is none, where it can't be made, or once the lesson is settled.
    var changes: [StepChange]
    var conflict: FoldPlan.Conflict?
  }

  var lesson: Lesson
  /// Or why there is no looking at it, as for a checklist that is gone.
  var beside: Result<Beside, Failure>
  /// The lesson whose trouble this one says came back.
  var before: Lesson?
  /// Those that say the trouble of this one came back, oldest first.
  var again: [Lesson]
  /// The version that carries it.
  var carrier: VersionSummary?
  /// The item that was made of it, where that is kept here and still there.
  var item: ItemLine?
}

struct LessonQuestion: Question {
  var number: LessonNumber
  var topic: String { "\(number)" }

  func answer(from backend: any Backend) throws -> LessonContent {
    try backend.onStore { store, _, _ in
      try store.read { reader in
        let lesson = try reader.lesson(number)
        let carrier = try lesson.foldedInto.map {
          try reader.source(of: VersionReference(checklist: lesson.checklist, number: $0)).summary
        }
        return LessonContent(
          lesson: lesson, beside: Result { try Self.beside(lesson, reader) }.mapError(Failure.init),
          before: try lesson.recurrenceOf.map { try reader.lesson($0) }, again: try reader.recurrences(of: number),
          carrier: carrier, item: try Self.item(of: lesson, reader))
      }
    }
  }

  private static func item(of lesson: Lesson, _ reader: some Reading) throws -> ItemLine? {
    try lesson.fate?.item.flatMap { try reader.itemIfThere($0) }.map { ItemLine($0) }
  }

  private static func beside(_ lesson: Lesson, _ reader: some Reading) throws -> LessonContent.Beside {
    let latest = try reader.version(of: lesson.checklist)
    let id = lesson.carrier ?? lesson.step
    var beside = LessonContent.Beside(
      latest: latest.reference.number, step: latest.steps.first { $0.id == id }, changes: [], conflict: nil)
    guard lesson.isOpen, lesson.edit != nil else { return beside }
    let plan = try FoldPlan.make([lesson.number], in: reader)
    beside.changes = plan.changes
    beside.conflict = plan.conflicts.first
    return beside
  }
}
