/// Which lessons a list shows; nil or empty leaves the field open.
public struct LessonFilter: Hashable, Sendable {
  public var checklist: ChecklistName?
  /// Whether only open ones, or only settled ones, are wanted.
  public var isOpen: Bool?
  public var sources: Set<LessonSource.Kind>
  public var fates: Set<LessonFate.Kind>
  public var run: RunNumber?
  public var person: Handle?
  /// Each of them has to be somewhere in what a list shows of the lesson.
  public var words: [String]

  public init(
    checklist: ChecklistName? = nil, isOpen: Bool? = nil, sources: Set<LessonSource.Kind> = [],
    fates: Set<LessonFate.Kind> = [], run: RunNumber? = nil, person: Handle? = nil, words: [String] = []
  ) {
    self.checklist = checklist
    self.isOpen = isOpen
    self.sources = sources
    self.fates = fates
    self.run = run
    self.person = person
    self.words = words
  }
}
