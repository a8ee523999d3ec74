import Domain

/// Drafts what is to be told to those who wait, or writes a draft anew.
public struct DraftStatusUpdate: Command {
  public static let name = "incident-update-draft"
  public static let undo = UndoPolicy.undoable
  public var incident: IncidentNumber
  /// The draft to write anew; a new one where it is nil.
  public var update: Int?
  public var text: String

  public init(_ incident: IncidentNumber, update: Int? = nil, _ text: String) {
    self.incident = incident
    self.update = update
    self.text = text
  }

  /// - Returns: the draft's number.
  public func perform(in transaction: Transaction) throws -> Int {
    let incident = try transaction.incident(incident)
    if text.allSatisfy(\.isWhitespace) { throw IncidentRefusal.textMissing("what is to be told") }
    let number: Int
    if let update {
      number = try transaction.draft(update, of: incident.number).number
    } else {
      let last = try transaction.first(
        "SELECT max(number) AS number FROM incident_update WHERE incident = ?", [Value(incident.number.value)])
      number = (try last?.optionalInteger("number") ?? 0) + 1
    }
    transaction.summary = "drafted status update \(number) of incident \(incident.number)"
    try transaction.put(
      .incidentUpdate,
      StatusUpdate(
        incident: incident.number, number: number, text: text.withPlainLineBreaks, by: transaction.actor.handle,
        at: transaction.now
      ).row())
    return number
  }
}

/// Sends a draft: it stands on the timeline from now on, and the hooks for it are run.
public struct SendStatusUpdate: Command {
  public static let name = "incident-update-send"
  public static let undo = UndoPolicy.never("what was told can't be taken back: send another status update")
  public var incident: IncidentNumber
  public var update: Int

  public init(_ incident: IncidentNumber, update: Int) {
    self.incident = incident
    self.update = update
  }

  public func perform(in transaction: Transaction) throws -> IncidentEntry {
    let incident = try transaction.incident(incident)
    var draft = try transaction.draft(update, of: incident.number)
    let entry = try transaction.append(.update, draft.text, to: incident)
    draft.sent = StatusUpdate.Sent(by: transaction.actor.handle, at: transaction.now, entry: entry.seq)
    transaction.summary = "sent status update \(update) of incident \(incident.number)"
    try transaction.put(.incidentUpdate, draft.row())
    return entry
  }
}

extension Transaction {
  /// A status update that nobody has sent yet.
  fileprivate func draft(_ number: Int, of incident: IncidentNumber) throws -> StatusUpdate {
    guard let update = try updates(of: incident).first(where: { $0.number == number }) else {
      throw IncidentRefusal.noSuchUpdate(incident, number)
    }
    if let sent = update.sent { throw IncidentRefusal.alreadySent(incident, number, by: sent.by) }
    return update
  }
}
