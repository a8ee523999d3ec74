/// The two pairs of a hand-over, and who of them has signed it.
public struct HandoffSides: Hashable, Sendable {
  /// The duty that ends.
  public var duty: TeamDuty
  /// Who comes on; empty where nobody is planned. Of a duty that was cut in the middle, those of its other part.
  public var incoming: [Handle]
  /// In the order in which they were given.
  public var signatures: [HandoffSignature]

  public init(_ duty: TeamDuty, incoming: [Handle], signatures: [HandoffSignature] = []) {
    self.duty = duty
    self.incoming = incoming
    self.signatures = signatures
  }

  public var outgoing: [Handle] { duty.people }

  /// Who still has to sign: the outgoing pair, then the incoming one. Whoever carries over signs once, for both.
  public var unsigned: [Handle] {
    let signed = Set(signatures.map(\.who))
    return (outgoing + incoming).firstOfEach.filter { !signed.contains($0) }
  }

  public var isSigned: Bool { unsigned.isEmpty }

  /// Which pair somebody signs for; nil for anybody else. Whoever carries over stands with those who go.
  public func side(of who: Handle) -> HandoffSignature.Side? {
    outgoing.contains(who) ? .outgoing : incoming.contains(who) ? .incoming : nil
  }

  /// The signature that somebody may give.
  ///
  /// - Throws: ``DutyChangeRefusal`` where the duty has not begun, for somebody of neither pair, and for whoever has signed.
  public func signature(of who: Handle, at now: Instant, isVouchedFor: Bool) throws(DutyChangeRefusal)
    -> HandoffSignature
  {
    let number = DutyNumber(duty.number)
    guard duty.window.start <= now else { throw .notBegun(number) }
    guard let side = side(of: who) else { throw .notTheirs(who, number, outgoing: outgoing, incoming: incoming) }
    if signatures.contains(where: { $0.who == who }) { throw .alreadySigned(who, number) }
    return HandoffSignature(who, side, at: now, isVouchedFor: isVouchedFor)
  }
}
