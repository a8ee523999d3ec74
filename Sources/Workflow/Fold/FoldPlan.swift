import ChecklistFile
import Domain
import Store

/// What a checklist's next version would be with some lessons in it: to be looked at, edited, and then folded.
///
///     var plan = try store.read { try FoldPlan.make([LessonNumber(7)], in: $0) }
///     print(plan.changes.map(\.summary))
///     let outcome = try Fold(plan, reason: "port in use").run(in: store, by: actor, at: now)
public struct FoldPlan: Sendable {
  /// A lesson that cannot be folded as it was proposed.
  public struct Conflict: Sendable {
    public var lesson: Lesson
    public var problem: any Error
    /// Whether another lesson of the same fold is what it runs into.
    public var isAmongLessons = false

    /// What to show side by side; nil where the edit can't be made at all.
    public var conflict: EditConflict? { problem as? EditConflict }
  }

  /// The version that the lessons are folded onto.
  public let latest: ChecklistVersion
  public let lessons: [Lesson]
  public private(set) var page: FoldedPage
  public private(set) var carried: [FoldOrder.Carried]
  public private(set) var conflicts: [Conflict]
  /// Lessons that nobody has proposed an edit for; only a page that was edited by hand can carry them.
  public private(set) var unproposed: [Lesson]
  public private(set) var isEditedByHand = false

  /// Applies the proposed edits one after the other, in the order given.
  ///
  /// - Throws: `Clash` where a lesson is settled or they are about several checklists, `Missing`.
  public static func make(_ numbers: [LessonNumber], in reader: some Reading) throws -> FoldPlan {
    let lessons = try numbers.firstOfEach.map { try reader.lesson($0) }
    guard let first = lessons.first else { throw FoldError.noLessons }
    for lesson in lessons { if let fate = lesson.fate { throw Clash.lessonSettled(lesson.number, fate) } }
    let names = Set(lessons.map(\.checklist)).sorted()
    if names.count > 1 { throw Clash.lessonsOfSeveral(names) }
    let latest = try reader.version(of: first.checklist)
    var plan = FoldPlan(
      latest: latest, lessons: lessons,
      page: try FoldedPage(latest, reserved: reader.stepIDs(ofEveryVersionOf: first.checklist)))
    for lesson in lessons {
      let base = try reader.version(VersionReference(checklist: first.checklist, number: lesson.base))
      plan.fold(lesson, proposedFor: base)
    }
    return plan
  }

  private init(latest: ChecklistVersion, lessons: [Lesson], page: FoldedPage) {
    self.latest = latest
    self.lessons = lessons
    self.page = page
    carried = []
    conflicts = []
    unproposed = []
  }

  private mutating func fold(_ lesson: Lesson, proposedFor base: ChecklistVersion) {
    guard let edit = lesson.edit else {
      unproposed.append(lesson)
      return
    }
    let clash = edit.conflict(from: base.steps, to: latest.steps)
    do {
      // What the lessons before it have made of the page counts as well: of two rewordings none wins.
      if let conflict = clash ?? edit.conflict(from: base.steps, to: page.steps) { throw conflict }
      carried.append(FoldOrder.Carried(lesson.number, step: try page.apply(edit)))
    } catch ChecklistEditError.nothingToChange {
      // Somebody came to the very same.
      carried.append(FoldOrder.Carried(lesson.number, step: edit.step))
    } catch {
      conflicts.append(Conflict(lesson: lesson, problem: error, isAmongLessons: clash == nil && error is EditConflict))
    }
  }

  /// The same with the page as somebody went on editing it by hand: what they wrote settles every conflict.
  ///
  /// - Throws: `ChecklistFileError` where the text is no checklist, `FoldError.unchanged`.
  public func edited(to bytes: [UInt8]) throws -> FoldPlan {
    var plan = self
    plan.page = try page.edited(to: bytes, fileName: page.document.fileName)
    guard plan.page.document.bytes != Array(latest.source.utf8) else { throw FoldError.unchanged(latest.reference) }
    let changed = plan.changes.map(\.step)
    plan.carried = lessons.map { lesson in
      let before = carried.first { $0.lesson == lesson.number }?.step
      // The line that it named, if that is among the changed ones; else the only one that is.
      let step = [before, lesson.step].compactMap(\.self).first { changed.contains($0) }
      return FoldOrder.Carried(lesson.number, step: step ?? (Set(changed).count == 1 ? changed.first : nil))
    }
    plan.conflicts = []
    plan.unproposed = []
    plan.isEditedByHand = true
    return plan
  }

  /// Step by step, from the latest version to the page.
  public var changes: [StepChange] { VersionDiff(from: latest.steps, to: page.steps).changes }

  /// What stands in the way of folding; nil where nothing does.
  public var obstacle: FoldError? {
    if !conflicts.isEmpty { return .conflicts(latest.reference, conflicts) }
    if !unproposed.isEmpty { return .nothingProposed(unproposed.map(\.number)) }
    if page.document.text.utf8.elementsEqual(latest.source.utf8) { return .unchanged(latest.reference) }
    return nil
  }
}
