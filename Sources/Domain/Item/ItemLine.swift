/// What a list shows of an item: all but its texts, so that a page of it is quickly read.
public struct ItemLine: Hashable, Sendable {
  public var number: ItemNumber
  public var team: TeamName
  public var type: ItemType
  public var state: ItemState
  public var title: String
  public var points: Int?
  public var labels: [String]
  public var epic: String?
  public var requester: Handle?
  public var owners: [Handle]
  /// Whether something that it waits for is unresolved.
  public var isBlocked: Bool
  public var due: String?
  public var order: OrderKey
  public var createdAt: Instant
  public var updatedAt: Instant
  public var startedAt: Instant?
  public var acceptedAt: Instant?

  public init(
    number: ItemNumber, team: TeamName, type: ItemType, state: ItemState, title: String, points: Int? = nil,
    labels: [String] = [], epic: String? = nil, requester: Handle? = nil, owners: [Handle] = [],
    isBlocked: Bool = false, due: String? = nil, order: OrderKey, createdAt: Instant, updatedAt: Instant,
    startedAt: Instant? = nil, acceptedAt: Instant? = nil
  ) {
    self.number = number
    self.team = team
    self.type = type
    self.state = state
    self.title = title
    self.points = points
    self.labels = labels
    self.epic = epic
    self.requester = requester
    self.owners = owners
    self.isBlocked = isBlocked
    self.due = due
    self.order = order
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.startedAt = startedAt
    self.acceptedAt = acceptedAt
  }

  public init(_ item: Item) {
    self.init(
      number: item.number, team: item.team, type: item.type, state: item.state, title: item.title, points: item.points,
      labels: item.labels, epic: item.epic, requester: item.requester, owners: item.owners,
      isBlocked: item.isBlocked, due: item.due, order: item.order, createdAt: item.createdAt,
      updatedAt: item.updatedAt, startedAt: item.startedAt, acceptedAt: item.acceptedAt)
  }

  public var panel: Panel { state.panel }
  public var place: ItemPlace { ItemPlace(order: order, number: number) }
}
