/// What a pair tells the next one at the end of its duty, and who signed it.
public struct HandoffNote: Hashable, Sendable {
  /// Which of the two pairs somebody signs for; whoever carries over signs once, with those who go.
  public enum Side: String, CaseIterable, Codable, Sendable { case outgoing, incoming }

  public struct Signature: Hashable, Sendable {
    public var who: Handle
    public var side: Side
    public var at: Instant
    /// Whether the login vouched for them.
    public var isVouchedFor: Bool

    public init(_ who: Handle, _ side: Side, at: Instant, isVouchedFor: Bool) {
      self.who = who
      self.side = side
      self.at = at
      self.isVouchedFor = isVouchedFor
    }
  }

  public var duty: DutyNumber
  public var note: String
  public var signatures: [Signature]
  /// Who wrote the note last, and when.
  public var by: Handle
  public var at: Instant

  public init(duty: DutyNumber, note: String, signatures: [Signature] = [], by: Handle, at: Instant) {
    self.duty = duty
    self.note = note
    self.signatures = signatures
    self.by = by
    self.at = at
  }

  /// One of a pair signs for both.
  public func isSigned(_ side: Side) -> Bool { signatures.contains { $0.side == side } }
}
