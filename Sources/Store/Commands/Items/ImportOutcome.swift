import Domain

/// What an import did, or would do.
public struct ImportOutcome: Hashable, Sendable {
  public var created = 0
  public var updated = 0
  public var unchanged = 0
  public var epics = 0
  public var people: [Handle] = []
  /// Items that would wait for each other in a circle: they wait in words alone.
  public var circles: [ItemNumber] = []
  /// The first items of which nothing was taken, in the file's order.
  public private(set) var leftOut: [ImportLeftOut] = []
  public private(set) var leftOutCounts: [ImportLeftOut.Reason: Int] = [:]

  public init() {}

  mutating func leaveOut(_ item: ImportLeftOut) {
    leftOutCounts[item.reason, default: 0] += 1
    if leftOut.count < ImportLeftOut.mostNamed { leftOut.append(item) }
  }

  public var changesNothing: Bool { created + updated + epics == 0 }
}

/// What a dry run found. Nothing was written.
public struct ImportWouldDo: Error, Hashable, Sendable {
  public var outcome: ImportOutcome
}
