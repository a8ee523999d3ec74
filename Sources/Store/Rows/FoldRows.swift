import ChecklistFile
import Domain

extension FoldOrder {
  func row(_ file: File, by: Handle, at: Instant) throws -> Row {
    [
      "checklist": .text(base.checklist.text), "base": Value(base.number), "source": .text(document.text),
      "sha256": .text(document.sha256), "step_ids": .text(try JSONColumn.text(ids.map(\.text))),
      "reason": .text(reason), "lessons": .text(try JSONColumn.text(lessons)), "host": .text(file.host),
      "path": .text(file.path), "before_sha256": .text(file.before), "commit_message": Value(file.commitMessage),
      "by": .text(by.text), "at": Value(at), "deleted": 0,
    ]
  }
}

extension FoldIntent {
  init(_ row: Row) throws {
    let file = FoldOrder.File(
      host: try row.text("host"), path: try row.text("path"), before: try row.text("before_sha256"),
      commitMessage: try row.optionalText("commit_message"))
    let order = FoldOrder(
      base: VersionReference(checklist: ChecklistName(try row.text("checklist")), number: try row.integer("base")),
      document: try ChecklistDocument(source: try row.text("source"), fileName: file.path),
      ids: try JSONColumn.texts(row, "step_ids").map { StepID($0) },
      lessons: try JSONColumn.value([FoldOrder.Carried].self, row, "lessons"), reason: try row.text("reason"),
      file: file)
    self.init(order: order, file: file, by: Handle(try row.text("by")), at: try row.instant("at"))
  }
}

extension Reading {
  public func hasFoldIntents() throws -> Bool {
    try first("SELECT 1 AS found FROM fold WHERE deleted = 0 LIMIT 1") != nil
  }

  /// The folds that are not through, of every host.
  public func foldIntents() throws -> [FoldIntent] {
    try rows("SELECT * FROM fold WHERE deleted = 0 ORDER BY checklist").map(FoldIntent.init)
  }
}

extension FoldOrder.Carried {
  private enum Key: String, CodingKey { case lesson, step }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      LessonNumber(try values.decode(Int.self, forKey: .lesson)),
      step: try values.decodeIfPresent(String.self, forKey: .step).map { StepID($0) })
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(lesson.value, forKey: .lesson)
    try values.encodeIfPresent(step?.text, forKey: .step)
  }
}
