import ChecklistFile
import Domain
import Store

/// A checklist's latest version, as far as a lesson names parts of it.
struct LatestSteps: Hashable, Sendable {
  var version: VersionReference
  var steps: [Step]

  /// By its id, or by its number.
  func step(_ text: String) -> Step? {
    steps.first { $0.id.text == text } ?? Int(text).flatMap { number in steps.first { $0.number == number } }
  }
}

/// What the form for a lesson begins with.
struct LessonFormQuestion: Question {
  struct Answer: Sendable {
    var checklists: [ChecklistName]
    /// The one that is changed; nil for a new one.
    var lesson: Lesson?
    var latest: LatestSteps?
  }

  var lesson: LessonNumber?
  var checklist: ChecklistName?

  func answer(from backend: any Backend) throws -> Answer {
    try backend.onStore { store, _, _ in
      try store.read { reader in
        let lesson = try lesson.map { try reader.lesson($0) }
        let names = try reader.checklists().map(\.name)
        let named = lesson?.checklist ?? checklist ?? (names.count == 1 ? names.first : nil)
        let known = named.flatMap { names.contains($0) ? $0 : nil }
        let latest = try known.map { try reader.version(of: $0) }
        return Answer(
          checklists: names, lesson: lesson, latest: latest.map { LatestSteps(version: $0.reference, steps: $0.steps) })
      }
    }
  }
}

/// The steps of the checklist that was typed.
struct LessonStepsQuestion: Question {
  var checklist: ChecklistName

  func answer(from backend: any Backend) throws -> LatestSteps {
    try backend.onStore { store, _, _ in
      let version = try store.read { try $0.version(of: checklist) }
      return LatestSteps(version: version.reference, steps: version.steps)
    }
  }
}

/// What an edit would change in the latest version, tried while it is typed.
struct TryEditQuestion: Question {
  var checklist: ChecklistName
  var edit: ProposedEdit

  func answer(from backend: any Backend) throws -> Result<[StepChange], Failure> {
    try backend.onStore { store, _, _ in
      let latest = try store.read { try $0.version(of: checklist) }
      return Result {
        var page = try FoldedPage(latest)
        try page.apply(edit)
        return VersionDiff(from: latest.steps, to: page.steps).changes
      }.mapError(Failure.init)
    }
  }
}
