/// Why these two, in so many words: what spoke for them, and what was given up.
public enum DutyReason: Hashable, Sendable {
  case neverPaired
  /// Whole days between the end of their last duty together and this one.
  case pairedBefore(days: Int)
  case carriesOver(Handle)
  case loads(Int, Int)
  case preferred(String)
  // What was given up.
  case noneCarriesOver
  /// Somebody who would have been next is away.
  case away(Handle, String)
  /// Somebody who would have been next has as many duties as they take.
  case atLimit(Handle)
  /// Somebody is on who has as many duties as they take already: all others can do no more either.
  case overLimit(Handle)
  case repeatsEarly
  case bothNovices
  case onElsewhere(Handle)
  case alone
  /// One is alone, because a rule says never of them and another who is there.
  case keptApart(PairRule)
  case nobody
  case setByHand(Handle)
  /// In somebody's own words, or in those of an older version of the program.
  case said(String)

  /// Whether it says what was given up.
  public var isTradeOff: Bool {
    switch self {
    case .neverPaired, .pairedBefore, .carriesOver, .loads, .preferred, .setByHand, .said: false
    default: true
    }
  }
}

extension DutyReason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .neverPaired: "never paired"
    case .pairedBefore(let days): "last paired \(days) day\(days == 1 ? "" : "s") before"
    case .carriesOver(let who): "\(who) carries over"
    case .loads(let one, let other): "loads \(one) and \(other)"
    case .preferred(let reason): reason.isEmpty ? "preferred together" : "preferred together (\(reason))"
    case .noneCarriesOver: "nobody carries over"
    case .away(let who, let reason): reason.isEmpty ? "\(who) is away" : "\(who) is away (\(reason))"
    case .atLimit(let who): "\(who) has as many duties as they take"
    case .overLimit(let who): "\(who) takes more duties than their limit"
    case .repeatsEarly: "paired again before all others were"
    case .bothNovices: "two novices"
    case .onElsewhere(let who): "\(who) is on for another team too"
    case .alone: "nobody else is there"
    case .keptApart(let rule):
      "\(rule.pair.first) is never on with \(rule.pair.second)" + (rule.reason.isEmpty ? "" : " (\(rule.reason))")
    case .nobody: "nobody is there"
    case .setByHand(let who): "set by \(who)"
    case .said(let words): words
    }
  }
}
