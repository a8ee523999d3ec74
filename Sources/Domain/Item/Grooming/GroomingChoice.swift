/// What is decided about one item, with what it takes.
public enum GroomingChoice: Hashable, Sendable {
  /// It stays as it is.
  case keep
  case estimate(Int)
  /// Into parts of these titles; the whole stays as it is.
  case split([String])
  /// Back into the icebox.
  case ice
  /// Out of the backlog: what is delivered is accepted, all else is removed, as it will not be done.
  case close
  /// Not now: it is asked again once all else has been decided.
  case skip

  public enum Kind: String, CaseIterable, Codable, Sendable { case keep, estimate, split, ice, close, skip }

  public var kind: Kind {
    switch self {
    case .keep: .keep
    case .estimate: .estimate
    case .split: .split
    case .ice: .ice
    case .close: .close
    case .skip: .skip
    }
  }
}
