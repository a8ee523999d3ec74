/// Why an item needs a decision. In the order in which the reasons are told, the most pressing first.
public enum GroomingReason: String, CaseIterable, Codable, Sendable {
  /// The product manager has rejected it, and nobody has started it again.
  case rejected
  /// Its day is over, and it is not accepted.
  case pastDue = "past-due"
  /// It waits for something, and is not on ice.
  case blocked
  /// It is under way, and nobody's.
  case unowned
  /// It takes points in its team, and has none.
  case unestimated
  /// Nobody has touched it for ``GroomingRules/staleDays``.
  case stale
}

extension GroomingReason {
  /// Why it is asked, as a sentence about the item without its end.
  public func sentence(of facts: GroomingFacts, _ rules: GroomingRules) -> String {
    switch self {
    case .rejected: "it was rejected, and nobody has started it again"
    case .pastDue: "it was due on \(facts.due ?? "a day that is over")"
    case .blocked: "it waits for something"
    case .unowned: "it is \(facts.state.rawValue), and nobody's"
    case .unestimated: "it has no estimate"
    case .stale: "nobody has touched it for \(rules.untouchedDays(facts)) days"
    }
  }
}
