import Domain

/// Writes on an incident's timeline: an observation, a hypothesis, an action, a decision.
public struct NoteIncident: Command {
  public static let name = "incident-note"
  public static let undo = UndoPolicy.correctOnly(
    "a timeline is never changed: `prodpair incident note NUMBER --corrects ENTRY` says what is right")

  /// Evidence as it is handed in: a file comes with its content, of at most `Evidence.sizeLimit` bytes.
  public struct Exhibit: Hashable, Sendable {
    public var kind: IncidentEvidence.Kind
    public var health: IncidentEvidence.Health?
    public var name: String
    public var text: String
    public var content: [UInt8]?

    public init(
      _ kind: IncidentEvidence.Kind, _ name: String, text: String = "", health: IncidentEvidence.Health? = nil,
      content: [UInt8]? = nil
    ) {
      self.kind = kind
      self.health = health
      self.name = name
      self.text = text
      self.content = content
    }
  }

  public var incident: IncidentNumber
  public var kind: IncidentEntryKind
  public var text: String
  /// When it happened, where that is not now.
  public var happened: Instant?
  public var exhibits: [Exhibit]

  public init(
    _ incident: IncidentNumber, _ kind: IncidentEntryKind, _ text: String, at happened: Instant? = nil,
    exhibits: [Exhibit] = []
  ) {
    self.incident = incident
    self.kind = kind
    self.text = text
    self.happened = happened
    self.exhibits = exhibits
  }

  public func perform(in transaction: Transaction) throws -> IncidentEntry {
    let incident = try transaction.incident(incident)
    if text.allSatisfy(\.isWhitespace), exhibits.isEmpty {
      throw IncidentRefusal.textMissing("what the \(kind.rawValue) is")
    }
    try transaction.check(happened)
    transaction.summary = "\(kind.rawValue) on incident \(incident.number): \(text)"
    return try transaction.append(
      kind, text, to: incident, at: happened, evidence: try transaction.evidence(of: exhibits))
  }
}

/// Says that an entry of a timeline is wrong, and what is right. Both stay.
public struct CorrectIncidentEntry: Command {
  public static let name = "incident-correct"
  public static let undo = NoteIncident.undo
  public var incident: IncidentNumber
  public var entry: Int
  public var text: String

  public init(_ incident: IncidentNumber, entry: Int, _ text: String) {
    self.incident = incident
    self.entry = entry
    self.text = text
  }

  public func perform(in transaction: Transaction) throws -> IncidentEntry {
    let incident = try transaction.incident(incident)
    if text.allSatisfy(\.isWhitespace) { throw IncidentRefusal.textMissing("what is right instead") }
    let entries = try transaction.entries(of: incident.number)
    guard let wrong = entries.first(where: { $0.seq == entry }) else {
      throw IncidentRefusal.noSuchEntry(incident.number, entry)
    }
    if wrong.kind == .time || wrong.kind == .change {
      throw IncidentRefusal.notTheirs(incident.number, entry, wrong.kind)
    }
    if let earlier = entries.first(where: { $0.target == entry }) {
      throw IncidentRefusal.alreadyCorrected(incident.number, entry, by: earlier.seq)
    }
    transaction.summary = "corrected entry \(entry) of incident \(incident.number): \(text)"
    // It stands where the wrong one stands, so that the story reads right; when it was written is kept beside.
    return try transaction.append(.correction, text, to: incident, at: wrong.at, target: entry)
  }
}

extension Transaction {
  func check(_ happened: Instant?) throws {
    if let happened, happened > now { throw IncidentRefusal.entryInTheFuture(happened, now: now) }
  }

  func evidence(of exhibits: [NoteIncident.Exhibit]) throws -> [IncidentEvidence] {
    try exhibits.map { exhibit in
      let file = try exhibit.content.map { try keep($0, as: exhibit.name) }
      return IncidentEvidence(exhibit.kind, exhibit.name, text: exhibit.text, health: exhibit.health, file: file)
    }
  }
}
