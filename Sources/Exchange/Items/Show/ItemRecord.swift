import Domain

/// Everything that there is to say of one item.
public struct ItemRecord: Sendable {
  public var item: Item
  /// Oldest first.
  public var comments: [ItemComment]
  public var transitions: [ItemTransition]
  /// The runs that carry it.
  public var runs: [RunNumber]
  /// What people are called; who is not in it goes by the handle.
  public var names: [Handle: String]

  public init(
    _ item: Item, comments: [ItemComment] = [], transitions: [ItemTransition] = [], runs: [RunNumber] = [],
    names: [Handle: String] = [:]
  ) {
    self.item = item
    self.comments = comments
    self.transitions = transitions
    self.runs = runs
    self.names = names
  }
}
