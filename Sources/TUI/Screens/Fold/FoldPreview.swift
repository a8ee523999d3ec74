import ChecklistFile
import Domain
import Store
import Workflow

/// What lessons would make of a checklist, to be looked at before it is made.
struct FoldPreview: Sendable {
  var plan: FoldPlan
  /// The version that it would be.
  var version: ChecklistVersion
  var changes: [StepChange]
  /// The same as the file reads, line by line.
  var lines: LineDiff

  /// A page that somebody wrote by hand, and the number of the version that they had before them.
  struct Handwritten: Hashable, Sendable {
    var text: String
    var base: Int
  }

  init(_ plan: FoldPlan, by author: Handle, at now: Instant) {
    self.plan = plan
    changes = plan.changes
    let document = plan.page.document
    let latest = plan.latest.reference
    version = ChecklistVersion(
      reference: VersionReference(checklist: latest.checklist, number: latest.number + 1), title: document.title,
      settings: document.settings, steps: plan.page.steps, rollbackPrompt: document.rollbackPrompt,
      source: document.text, parent: latest.number, author: author, madeAt: now)
    lines = LineDiff(from: plan.latest.source, to: document.text)
  }
}

/// The preview of lessons, as they propose it or as somebody went on writing the page.
struct FoldQuestion: Question {
  var lessons: [LessonNumber]
  var handwritten: FoldPreview.Handwritten?

  func answer(from backend: any Backend) throws -> FoldPreview {
    try backend.onStore { store, actor, now in
      var plan = try store.read { try FoldPlan.make(lessons, in: $0) }
      if let handwritten {
        let latest = plan.latest
        guard latest.reference.number == handwritten.base else {
          throw Failure(
            words: "\(latest.author) made v\(latest.reference.number) meanwhile, and this page was written by hand for "
              + "v\(handwritten.base): y copies it, Esc leaves it, and the fold begins anew")
        }
        plan = try plan.edited(to: Array(handwritten.text.utf8))
      }
      return FoldPreview(plan, by: actor.handle, at: now)
    }
  }
}

/// Which file would be written and committed, and what stands in the way.
struct FoldLookQuestion: Question {
  var checklist: ChecklistName
  var target: FoldTarget

  func answer(from backend: any Backend) throws -> FoldLook {
    try backend.onStore { store, _, _ in
      try FoldLook.at(target, for: store.read { try $0.version(of: checklist) }, in: store)
    }
  }
}
