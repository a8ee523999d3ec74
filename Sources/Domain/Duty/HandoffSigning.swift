/// Why a handoff is not signed.
public enum HandoffRefusal: Error, Hashable, Sendable {
  case inNeitherPair(Handle)
  case signedAlready(Handle, at: Instant)
}

extension HandoffRefusal: CustomStringConvertible {
  public var description: String {
    switch self {
    case .inNeitherPair(let who):
      "\(who) is neither in the pair that hands over nor in the one that takes over: nothing was signed"
    case .signedAlready(let who, let at): "\(who) has signed already, at \(at.rfc3339): nothing was changed"
    }
  }
}

extension DutyHandoff {
  /// The signature that somebody may give.
  public func signature(of who: Handle, at: Instant) throws(HandoffRefusal) -> HandoffSignature {
    guard let side = side(of: who) else { throw .inNeitherPair(who) }
    if let signed = signatures.first(where: { $0.who == who }) { throw .signedAlready(who, at: signed.at) }
    return HandoffSignature(who, side, at: at)
  }
}
