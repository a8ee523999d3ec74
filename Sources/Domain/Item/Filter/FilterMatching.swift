extension ItemFilter {
  /// What a filter asks of an item that is not in the item itself.
  public struct Surroundings: Hashable, Sendable {
    /// The texts of its comments.
    public var comments: [String]
    /// The numbers of the runs that carry it.
    public var runs: Set<Int>

    public init(comments: [String] = [], runs: Set<Int> = []) {
      self.comments = comments
      self.runs = runs
    }
  }

  /// Whether all terms hold of the item: what a list in memory is narrowed by, and what the store has to agree with.
  public func matches(_ item: Item, _ surroundings: Surroundings = Surroundings()) -> Bool {
    terms.allSatisfy { $0.condition.holds(of: item, surroundings) != $0.isNegated }
  }
}

extension ItemFilter.Condition {
  fileprivate func holds(of item: Item, _ surroundings: ItemFilter.Surroundings) -> Bool {
    switch self {
    case .type(let types): types.contains(item.type)
    case .state(let states): states.contains(item.state)
    case .panel(let panels): panels.contains(item.panel)
    case .label(let names):
      !Set(names.map { $0.lowercased() }).isDisjoint(with: item.labels.map { $0.lowercased() })
    case .epic(let names): item.epic.map { names.contains($0) } ?? false
    case .owner(let people): !people.isDisjoint(with: item.owners)
    case .requester(let people): item.requester.map { people.contains($0) } ?? false
    case .points(let sign, let points): item.points.map { sign.holds($0, points) } ?? false
    case .unestimated(let pointed): item.points == nil && pointed.contains(item.type)
    case .number(let numbers): numbers.contains(item.number.value)
    case .time(let field, let sign, let moment): field.of(item).map { sign.holds($0, moment) } ?? false
    case .during(let field, let start, let end): field.of(item).map { start <= $0 && $0 < end } ?? false
    case .due(let sign, let day): item.due.map { sign.holds($0, day) } ?? false
    case .overdue(let day): item.state != .accepted && item.due.map { $0 < day } ?? false
    case .has(let field): field.isThere(in: item, surroundings)
    case .run(let numbers): !numbers.isDisjoint(with: surroundings.runs)
    case .link(let kind, let targets): item.links.contains { $0.kind == kind && targets.contains($0.target) }
    case .text(let text):
      ([item.title, item.description] + surroundings.comments)
        .contains { [words = ItemWords.words(of: text)] in ItemWords.contains($0, phrase: words) }
    }
  }
}

extension ItemFilter.Comparison {
  fileprivate func holds<T: Comparable>(_ left: T, _ right: T) -> Bool {
    switch self {
    case .less: left < right
    case .atMost: left <= right
    case .equal: left == right
    case .atLeast: left >= right
    case .more: left > right
    }
  }
}

extension ItemFilter.TimeField {
  fileprivate func of(_ item: Item) -> Instant? {
    switch self {
    case .created: item.createdAt
    case .updated: item.updatedAt
    case .started: item.startedAt
    case .delivered: item.deliveredAt
    case .accepted: item.acceptedAt
    }
  }
}

extension ItemFilter.Field {
  fileprivate func isThere(in item: Item, _ surroundings: ItemFilter.Surroundings) -> Bool {
    switch self {
    case .estimate: item.points != nil
    case .owner: !item.owners.isEmpty
    case .label: !item.labels.isEmpty
    case .epic: item.epic != nil
    case .due: item.due != nil
    case .blocker: item.isBlocked
    case .task: !item.tasks.isEmpty
    case .description: !item.description.isEmpty
    case .comment: !surroundings.comments.isEmpty
    case .run: !surroundings.runs.isEmpty
    case .lesson: item.links.contains { $0.kind == .lesson }
    case .incident: item.links.contains { $0.kind == .incident }
    case .source: item.source != nil
    }
  }
}
