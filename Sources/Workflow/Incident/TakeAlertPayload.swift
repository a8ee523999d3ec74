import Domain
import Exchange
import Store

/// Takes the body of a webhook's request, from its bytes to the store.
public struct TakeAlertPayload: Sendable {
  /// In bytes; no program sends as much of its own accord.
  public static let limit = Evidence.sizeLimit

  /// What proves that a payload is PagerDuty's.
  public struct Proof: Sendable {
    /// The webhook subscription's secret; it is written nowhere.
    public var secret: [UInt8]
    /// The header `X-PagerDuty-Signature` as it came; nil where there was none.
    public var signature: String?

    public init(secret: [UInt8], signature: String?) {
      self.secret = secret
      self.signature = signature
    }
  }

  public var source: AlertSource
  public var content: [UInt8]
  public var team: TeamName?
  /// Nil where there is no secret, and anything is taken.
  public var proof: Proof?

  public init(_ source: AlertSource, _ content: [UInt8], team: TeamName? = nil, proof: Proof? = nil) {
    self.source = source
    self.content = content
    self.team = team
    self.proof = proof
  }

  /// - Throws: `SignatureRefused` before a byte of it is read, `AlertPayloadError`, and what `TakeAlerts` throws.
  public func run(in store: Store, by actor: Actor, at now: Instant) throws -> AlertIntake {
    if let proof {
      guard let signature = proof.signature else { throw SignatureRefused.missing }
      try PagerDutySignature(signature).check(content, secret: proof.secret)
    }
    let payload = try AlertPayload(content, from: source)
    var intake =
      payload.alerts.isEmpty
      ? AlertIntake() : try store.perform(TakeAlerts(payload, content: content, team: team), by: actor, at: now)
    intake.remarks = payload.remarks + intake.remarks
    return intake
  }
}
