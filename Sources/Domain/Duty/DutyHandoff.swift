/// What one pair hands over to the next: built from the duty's window, with a note, and signed by both.
public struct DutyHandoff: Hashable, Sendable {
  /// The duty that ends.
  public var duty: TeamDuty
  /// Who comes on; empty where nobody is planned.
  public var incoming: [Handle]
  /// Runs that have begun and not ended.
  public var runs: [RunSummary]
  /// What was put off in the duty and is still to be done.
  public var deferred: [DeferredStep]
  /// Redlines of the duty that nothing has come of yet.
  public var redlines: [Lesson]
  /// Numbers of the incidents that are open.
  public var incidents: [Int]
  /// Items that changed in the duty.
  public var items: [ItemLine]
  public var toil: [LoggedToil]
  /// Markdown, as it was written; may be empty.
  public var note: String
  /// In the order in which they were given.
  public var signatures: [HandoffSignature]

  public init(
    _ duty: TeamDuty, incoming: [Handle], runs: [RunSummary] = [], deferred: [DeferredStep] = [],
    redlines: [Lesson] = [], incidents: [Int] = [], items: [ItemLine] = [], toil: [LoggedToil] = [],
    note: String = "", signatures: [HandoffSignature] = []
  ) {
    self.duty = duty
    self.incoming = incoming
    self.runs = runs
    self.deferred = deferred
    self.redlines = redlines
    self.incidents = incidents
    self.items = items
    self.toil = toil
    self.note = note
    self.signatures = signatures
  }

  public var outgoing: [Handle] { duty.people }
  public var toilMinutes: Int { toil.reduce(0) { $0 + $1.minutes } }

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
}
