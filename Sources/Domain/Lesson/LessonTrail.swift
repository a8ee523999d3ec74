/// A lesson and what it came out of: the way back from a line to what happened.
public struct LessonTrail: Hashable, Sendable {
  public var lesson: Lesson
  public var run: RunNumber?
  /// The lesson's own, else the one that its run was for.
  public var incident: Int?

  public init(_ lesson: Lesson, run: RunNumber? = nil, incident: Int? = nil) {
    self.lesson = lesson
    self.run = run ?? lesson.source.run
    self.incident = incident ?? lesson.source.incident
  }
}

extension LessonTrail: CustomStringConvertible {
  /// As in `lesson 12 (run 42, incident 9)`.
  public var description: String {
    let from = [run.map { "run \($0)" }, incident.map { "incident \($0)" }].compactMap(\.self)
    return "lesson \(lesson.number)" + (from.isEmpty ? "" : " (\(from.joined(separator: ", ")))")
  }
}
