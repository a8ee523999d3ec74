/// What a retro had somebody do: an item of a backlog, and what it is for.
public struct RetroAction: Hashable, Sendable {
  /// The raw values are part of the JSON.
  public enum Kind: String, CaseIterable, Sendable {
    /// That it does not happen again.
    case prevent
    /// That it is seen earlier.
    case detect
    /// That it hurts less, or for a shorter time.
    case mitigate
    /// That people work together otherwise.
    case process
  }

  public var retro: RetroNumber
  public var kind: Kind
  /// The question that it is to answer.
  public var question: RetroQuestion?
  /// The item as it is now: its state, owners and date.
  public var item: ItemLine
  public var by: Handle
  public var at: Instant

  public init(
    retro: RetroNumber, kind: Kind, question: RetroQuestion? = nil, item: ItemLine, by: Handle, at: Instant
  ) {
    self.retro = retro
    self.kind = kind
    self.question = question
    self.item = item
    self.by = by
    self.at = at
  }

  /// Whether somebody has said that they do it, and by when.
  public var isPromised: Bool { !item.owners.isEmpty && item.due != nil }
  public var isDone: Bool { item.state == .accepted }
}
