import Domain

/// Makes a new item of lessons, in the icebox: it says what they say, and each is linked to the other.
public struct MakeItemOfLessons: Command {
  public static let name = "lesson-new-item"
  public static let undo = UndoPolicy.undoable
  public var lessons: [LessonNumber]
  /// What it is called; what the first lesson says, where it is nil.
  public var title: String?
  /// Whose it is; where it is nil, the team of the first lesson's checklist, else the only one.
  public var team: TeamName?
  /// What a lesson asks for is done once and leaves things better, which toil does not.
  public var type: ItemType

  public init(_ lessons: [LessonNumber], title: String? = nil, team: TeamName? = nil, type: ItemType = .chore) {
    self.lessons = lessons
    self.title = title
    self.team = team
    self.type = type
  }

  public func perform(in transaction: Transaction) throws -> ItemNumber {
    let learned = try lessons.firstOfEach.map { try transaction.openLesson($0) }
    guard let first = learned.first else { throw Refusal.needsReason("an item without a lesson") }
    let firstLine = first.text.split(whereSeparator: \.isNewline).first.map(String.init)
    let item = try transaction.add(
      ItemDraft(
        team: try team(for: first, in: transaction), title: title ?? firstLine ?? first.text, type: type,
        description: learned.map(Self.words).joined(separator: "\n\n")))
    try SettleLessons(learned.map(\.number), .item(item.number.description)).perform(in: transaction)
    return item.number
  }

  private func team(for lesson: Lesson, in transaction: Transaction) throws -> TeamName {
    if team == nil, let name = try transaction.version(of: lesson.checklist).settings.team {
      let named = try transaction.teams().first { $0.name == TeamName(name) }
      if let named { return named.name }
    }
    return try transaction.team(orOnly: team).name
  }

  /// What was learned, and below it where.
  private static func words(_ lesson: Lesson) -> String {
    let step = lesson.step.map { ", step \($0)" } ?? ""
    let edit = lesson.edit.map { "; proposed: \($0.summary)" } ?? ""
    return "\(lesson.text)\n\nLesson \(lesson.number), \(lesson.source): checklist \(lesson.checklist)\(step)\(edit)"
  }
}

extension Transaction {
  /// Says on an item which lessons it was made of.
  func link(_ number: ItemNumber, to lessons: [LessonNumber]) throws {
    var item = try item(number)
    let links = (item.links + lessons.map { ItemLink(.lesson, $0.description) }).firstOfEach
    guard links != item.links else { return }
    item.links = links
    item.updatedAt = now
    try update(.item, [Value(number.value)], set: item.row())
  }
}
