import Domain

/// Says that an incident is mitigated, resolved or closed; or takes that back.
public struct SettleIncident: Command {
  public static let name = "incident-settle"
  public static let undo = UndoPolicy.correctOnly(
    "what was said of an incident stays on its timeline: `prodpair incident reopen` takes it up again, and "
      + "`prodpair incident edit` corrects a time")

  public enum Step: Hashable, Sendable {
    case mitigate, resolve
    /// - `withoutRetro`: why there is to be no retro; asked for where the incident is of severity 1 or 2 and has none.
    case close(withoutRetro: String? = nil)
    /// Somebody has to be at it again.
    case reopen
  }

  public var incident: IncidentNumber
  public var step: Step
  /// What did it, or why; may be empty.
  public var note: String
  /// When it happened, where that is not now.
  public var happened: Instant?

  public init(_ incident: IncidentNumber, _ step: Step, note: String = "", at happened: Instant? = nil) {
    self.incident = incident
    self.step = step
    self.note = note
    self.happened = happened
  }

  public func perform(in transaction: Transaction) throws -> Incident {
    var incident = try transaction.incident(incident)
    let at = happened ?? transaction.now
    var words: String
    switch step {
    case .mitigate:
      try incident.set(.mitigated, at)
      words = "mitigated"
    case .resolve:
      try incident.set(.resolved, at)
      try incident.check(at: transaction.now)
      // What is gone hurts no longer.
      if incident.times.mitigated == nil { incident.times.mitigated = at }
      words = "resolved"
    case .close(let reason):
      words = try transaction.close(&incident, reason: reason, at: at)
    case .reopen:
      if note.allSatisfy(\.isWhitespace) { throw IncidentRefusal.textMissing("why it is taken up again") }
      let state = incident.state
      if state == .open { throw IncidentRefusal.stillOpen(incident.number) }
      try transaction.check(happened)
      (incident.times.mitigated, incident.times.resolved, incident.times.closed) = (nil, nil, nil)
      words = "reopened: it was \(state.rawValue)"
    }
    try incident.check(at: transaction.now)
    if !note.allSatisfy(\.isWhitespace) { words += ": \(note)" }
    transaction.summary = "incident \(incident.number) \(words)"
    try transaction.put(.incident, incident.row())
    try transaction.append(.time, words, to: incident, at: at)
    try transaction.settleDue(ofRetroOf: incident)
    return incident
  }
}

extension Incident {
  fileprivate mutating func set(_ kind: IncidentTime, _ at: Instant) throws(IncidentRefusal) {
    if let closed = times.closed { throw .closed(number, closed) }
    if let known = times[kind] { throw .alreadyAt(number, kind, known) }
    times[kind] = at
  }
}

extension Transaction {
  /// - Returns: what the timeline says.
  fileprivate func close(_ incident: inout Incident, reason: String?, at: Instant) throws -> String {
    if let closed = incident.times.closed { throw IncidentRefusal.closed(incident.number, closed) }
    guard incident.times.resolved != nil else {
      throw IncidentRefusal.notYet(incident.number, .closed, needs: .resolved)
    }
    let retro = try retro(of: incident.number)
    if let retro, retro.closedAt == nil { throw IncidentRefusal.retroOpen(incident.number, retro.number) }
    let reason = reason.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    if retro == nil, reason == nil, incident.severity <= .major {
      throw IncidentRefusal.needsRetro(incident.number, incident.severity)
    }
    incident.times.closed = at
    return "closed" + (reason.map { ", without a retro: \($0)" } ?? "")
  }

  /// A retro's day follows from when its incidents were resolved, and how bad they were.
  func settleDue(ofRetroOf incident: Incident) throws {
    guard var retro = try retro(of: incident.number), retro.closedAt == nil else { return }
    retro.due = RetroDue.day(of: try retro.incidents.map { try self.incident($0) }, try team(retro.team))
    try put(.retro, retro.row())
  }
}
