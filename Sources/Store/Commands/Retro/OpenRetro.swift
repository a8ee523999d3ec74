import Domain

/// What a retro is to review.
public struct RetroDraft: Hashable, Sendable {
  /// All of one team; may be empty.
  public var incidents: [IncidentNumber]
  public var run: RunNumber?
  /// What nearly happened, where it is neither.
  public var nearMiss: String
  /// Whose near miss it was; else it follows from the incidents or the run.
  public var team: TeamName?
  public var facilitator: Handle?
  /// Whoever was in the incidents, or on the run, where nobody is named.
  public var attendees: [Handle]

  public init(
    incidents: [IncidentNumber] = [], run: RunNumber? = nil, nearMiss: String = "", team: TeamName? = nil,
    facilitator: Handle? = nil, attendees: [Handle] = []
  ) {
    self.incidents = incidents
    self.run = run
    self.nearMiss = nearMiss
    self.team = team
    self.facilitator = facilitator
    self.attendees = attendees
  }
}

/// Opens the review of one or several incidents, of a run, or of a near miss.
public struct OpenRetro: Command {
  public static let name = "retro-open"
  public static let undo = UndoPolicy.undoable
  public var draft: RetroDraft

  public init(_ draft: RetroDraft) { self.draft = draft }

  public func perform(in transaction: Transaction) throws -> RetroNumber {
    let incidents = try draft.incidents.firstOfEach.sorted().map { try transaction.incident($0) }
    for incident in incidents {
      if let retro = try transaction.retro(of: incident.number) {
        throw RetroRefusal.alreadyReviewed(incident.number, retro.number)
      }
    }
    let run = try draft.run.map { number in
      guard let run = try transaction.runSummary(number) else { throw Missing.run(number) }
      return run
    }
    let teams = (incidents.map(\.team) + [run?.team, draft.team].compactMap(\.self)).firstOfEach
    guard teams.count <= 1 else { throw RetroRefusal.otherTeams(teams) }
    let team = try transaction.team(orOnly: teams.first)
    let title = incidents.first?.title ?? run.map { "Run \($0.number): \($0.version)" } ?? draft.nearMiss
    if title.allSatisfy(\.isWhitespace) { throw RetroRefusal.textMissing("what nearly happened") }
    let last = try transaction.first("SELECT max(number) AS number FROM retro")
    let retro = Retro(
      number: RetroNumber((try last?.optionalInteger("number") ?? 0) + 1), team: team.name,
      title: title.withPlainLineBreaks, incidents: incidents.map(\.number), run: run?.number,
      facilitator: draft.facilitator,
      attendees: try transaction.attendees(draft, incidents, run),
      due: RetroDue.day(of: incidents, team) ?? run?.reviewDue, openedBy: transaction.actor.handle,
      openedAt: transaction.now)
    try transaction.check(retro, old: nil)
    transaction.summary = "opened retro \(retro.number) of \(retro.subject): \(retro.title)"
    try transaction.insert(.retro, retro.row(), isNew: true)
    for incident in incidents {
      try transaction.put(
        .retroIncident,
        ["incident": Value(incident.number.value), "retro": Value(retro.number.value), "deleted": 0])
    }
    return retro.number
  }
}

extension Transaction {
  /// Those who are named; else everybody who took part and is a person here.
  fileprivate func attendees(_ draft: RetroDraft, _ incidents: [Incident], _ run: RunSummary?) throws -> [Handle] {
    guard draft.attendees.isEmpty else { return draft.attendees.firstOfEach }
    let known = try peopleByHandle()
    return (incidents.flatMap(\.roles.everybody) + (run?.pair ?? [])).firstOfEach.filter { known[$0] != nil }
  }

  /// Throws where a retro names somebody who is not there, or who can't lead it.
  ///
  /// - Parameter old: who was named before may be gone by now, which is no reason to refuse.
  func check(_ retro: Retro, old: Retro?) throws {
    let known = Set((old?.attendees ?? []) + [old?.facilitator, actor.handle].compactMap(\.self))
    for who in [retro.facilitator].compactMap(\.self) + retro.attendees where !known.contains(who) {
      _ = try person(who)
    }
    // Who is found later to have commanded keeps nobody from writing; it goes no further with them (`MoveRetro`).
    if retro.facilitator != old?.facilitator { try checkFacilitator(of: retro) }
  }

  /// - Throws: `RetroRefusal.facilitatorCommanded`.
  func checkFacilitator(of retro: Retro) throws {
    guard let facilitator = retro.facilitator else { return }
    for number in retro.incidents where try incident(number).roles.commander == facilitator {
      throw RetroRefusal.facilitatorCommanded(facilitator, number)
    }
  }
}
