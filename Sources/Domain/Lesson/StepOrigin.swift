/// Why a line is there.
public struct StepOrigin: Hashable, Sendable {
  /// The first version that has it.
  public var since: VersionSummary
  /// The lessons that it carries, oldest first.
  public var lessons: [Lesson]

  public init(since: VersionSummary, lessons: [Lesson]) {
    self.since = since
    self.lessons = lessons
  }
}

extension Lesson {
  /// The step that carries it, in the version that it was folded into.
  public var carrier: StepID? {
    if case .folded(_, let step)? = fate?.outcome { step } else { nil }
  }

  /// The version that carries it.
  public var foldedInto: Int? {
    if case .folded(let version, _)? = fate?.outcome { version } else { nil }
  }
}
