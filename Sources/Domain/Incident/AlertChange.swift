/// What became of an alert, as its source says it.
public enum AlertChange: Hashable, Sendable {
  case triggered
  case acknowledged
  case escalated
  /// It was resolved before, and goes on.
  case reopened
  case resolved
  /// Whatever else the source calls it: worth a note, and nothing changes by it.
  case other(String)

  /// Whether the alert goes on after it; nil where that is not said.
  public var isFiring: Bool? {
    switch self {
    case .triggered, .acknowledged, .escalated, .reopened: true
    case .resolved: false
    case .other: nil
    }
  }

  /// As in `acknowledged`; what the source calls it where it is none of ours.
  public var word: String {
    switch self {
    case .triggered: "triggered"
    case .acknowledged: "acknowledged"
    case .escalated: "escalated"
    case .reopened: "reopened"
    case .resolved: "resolved"
    case .other(let name): name
    }
  }
}
