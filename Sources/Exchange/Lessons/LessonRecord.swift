import Domain

/// Everything that there is to say of one lesson.
public struct LessonRecord: Sendable {
  public var trail: LessonTrail
  /// The checklist's latest version.
  public var latest: Int
  /// The lesson whose trouble this one says came back.
  public var recurrenceOf: Lesson?
  /// Those that say that this one's trouble came back.
  public var recurrences: [Lesson]
  /// What the proposed edit runs into now; nil where there is none, and for a settled lesson.
  public var conflict: EditConflict?
  /// Why the edit can't be made now, in words; also where there are no two sides to show.
  public var problem: String?
  /// What the next version would be, a line a change; empty where it would be the same, and for a settled lesson.
  public var changes: [String]
  /// The item that was made of it, where that is kept here.
  public var item: ItemLine?

  public var lesson: Lesson { trail.lesson }

  public init(
    _ trail: LessonTrail, latest: Int, recurrenceOf: Lesson? = nil, recurrences: [Lesson] = [],
    conflict: EditConflict? = nil, problem: String? = nil, changes: [String] = [],
    item: ItemLine? = nil
  ) {
    self.trail = trail
    self.latest = latest
    self.recurrenceOf = recurrenceOf
    self.recurrences = recurrences
    self.conflict = conflict
    self.problem = problem
    self.changes = changes
    self.item = item
  }
}
