/// What is told to those who wait for an incident's end: a draft until somebody sends it.
public struct StatusUpdate: Hashable, Sendable {
  public var incident: IncidentNumber
  /// From 1 within its incident; never given again.
  public var number: Int
  public var text: String
  /// Who wrote it last, and when.
  public var by: Handle
  public var at: Instant
  /// Nil while it is a draft.
  public var sent: Sent?

  public struct Sent: Hashable, Sendable {
    public var by: Handle
    public var at: Instant
    /// The entry of the timeline that says so.
    public var entry: Int

    public init(by: Handle, at: Instant, entry: Int) {
      self.by = by
      self.at = at
      self.entry = entry
    }
  }

  public init(incident: IncidentNumber, number: Int, text: String, by: Handle, at: Instant, sent: Sent? = nil) {
    self.incident = incident
    self.number = number
    self.text = text
    self.by = by
    self.at = at
    self.sent = sent
  }
}
