import Domain

/// Everything that there is to say of one item.
public struct ItemRecord: Sendable {
  public var item: Item
  /// Oldest first.
  public var comments: [ItemComment]
  public var transitions: [ItemTransition]
  /// The runs that carry it.
  public var runs: [RunNumber]
  /// The items that wait for it.
  public var waiting: [ItemNumber]
  /// The titles of the items that it waits for, where they were looked up.
  public var blockerTitles: [ItemNumber: String]
  /// The items that it waits for and that are there no longer.
  public var removedBlockers: Set<ItemNumber>
  /// The lessons that it has to do with, where they were looked up.
  public var lessons: [LessonNumber: Lesson]
  /// The incidents that it has to do with, where they are kept here.
  public var incidents: [IncidentNumber: Incident]
  /// What people are called; who is not in it goes by the handle.
  public var names: [Handle: String]

  public init(
    _ item: Item, comments: [ItemComment] = [], transitions: [ItemTransition] = [], runs: [RunNumber] = [],
    waiting: [ItemNumber] = [], blockerTitles: [ItemNumber: String] = [:], removedBlockers: Set<ItemNumber> = [],
    lessons: [LessonNumber: Lesson] = [:], incidents: [IncidentNumber: Incident] = [:], names: [Handle: String] = [:]
  ) {
    self.item = item
    self.comments = comments
    self.transitions = transitions
    self.runs = runs
    self.waiting = waiting
    self.blockerTitles = blockerTitles
    self.removedBlockers = removedBlockers
    self.lessons = lessons
    self.incidents = incidents
    self.names = names
  }
}
