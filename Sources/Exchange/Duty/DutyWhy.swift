import Domain

/// Why a duty's people are on, as one sentence for what speaks for them and one for what was given up. Somebody's words
/// are in both: neither is safe to print as it is.
public struct DutyWhy: Hashable, Sendable {
  public let reasons: String
  public let givenUp: String

  public init(_ duty: Duty) { self.init(duty.reasons) }

  init(_ all: [DutyReason]) {
    func list(_ reasons: [DutyReason]) -> String { reasons.map(\.description).joined(separator: "; ") }
    reasons = list(all.filter { !$0.isTradeOff })
    givenUp = list(all.filter(\.isTradeOff))
  }

  /// Both, as in `never paired; loads 3 and 3; given up: two novices`.
  public var text: String {
    if givenUp.isEmpty { return reasons }
    return reasons.isEmpty ? givenUp : "\(reasons); given up: \(givenUp)"
  }
}
