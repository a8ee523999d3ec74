/// What is read of a team's items for a cumulative flow: those to which something happened, and how many the others are.
public struct FlowFacts: Sendable {
  /// Made, moved or accepted since.
  public var touched: [ItemFacts]
  public var transitions: [ItemTransition]
  /// How many there are of the rest, by the state that they have been in all the time.
  public var standing: [ItemState: Int]

  public init(touched: [ItemFacts], transitions: [ItemTransition], standing: [ItemState: Int]) {
    self.touched = touched
    self.transitions = transitions
    self.standing = standing
  }
}

extension ItemFacts {
  /// What is known of the way of an item that has no transitions, as one that was imported: when it was started, and
  /// when it was accepted.
  public func knownTransitions(startedAt: Instant?) -> [ItemTransition] {
    var moves: [ItemTransition] = []
    func move(to state: ItemState, at moment: Instant) {
      moves.append(
        ItemTransition(
          item: number, seq: moves.count + 1, from: moves.last?.to ?? .unstarted, to: state, by: Handle(""), at: moment)
      )
    }
    if state == .accepted, let acceptedAt {
      if let startedAt, startedAt < acceptedAt { move(to: .started, at: startedAt) }
      move(to: .accepted, at: acceptedAt)
    } else if state.panel == .current, let startedAt {
      move(to: state, at: startedAt)
    }
    return moves
  }
}
