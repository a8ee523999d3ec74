/// An item as a file has it: people are names, and nothing of the store is known yet.
public struct ImportedItem: Hashable, Sendable {
  /// Unique within its file; without marks, but for this program's own JSON.
  public var source: ItemSource
  /// The item's number where it was exported from; nil but for this program's own JSON.
  public var number: Int?
  /// Its row, from 1 for the header; in JSON, which of the objects it is, from 1.
  public var row: Int
  /// The line of the file that it begins on.
  public var line: Int
  public var type: ItemType
  /// One that the type has.
  public var state: ItemState
  /// One line, never empty.
  public var title: String
  public var description: String
  /// On the team's scale.
  public var points: Int?
  public var labels: [String]
  /// The epic's name, where the file gives it with the item.
  public var epic: String?
  /// The epic's id in the source, where the file gives only that: `EpicIndex` has the name.
  public var epicID: String?
  public var requester: String?
  public var owners: [String]
  public var blockers: [ImportedBlocker]
  public var tasks: [ItemTask]
  public var comments: [ImportedComment]
  /// Empty but for this program's own JSON.
  public var transitions: [ImportedTransition]
  /// `YYYY-MM-DD`.
  public var due: String?
  public var links: [ItemLink]
  public var extra: [SourceField]
  /// Nil where the file does not say.
  public var createdAt: Instant?
  public var updatedAt: Instant?
  public var startedAt: Instant?
  public var deliveredAt: Instant?
  public var acceptedAt: Instant?

  public init(
    source: ItemSource, number: Int? = nil, row: Int = 0, line: Int = 0, type: ItemType = .feature,
    state: ItemState = .unscheduled, title: String, description: String = "", points: Int? = nil,
    labels: [String] = [], epic: String? = nil, epicID: String? = nil, requester: String? = nil,
    owners: [String] = [], blockers: [ImportedBlocker] = [], tasks: [ItemTask] = [],
    comments: [ImportedComment] = [], transitions: [ImportedTransition] = [], due: String? = nil,
    links: [ItemLink] = [], extra: [SourceField] = [], createdAt: Instant? = nil, updatedAt: Instant? = nil,
    startedAt: Instant? = nil, deliveredAt: Instant? = nil, acceptedAt: Instant? = nil
  ) {
    self.source = source
    self.number = number
    self.row = row
    self.line = line
    self.type = type
    self.state = state
    self.title = title
    self.description = description
    self.points = points
    self.labels = labels
    self.epic = epic
    self.epicID = epicID
    self.requester = requester
    self.owners = owners
    self.blockers = blockers
    self.tasks = tasks
    self.comments = comments
    self.transitions = transitions
    self.due = due
    self.links = links
    self.extra = extra
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.startedAt = startedAt
    self.deliveredAt = deliveredAt
    self.acceptedAt = acceptedAt
  }
}
