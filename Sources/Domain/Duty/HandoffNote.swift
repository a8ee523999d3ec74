/// What a pair tells the next one at the end of its duty, and who signed it, as the store keeps it.
public struct HandoffNote: Hashable, Sendable {
  public var duty: DutyNumber
  /// Markdown; empty where it was signed and nobody wrote one.
  public var note: String
  /// In the order in which they were given.
  public var signatures: [HandoffSignature]
  /// Who wrote the note last, and when.
  public var by: Handle
  public var at: Instant

  public init(duty: DutyNumber, note: String, signatures: [HandoffSignature] = [], by: Handle, at: Instant) {
    self.duty = duty
    self.note = note
    self.signatures = signatures
    self.by = by
    self.at = at
  }
}
