import Domain

/// Somebody's word that an incident happened before, or that they were wrong about that.
public struct LinkRecurrence: Command {
  public static let name = "incident-recurrence"
  public static let undo = UndoPolicy.undoable
  public var incident: IncidentNumber
  public var origin: Recurrence
  public var isTrue: Bool

  public init(_ incident: IncidentNumber, of origin: Recurrence, isTrue: Bool = true) {
    self.incident = incident
    self.origin = origin
    self.isTrue = isTrue
  }

  public func perform(in transaction: Transaction) throws {
    let incident = try transaction.incident(incident)
    let began: Instant
    switch origin {
    case .incident(let number):
      if number == incident.number { throw IncidentRefusal.happenedBeforeItself(number) }
      began = try transaction.incident(number).times.declared
    case .lesson(let number): began = try transaction.lesson(number).at
    }
    if began > incident.times.declared { throw IncidentRefusal.cameLater(incident.number, origin) }
    let (kind, target) = origin.columns
    guard isTrue else {
      transaction.summary = "incident \(incident.number) did not come back from \(origin)"
      return try transaction.remove(
        .incidentRecurrence, [Value(incident.number.value), .text(kind), Value(target)])
    }
    transaction.summary = "incident \(incident.number) happened before: \(origin)"
    try transaction.put(
      .incidentRecurrence,
      [
        "incident": Value(incident.number.value), "kind": .text(kind), "target": Value(target),
        "by": .text(transaction.actor.handle.text), "at": Value(transaction.now), "deleted": 0,
      ])
  }
}
