/// One line of a team's backlog: work to be done, or a release that work is for.
public struct Item: Hashable, Sendable {
  public var number: ItemNumber
  public var team: TeamName
  public var type: ItemType
  public var state: ItemState
  public var title: String
  /// Markdown, as it was written; may be empty.
  public var description: String
  /// Nil is unestimated, which is not 0.
  public var points: Int?
  /// In the order they were given, none twice, none empty, none with a comma or a line break.
  public var labels: [String]
  /// The name of one of the team's epics.
  public var epic: String?
  public var requester: Handle?
  /// Who works on it; a pair is two.
  public var owners: [Handle]
  public var blockers: [Blocker]
  public var tasks: [ItemTask]
  /// `YYYY-MM-DD`, in the team's time zone; a release's is what it is promised for.
  public var due: String?
  public var links: [ItemLink]
  /// What its source said that has no place of its own here; kept, and written again by an export.
  public var extra: [SourceField]
  /// Where it was imported from; nil for what was written here.
  public var source: ItemSource?
  /// Its place in the team's one hand-set order.
  public var order: OrderKey
  public var createdAt: Instant
  public var updatedAt: Instant
  /// When it was last started, delivered and accepted; nil where it has not been, or is no longer.
  public var startedAt: Instant?
  public var deliveredAt: Instant?
  public var acceptedAt: Instant?

  public init(
    number: ItemNumber, team: TeamName, type: ItemType = .feature, state: ItemState = .unscheduled, title: String,
    description: String = "", points: Int? = nil, labels: [String] = [], epic: String? = nil,
    requester: Handle? = nil, owners: [Handle] = [], blockers: [Blocker] = [], tasks: [ItemTask] = [],
    due: String? = nil, links: [ItemLink] = [], extra: [SourceField] = [], source: ItemSource? = nil,
    order: OrderKey = .first, createdAt: Instant, updatedAt: Instant? = nil, startedAt: Instant? = nil,
    deliveredAt: Instant? = nil, acceptedAt: Instant? = nil
  ) {
    self.number = number
    self.team = team
    self.type = type
    self.state = state
    self.title = title
    self.description = description
    self.points = points
    self.labels = labels
    self.epic = epic
    self.requester = requester
    self.owners = owners
    self.blockers = blockers
    self.tasks = tasks
    self.due = due
    self.links = links
    self.extra = extra
    self.source = source
    self.order = order
    self.createdAt = createdAt
    self.updatedAt = updatedAt ?? createdAt
    self.startedAt = startedAt
    self.deliveredAt = deliveredAt
    self.acceptedAt = acceptedAt
  }

  public var panel: Panel { state.panel }
  public var isBlocked: Bool { blockers.contains { !$0.isResolved } }
  public var place: ItemPlace { ItemPlace(order: order, number: number) }
}

/// What an item waits for: another item, or something in words.
public struct Blocker: Hashable, Codable, Sendable {
  /// Nil where it is in words alone.
  public var item: Int?
  /// May be empty where an item is named.
  public var text: String
  public var isResolved: Bool

  public init(item: ItemNumber? = nil, text: String = "", isResolved: Bool = false) {
    self.item = item?.value
    self.text = text
    self.isResolved = isResolved
  }

  public var itemNumber: ItemNumber? { item.map { ItemNumber($0) } }
}

/// One line of what is to be done within an item.
public struct ItemTask: Hashable, Codable, Sendable {
  public var text: String
  public var isDone: Bool

  public init(_ text: String, isDone: Bool = false) {
    self.text = text
    self.isDone = isDone
  }
}

/// Something elsewhere that an item has to do with. The runs that carry an item are the runs' to name.
public struct ItemLink: Hashable, Codable, Sendable {
  public enum Kind: String, CaseIterable, Codable, Sendable {
    case incident, lesson, url
    case pullRequest = "pull-request"
    case branch
    /// The item that this one was split from.
    case splitFrom = "split-from"
    /// An item that was merged into this one, as a duplicate of it. The link stands on the item that stays.
    case duplicateOf = "duplicate-of"

    /// What the item that has the link is called to its target, as in `split from`.
    public var words: String {
      switch self {
      case .incident, .lesson, .url, .branch: rawValue
      case .pullRequest: "pull request"
      case .splitFrom: "split from"
      case .duplicateOf: "merged from"
      }
    }
  }

  public var kind: Kind
  /// A number for an incident, a lesson and an item; else the address or the name.
  public var target: String

  public init(_ kind: Kind, _ target: String) {
    self.kind = kind
    self.target = target
  }

  /// The incident that it leads to; nil for all other kinds, and for what is no number.
  public var incident: IncidentNumber? { kind == .incident ? Int(target).map { IncidentNumber($0) } : nil }

  /// The lesson that it leads to; nil for all other kinds.
  public var lesson: LessonNumber? { kind == .lesson ? Int(target).map { LessonNumber($0) } : nil }
}

/// A field of an item's source under the name that it has there.
public struct SourceField: Hashable, Codable, Sendable {
  public var name: String
  public var value: String

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// Where an imported item is at home, so that another import knows it again.
public struct ItemSource: Hashable, Sendable {
  public enum System: String, CaseIterable, Sendable { case tracker, github, taskwarrior, jira, prodpair }

  public var system: System
  /// Its id there, as in `1817033`, `owner/repo#12`, a UUID, or `OPS-7`; unique within a team's backlog.
  public var id: String
  /// A short hash of what the source said of each field at the last import. A newer file changes the fields that have
  /// changed there, and nothing else: what was edited here stays.
  public var marks: String

  public init(_ system: System, id: String, marks: String = "") {
    self.system = system
    self.id = id
    self.marks = marks
  }

  /// `tracker:1817033`, as the store keeps it.
  public var text: String { "\(system.rawValue):\(id)" }

  /// Reads `tracker:1817033`; nil when the system is none.
  public init?(text: String, marks: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let system = System(rawValue: parts[0]) else { return nil }
    self.init(system, id: parts[1], marks: marks)
  }
}

/// Where an item stands in its team's order: what a list is read on from.
///
/// Two items can have the same key for a while (an undo brings an old one back); their numbers decide then.
public struct ItemPlace: Hashable, Comparable, Sendable {
  public var order: OrderKey
  public var number: ItemNumber

  public init(order: OrderKey, number: ItemNumber) {
    self.order = order
    self.number = number
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.order, left.number) < (right.order, right.number)
  }
}

/// What somebody said about an item. A comment is changed and taken away like the item itself.
public struct ItemComment: Hashable, Sendable {
  public var item: ItemNumber
  /// From 1 within its item; never given again.
  public var seq: Int
  /// Markdown, as it was written.
  public var text: String
  public var by: Handle
  public var at: Instant

  public init(item: ItemNumber, seq: Int, text: String, by: Handle, at: Instant) {
    self.item = item
    self.seq = seq
    self.text = text
    self.by = by
    self.at = at
  }
}

/// An item taken from one state to another: what cumulative flow and an item's history are made of.
public struct ItemTransition: Hashable, Sendable {
  public var item: ItemNumber
  /// From 1 within its item.
  public var seq: Int
  public var from: ItemState
  public var to: ItemState
  /// Why it was sent back; nil for a step ahead that nobody explained.
  public var reason: String?
  /// The run whose end did it.
  public var run: RunNumber?
  public var by: Handle
  public var at: Instant

  public init(
    item: ItemNumber, seq: Int, from: ItemState, to: ItemState, reason: String? = nil, run: RunNumber? = nil,
    by: Handle, at: Instant
  ) {
    self.item = item
    self.seq = seq
    self.from = from
    self.to = to
    self.reason = reason
    self.run = run
    self.by = by
    self.at = at
  }
}

/// A piece of work too large for one item: items belong to it by name.
public struct Epic: Hashable, Sendable {
  public var team: TeamName
  public var name: String
  /// The label that Tracker ties an epic to its stories with; the name in lower case where nothing else is said.
  public var label: String
  public var description: String
  public var source: ItemSource?

  public init(
    team: TeamName, name: String, label: String? = nil, description: String = "", source: ItemSource? = nil
  ) {
    self.team = team
    self.name = name
    self.label = label ?? name.lowercased()
    self.description = description
    self.source = source
  }
}

/// A filter with a name.
public struct SavedView: Hashable, Sendable {
  public var team: TeamName
  public var name: String
  /// In the filter language, as it was typed.
  public var filter: String

  public init(team: TeamName, name: String, filter: String) {
    self.team = team
    self.name = name
    self.filter = filter
  }
}
