/// What an item is. Toil is work that keeps things running and leaves nothing better (Site Reliability Engineering,
/// chapter 5); it is told from chores so that its share can be seen.
public enum ItemType: String, CaseIterable, Codable, Sendable { case feature, bug, chore, toil, release }

/// How far an item is, in Tracker's words.
public enum ItemState: String, CaseIterable, Codable, Sendable {
  /// In the icebox: nobody has said that it will be done.
  case unscheduled
  case unstarted
  /// Chosen for the iteration under way, by hand.
  case planned
  case started
  case finished
  /// In production, and waiting for the product manager.
  case delivered
  case accepted
  case rejected
}

/// Where on the backlog's screen an item stands.
public enum Panel: String, CaseIterable, Sendable {
  case icebox, backlog, current, done

  public var states: [ItemState] { ItemState.allCases.filter { $0.panel == self } }
}

extension ItemState {
  public var panel: Panel {
    switch self {
    case .unscheduled: .icebox
    case .unstarted, .planned: .backlog
    case .started, .finished, .delivered, .rejected: .current
    case .accepted: .done
    }
  }
}

extension ItemType {
  /// The states that an item of this type can be in, in their order. Chores and toil are done when they are finished,
  /// with nobody to accept them; a release is a marker, which is reached or not.
  public var states: [ItemState] {
    switch self {
    case .feature, .bug: ItemState.allCases
    case .chore, .toil: [.unscheduled, .unstarted, .planned, .started, .accepted]
    case .release: [.unscheduled, .unstarted, .planned, .accepted]
    }
  }

  /// Whether the product manager accepts or rejects what was delivered.
  public var isGated: Bool { states.contains(.delivered) }

  /// The state after another one: what `>` does. Nil at the end.
  public func next(after state: ItemState) -> ItemState? {
    switch state {
    case .unscheduled: .unstarted
    case .unstarted, .planned: self == .release ? .accepted : .started
    case .rejected: .started
    case .started: isGated ? .finished : .accepted
    case .finished: .delivered
    case .delivered: .accepted
    case .accepted: nil
    }
  }

  /// The state that something is sent back to, with a reason: what `<` does. Nil at the beginning.
  public func previous(to state: ItemState) -> ItemState? {
    switch state {
    case .unscheduled: nil
    case .unstarted, .planned: .unscheduled
    case .started, .rejected: .unstarted
    case .finished: .started
    case .delivered: .rejected
    case .accepted: isGated ? .delivered : self == .release ? .unstarted : .started
    }
  }

  /// The state of this type that is nearest to one that it does not have: no further ahead than it.
  public func nearest(to state: ItemState) -> ItemState {
    if states.contains(state) { return state }
    switch state {
    case .finished, .delivered: return isGated ? state : .accepted
    case .started, .rejected: return self == .release ? .unstarted : .started
    default: return state
    }
  }
}

extension Item {
  /// Puts it into a state that its type has, and keeps the times that go with it.
  public mutating func enter(_ state: ItemState, at now: Instant) {
    switch state {
    case .unscheduled, .unstarted, .planned: (startedAt, deliveredAt, acceptedAt) = (nil, nil, nil)
    case .started, .finished:
      if startedAt == nil || self.state == .rejected { startedAt = now }
      (deliveredAt, acceptedAt) = (nil, nil)
    case .delivered:
      deliveredAt = self.state == .accepted ? deliveredAt ?? now : now
      acceptedAt = nil
    case .accepted: acceptedAt = now
    case .rejected: acceptedAt = nil
    }
    self.state = state
  }
}
