/// What one pair hands over to the next: built from the duty's window, with a note, and signed by both.
public struct DutyHandoff: Hashable, Sendable {
  public var sides: HandoffSides
  /// Runs that were under way when the duty ended, or are now.
  public var runs: [RunSummary]
  /// What was put off in the duty and is still to be done.
  public var deferred: [DeferredStep]
  /// Redlines of the duty that nothing has come of yet.
  public var redlines: [Lesson]
  /// The team's that are open or mitigated, by number.
  public var incidents: [Incident]
  /// Items that changed in the duty.
  public var items: [ItemLine]
  public var toil: [ToilEntry]
  /// Markdown, as it was written; may be empty.
  public var note: String

  public init(
    _ sides: HandoffSides, runs: [RunSummary] = [], deferred: [DeferredStep] = [], redlines: [Lesson] = [],
    incidents: [Incident] = [], items: [ItemLine] = [], toil: [ToilEntry] = [], note: String = ""
  ) {
    self.sides = sides
    self.runs = runs
    self.deferred = deferred
    self.redlines = redlines
    self.incidents = incidents
    self.items = items
    self.toil = toil
    self.note = note
  }

  /// What happened in a duty, as far as it goes on after it.
  public init(_ sides: HandoffSides, _ happenings: DutyHappenings, note: String, at now: Instant) {
    let end = min(sides.duty.window.end, now)
    self.init(
      sides, runs: happenings.runs.filter { run in run.endedAt.map { $0 >= end } ?? true },
      deferred: happenings.deferred, redlines: happenings.redlines, incidents: happenings.incidents,
      items: happenings.items, toil: happenings.toil,
      note: note)
  }

  public var duty: TeamDuty { sides.duty }
  public var outgoing: [Handle] { sides.outgoing }
  public var incoming: [Handle] { sides.incoming }
  public var signatures: [HandoffSignature] { sides.signatures }
  public var unsigned: [Handle] { sides.unsigned }
  public var isSigned: Bool { sides.isSigned }
  public var toilMinutes: Int { toil.reduce(0) { $0 + $1.minutes } }
}
