import Domain

/// What somebody says was learned, before it has a number.
public struct LessonDraft: Hashable, Sendable {
  public var checklist: ChecklistName
  /// Where it is empty the proposed edit says it.
  public var text: String
  public var source: LessonSource
  /// The step that it is about; that of the edit where there is one.
  public var step: StepID?
  public var edit: ProposedEdit?
  /// The version that it was learned by; the run's where there is one, else the latest.
  public var base: Int?
  public var recurrenceOf: LessonNumber?

  public init(
    checklist: ChecklistName, text: String = "", source: LessonSource = .observation, step: StepID? = nil,
    edit: ProposedEdit? = nil, base: Int? = nil, recurrenceOf: LessonNumber? = nil
  ) {
    self.checklist = checklist
    self.text = text
    self.source = source
    self.step = step
    self.edit = edit
    self.base = base
    self.recurrenceOf = recurrenceOf
  }
}

/// Keeps a lesson until somebody folds it, makes an item of it, or declines it.
public struct AddLesson: Command {
  public static let name = "lesson-add"
  public static let undo = UndoPolicy.undoable
  public var draft: LessonDraft

  public init(_ draft: LessonDraft) { self.draft = draft }

  public func perform(in transaction: Transaction) throws -> LessonNumber {
    let lesson = try transaction.lesson(of: draft)
    transaction.summary = "lesson \(lesson.number) on \(lesson.checklist): \(lesson.text)"
    try transaction.put(.lesson, lesson.row())
    return lesson.number
  }
}

/// Marks a line in the middle of a run: a lesson, and an entry on the run's record.
public struct RedlineStep: Command {
  public static let name = "redline"
  public static let undo = UndoPolicy.correctOnly(
    "a redline stays on the record of its run: decline the lesson with `prodpair lesson decline`, and a reason")
  public var run: RunNumber
  public var text: String
  public var step: StepID?
  public var edit: ProposedEdit?
  public var recurrenceOf: LessonNumber?

  public init(
    run: RunNumber, text: String = "", step: StepID? = nil, edit: ProposedEdit? = nil,
    recurrenceOf: LessonNumber? = nil
  ) {
    self.run = run
    self.text = text
    self.step = step
    self.edit = edit
    self.recurrenceOf = recurrenceOf
  }

  public struct Output: Hashable, Sendable {
    public var lesson: LessonNumber
    /// What was written on the run.
    public var entries: [Entry]
  }

  public func perform(in transaction: Transaction) throws -> Output {
    let summary = try transaction.runSummary(run)
    guard let summary else { throw Missing.run(run) }
    let lesson = try transaction.lesson(
      of: LessonDraft(
        checklist: summary.version.checklist, text: text, source: .redline(run), step: step, edit: edit,
        base: summary.version.number, recurrenceOf: recurrenceOf))
    try transaction.put(.lesson, lesson.row())
    let action = RunAction.redline(lesson.step, lesson.number, text: lesson.text)
    return Output(lesson: lesson.number, entries: try ActOnRun(run: run, action: action).perform(in: transaction))
  }
}

extension Transaction {
  /// The draft as a lesson with the next number; every name in it is looked up.
  func lesson(of draft: LessonDraft) throws -> Lesson {
    let run = try draft.source.run.map { try self.run($0) }
    if let run, run.version.reference.checklist != draft.checklist {
      throw Clash.runOfOther(run.number, run.version.reference.checklist, draft.checklist)
    }
    let latest = try latestVersion(of: draft.checklist)
    let base = draft.base ?? run?.version.reference.number ?? latest
    let version = try version(VersionReference(checklist: draft.checklist, number: base), latest: latest)
    let step = draft.edit?.step ?? draft.step
    for id in (draft.edit?.steps ?? []) + [step].compactMap(\.self)
    where !version.steps.contains(where: { $0.id == id }) {
      throw Missing.step(id, of: version.reference)
    }
    if let again = draft.recurrenceOf { _ = try lesson(again) }
    let text = draft.text.allSatisfy(\.isWhitespace) ? draft.edit?.summary ?? "" : draft.text
    guard !text.isEmpty else { throw Refusal.needsReason("a lesson without a proposed edit") }
    return Lesson(
      number: try nextLessonNumber(), checklist: draft.checklist, text: text, source: draft.source, step: step,
      edit: draft.edit, base: base, recurrenceOf: draft.recurrenceOf, by: actor.handle, at: now)
  }

  private func nextLessonNumber() throws -> LessonNumber {
    // Also those that were taken back count: a number is never given again.
    let last = try first("SELECT max(number) AS number FROM lesson")
    return LessonNumber((try last?.optionalInteger("number") ?? 0) + 1)
  }
}
