/// What one message of another program says: its alerts, and what somebody should hear of besides.
public struct AlertPayload: Hashable, Sendable {
  public var source: AlertSource
  /// In the payload's order; of several with one key only the last is left. May be empty.
  public var alerts: [Alert]
  /// What all of them are about, in one line, where the payload says it.
  public var title: String?
  /// Sentences: what was taken otherwise than it stands, what the sender left out, why there is no alert.
  public var remarks: [String]

  public init(_ source: AlertSource, alerts: [Alert], title: String? = nil, remarks: [String] = []) {
    self.source = source
    self.alerts = alerts
    self.title = title
    self.remarks = remarks
  }
}
