/// A step of a run that was deferred in a duty, and that nobody did since.
public struct DeferredStep: Hashable, Sendable {
  public var run: RunNumber
  public var step: StepID
  /// What the line says.
  public var text: String
  public var reason: String
  public var by: Handle
  public var at: Instant

  public init(run: RunNumber, step: StepID, text: String, reason: String, by: Handle, at: Instant) {
    self.run = run
    self.step = step
    self.text = text
    self.reason = reason
    self.by = by
    self.at = at
  }
}

extension Run {
  /// The steps that were put off and that nobody did since, in the order of the page.
  public var deferredSteps: [DeferredStep] {
    steps.compactMap { step in
      guard progress(of: step.id).state == .deferred,
        let entry = entries.last(where: { $0.kind == .deferred && $0.step == step.id })
      else { return nil }
      return DeferredStep(
        run: number, step: step.id, text: step.text, reason: entry.reason ?? "", by: entry.by, at: entry.at)
    }
  }
}

/// Somebody's word that they handed over, or took over.
public struct HandoffSignature: Hashable, Sendable {
  /// Which of the two pairs they signed for; whoever carries over signs once, with those who go.
  public enum Side: String, CaseIterable, Codable, Sendable { case outgoing, incoming }

  public var who: Handle
  public var side: Side
  public var at: Instant
  /// Whether the login vouched for them.
  public var isVouchedFor: Bool

  public init(_ who: Handle, _ side: Side, at: Instant, isVouchedFor: Bool = true) {
    self.who = who
    self.side = side
    self.at = at
    self.isVouchedFor = isVouchedFor
  }
}
