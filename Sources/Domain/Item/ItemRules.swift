extension Item {
  /// Throws where the item says something that no item can say.
  public func check(_ settings: BacklogSettings) throws(ItemRefusal) {
    if title.allSatisfy(\.isWhitespace) { throw .titleEmpty }
    for label in labels where !Self.isLabel(label) { throw .labelUnusable(label) }
    if !type.states.contains(state) { throw .noSuchState(state, type) }
    if let due, !CalendarDate.isValid(due) { throw .dateUnreadable(due) }
    if blockers.contains(where: { $0.item == number.value && !$0.isResolved }) { throw .blocksItself(number) }
  }

  public static func isLabel(_ text: String) -> Bool {
    !text.allSatisfy(\.isWhitespace) && !text.contains { $0 == "," || $0.isNewline }
  }

  /// Gives it an estimate, or takes it away.
  public mutating func estimate(_ points: Int?, _ settings: BacklogSettings) throws(ItemRefusal) {
    if let points {
      if !settings.isPointed(type) { throw .notPointed(type, team) }
      if !settings.scale.contains(points) { throw .offTheScale(points, scale: settings.scale) }
    }
    self.points = points
  }

  /// The state that it is to be taken to; a direction is meant from where it is now.
  public func target(of move: StateMove) throws(ItemRefusal) -> ItemState {
    switch move {
    case .to(let state):
      guard type.states.contains(state) else { throw .noSuchState(state, type) }
      if state == self.state { throw .alreadyIn(number, state) }
      return state
    case .ahead:
      guard let next = type.next(after: state) else { throw .noNextState(number, state) }
      return next
    case .back:
      guard let previous = type.previous(to: state) else { throw .noPreviousState(number, state) }
      return previous
    case .done:
      // What `finish` means: for what nobody has to accept it is the end.
      let end: ItemState = type.isGated ? .finished : .accepted
      if state == end { throw .alreadyIn(number, end) }
      return end
    }
  }

  /// Throws where the rules of the backlog forbid to take it there.
  ///
  /// - Parameter reason: why it is sent back; needed for every step back and for a rejection.
  public func checkMove(
    to state: ItemState, by who: Handle, reason: String?, _ settings: BacklogSettings, isOverridden: Bool
  ) throws(ItemRefusal) {
    let isBack = state == .rejected || state.rank < self.state.rank
    if isBack, self.state != .rejected, reason?.allSatisfy(\.isWhitespace) ?? true { throw .needsReason(number, state) }
    guard !isOverridden else { return }
    let isAhead = state.rank >= ItemState.started.rank && state != .rejected
    if isAhead, settings.isPointed(type), points == nil { throw .unestimated(number) }
    if type.isGated, state == .rejected, self.state.rank < ItemState.finished.rank {
      throw .nothingToReject(number, self.state)
    }
    if type.isGated, state == .accepted, self.state.rank < ItemState.started.rank {
      throw .nothingToAccept(number, self.state)
    }
    if type.isGated, state == .accepted || state == .rejected {
      let manager = settings.productManager.map { Handle($0) }
      if let manager, manager != who { throw .notYours(number, productManager: manager) }
      if manager == nil, owners == [who] { throw .notYours(number, productManager: nil) }
    }
  }
}

/// How a change of state is said.
public enum StateMove: Hashable, Sendable {
  case to(ItemState)
  /// To whatever comes next for its type: `>`.
  case ahead
  /// To whatever comes before: `<`.
  case back
  /// To finished, or to accepted for what nobody has to accept.
  case done
}

extension ItemState {
  /// How far along it is; rejected work is as far as what was started.
  public var rank: Int {
    switch self {
    case .unscheduled: 0
    case .unstarted: 1
    case .planned: 2
    case .started, .rejected: 3
    case .finished: 4
    case .delivered: 5
    case .accepted: 6
    }
  }
}

/// Where in its team's order an item is to be put.
public enum ItemTarget: Hashable, Sendable {
  /// Before, or after, all that the team has.
  case top, bottom
  case before(ItemNumber)
  case after(ItemNumber)
}
