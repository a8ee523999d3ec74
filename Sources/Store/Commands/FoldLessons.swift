import ChecklistFile
import Domain

/// A checklist's next version that carries lessons, ready to be made.
public struct FoldOrder: Sendable {
  /// A lesson and the step that carries it; nil for one that no single line carries.
  public struct Carried: Hashable, Codable, Sendable {
    public var lesson: LessonNumber
    public var step: StepID?

    public init(_ lesson: LessonNumber, step: StepID?) {
      self.lesson = lesson
      self.step = step
    }
  }

  /// The file that is written along with it.
  public struct File: Hashable, Sendable {
    public var host: String
    /// The real path on that host.
    public var path: String
    /// SHA-256 of what it held when the fold began, lower-case hexadecimal.
    public var before: String
    /// The message of the git commit that goes with it; nil where none does.
    public var commitMessage: String?

    public init(host: String, path: String, before: String, commitMessage: String? = nil) {
      self.host = host
      self.path = path
      self.before = before
      self.commitMessage = commitMessage
    }
  }

  /// The version that it was made from; the latest, or nothing is written.
  public var base: VersionReference
  public var document: ChecklistDocument
  /// In the order of the document's `parsedSteps`.
  public var ids: [StepID]
  public var lessons: [Carried]
  public var reason: String
  /// Nil for a checklist that has no file here.
  public var file: File?

  public init(
    base: VersionReference, document: ChecklistDocument, ids: [StepID], lessons: [Carried], reason: String,
    file: File? = nil
  ) {
    self.base = base
    self.document = document
    self.ids = ids
    self.lessons = lessons
    self.reason = reason
    self.file = file
  }
}

/// A fold that was begun and is not through: its file may have been written or not (contract.md, "Versions").
public struct FoldIntent: Sendable {
  public var order: FoldOrder
  public var file: FoldOrder.File
  public var by: Handle
  public var at: Instant
}

/// Makes the version at once, for a checklist that has no file here.
public struct FoldLessons: Command {
  public static let name = "lesson-fold"
  public static let undo = UndoPolicy.correctOnly(
    "a folded version stays: correct it with another lesson, or edit the file and sync it")
  public var order: FoldOrder

  public init(_ order: FoldOrder) { self.order = order }

  public func perform(in transaction: Transaction) throws -> VersionReference {
    try transaction.check(order)
    return try transaction.fold(order, by: transaction.actor.handle)
  }
}

/// Writes down what is about to be written to the file; until ``FinishFold`` or ``DropFold`` the checklist gets no
/// other version.
public struct BeginFold: Command {
  public static let name = "lesson-fold-begin"
  public static let undo = UndoPolicy.never("a fold that was begun is finished, or taken back, by itself")
  public var order: FoldOrder
  public var file: FoldOrder.File

  public init(_ order: FoldOrder, file: FoldOrder.File) {
    self.order = order
    self.file = file
  }

  public func perform(in transaction: Transaction) throws {
    try transaction.check(order)
    transaction.summary = "began to fold \(order.words) into \(file.path)"
    try transaction.put(.fold, order.row(file, by: transaction.actor.handle, at: transaction.now))
  }
}

/// Makes the version of a fold whose file is written.
public struct FinishFold: Command {
  public static let name = "lesson-fold"
  public static let undo = FoldLessons.undo
  public var checklist: ChecklistName

  public init(_ checklist: ChecklistName) { self.checklist = checklist }

  public func perform(in transaction: Transaction) throws -> VersionReference {
    guard let intent = try transaction.foldIntents().first(where: { $0.order.base.checklist == checklist }) else {
      throw Missing.fold(checklist)
    }
    try transaction.remove(.fold, [.text(checklist.text)])
    let version = try transaction.fold(intent.order, by: intent.by)
    try transaction.put(
      .checklistFile,
      [
        "host": .text(intent.file.host), "path": .text(intent.file.path), "checklist": .text(checklist.text),
        "version": Value(version.number), "deleted": 0,
      ])
    return version
  }
}

/// Gives up a fold whose file was not written, or was put back.
public struct DropFold: Command {
  public static let name = "lesson-fold-drop"
  public static let undo = UndoPolicy.never("fold the lessons again")
  public var checklist: ChecklistName
  public var why: String

  public init(_ checklist: ChecklistName, why: String) {
    self.checklist = checklist
    self.why = why
  }

  public func perform(in transaction: Transaction) throws {
    transaction.summary = "took back the fold of \(checklist): \(why)"
    try transaction.remove(.fold, [.text(checklist.text)])
  }
}

extension FoldOrder {
  fileprivate var words: String {
    let numbers = lessons.map(\.lesson.description).joined(separator: ", ")
    return lessons.count == 1 ? "lesson \(numbers)" : "lessons \(numbers)"
  }
}

extension Transaction {
  /// Throws where the order's version is not the latest any more, or a lesson is settled or about another checklist.
  fileprivate func check(_ order: FoldOrder) throws {
    let checklist = order.base.checklist
    try checkNoFold(of: checklist)
    if order.reason.allSatisfy(\.isWhitespace) { throw Refusal.needsReason("a new version") }
    let latest = try latestVersion(of: checklist)
    guard latest == order.base.number else { throw Clash.parentMoved(order.base, latest: latest) }
    for carried in order.lessons {
      let lesson = try openLesson(carried.lesson)
      guard lesson.checklist == checklist else { throw Clash.lessonsOfSeveral([checklist, lesson.checklist]) }
    }
  }

  fileprivate func fold(_ order: FoldOrder, by author: Handle) throws -> VersionReference {
    let parent = try version(order.base)
    let version = try write(
      order.document, steps: order.document.steps(ids: order.ids), of: order.base.checklist, parent: parent,
      author: author, reason: order.reason)
    for carried in order.lessons {
      let outcome = LessonFate.Outcome.folded(version: version.number, step: carried.step)
      try settle(carried.lesson, LessonFate(outcome, by: author, at: now))
    }
    summary = "folded \(order.words) into \(version): \(order.reason)"
    return version
  }

  /// While a fold is under way the checklist gets no version by another way.
  func checkNoFold(of checklist: ChecklistName) throws {
    guard let row = try row(.fold, [.text(checklist.text)]) else { return }
    throw Clash.foldUnderWay(checklist, by: Handle(try row.text("by")))
  }
}
