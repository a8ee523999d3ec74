/// What the end of a run does to the items that it carries, once somebody says so.
public enum ItemSettling: Hashable, Sendable {
  /// The run went well: what was worked on is delivered.
  case delivery
  /// It was rolled back: what it brought is rejected.
  case rejection

  /// Whether the item changes by it. What is past it, or what nobody has to accept, stays as it is; a release, which is
  /// a marker, is accepted by a delivery.
  public func takes(_ item: ItemLine) -> Bool {
    switch (self, item.state) {
    case (.delivery, _) where item.type == .release: item.state != .accepted
    case (.delivery, .started), (.delivery, .finished), (.delivery, .rejected): item.type.isGated
    case (.rejection, .delivered), (.rejection, .accepted), (.rejection, .finished): item.type.isGated
    default: false
    }
  }
}

extension Run {
  /// What its end offers for the items that it carries; nil while it goes on, outside of production, and for rehearsals.
  public var itemSettling: ItemSettling? {
    guard environment.kind == .production, !isRehearsal else { return nil }
    return state == .rolledBack ? .rejection : state.isSuccessful ? .delivery : nil
  }

  /// Throws where its items are not delivered, or not rejected: ``itemSettling`` is not that. A run that is being rolled
  /// back rejects them before its end.
  public func checkSettling(_ settling: ItemSettling) throws(ItemRefusal) {
    let isRollingBack = settling == .rejection && rollbackReason != nil
    if environment.kind != .production {
      throw .notSettledByRun(number, settling, "is in \(environment.name), which is not production")
    }
    if isRehearsal { throw .notSettledByRun(number, settling, "is a rehearsal") }
    if itemSettling != settling, !isRollingBack { throw .notSettledByRun(number, settling, "is \(state.rawValue)") }
  }

  /// Why it was rolled back, or is being so; nil where it was not.
  public var rollbackReason: String? {
    entries.last { $0.kind == .rolledBack || $0.kind == .rollbackEntered }?.reason
  }
}
