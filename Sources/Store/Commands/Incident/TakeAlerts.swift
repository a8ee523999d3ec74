import ChecklistFile
import Domain

/// Takes what a monitoring system says: alerts go to the incident that they belong to, or open one.
///
/// One payload is one action. An alert goes to the incident of its key while that one is seen to, else to one that is seen to
/// of its group; all others that fire open one incident, for each team. The end of an alert is noted and ends no incident:
/// that takes a person, who knows what did it.
public struct TakeAlerts: Command {
  public static let name = "incident-intake"
  public static let undo = UndoPolicy.correctOnly(
    "what a monitoring system said stays on the record: `prodpair incident edit` and `prodpair incident note --corrects` "
      + "say what is right")

  public var payload: AlertPayload
  /// The payload as it came: it is kept with what it brought, so that nothing that nobody knows here is lost.
  public var content: [UInt8]
  /// Whose a new incident is; else the team that the alert names, else the only one.
  public var team: TeamName?

  public init(_ payload: AlertPayload, content: [UInt8], team: TeamName? = nil) {
    self.payload = payload
    self.content = content
    self.team = team
  }

  public var summary: String { "\(payload.source.name) told nothing new" }

  /// - Throws: `Missing` for a team that nobody knows, or where several could be meant; `EvidenceTooLarge`.
  public func perform(in transaction: Transaction) throws -> AlertIntake {
    if let team { _ = try transaction.team(team) }
    var intake = AlertTaking(payload, content: content, team: team, in: transaction)
    return try intake.run()
  }
}

/// What became of a payload.
public struct AlertIntake: Hashable, Sendable {
  /// The incidents that it opened, and those that its alerts went to; none twice.
  public var opened: [IncidentNumber] = []
  public var others: [IncidentNumber] = []
  /// Sentences, for whoever watches the intake.
  public var remarks: [String] = []

  public init() {}

  public var incidents: [IncidentNumber] { opened + others }
}
