import Domain
import Store

extension Reading {
  /// The lesson with the run and the incident that it came out of.
  public func trail(of lesson: Lesson) throws -> LessonTrail {
    let incident = try lesson.source.incident ?? lesson.source.run.flatMap { try runSummary($0)?.incident }
    return LessonTrail(lesson, incident: incident)
  }
}
