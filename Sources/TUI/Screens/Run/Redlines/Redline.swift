import Domain

/// A line of the run's checklist that is marked for the next version, before it has a number.
public struct Redline: Hashable, Sendable {
  public var step: StepID
  /// What is to be done about the line; nil where somebody only says that it is wrong.
  public var edit: ProposedEdit?
  /// What is wrong, or why the edit; may be empty where there is an edit.
  public var why: String

  public init(step: StepID, edit: ProposedEdit? = nil, why: String = "") {
    self.step = step
    self.edit = edit
    self.why = why
  }

  /// The lesson that it has become, as the store has it too.
  func lesson(_ number: LessonNumber, of run: Run, written entry: Entry) -> Lesson {
    let hasWhy = !why.allSatisfy(\.isWhitespace)
    return Lesson(
      number: number, checklist: run.version.reference.checklist, text: hasWhy ? why : edit?.summary ?? "",
      source: .redline(run.number), step: step, edit: edit, base: run.version.reference.number, by: entry.by,
      at: entry.written)
  }
}
