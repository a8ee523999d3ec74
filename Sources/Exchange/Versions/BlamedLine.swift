import Domain

/// A line of a checklist and why it is there.
public struct BlamedLine: Hashable, Sendable {
  /// From 1, as in the file.
  public var number: Int
  /// Without its line ending.
  public var text: String
  /// The version that brought it into this form.
  public var version: VersionSummary
  /// The step that it belongs to.
  public var step: StepID?
  /// The lessons that it carries, with what taught them.
  public var trails: [LessonTrail]

  public init(number: Int, text: String, version: VersionSummary, step: StepID?, trails: [LessonTrail]) {
    self.number = number
    self.text = text
    self.version = version
    self.step = step
    self.trails = trails
  }

  /// The one that all its lessons have; nil where there is none, or no telling which.
  var run: RunNumber? { Self.only(trails.compactMap(\.run)) }
  var incident: Int? { Self.only(trails.compactMap(\.incident)) }
  var lesson: LessonNumber? { Self.only(trails.map(\.lesson.number)) }

  private static func only<Number: Hashable>(_ numbers: [Number]) -> Number? {
    Set(numbers).count == 1 ? numbers.first : nil
  }
}
