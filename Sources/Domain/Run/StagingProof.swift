/// What shows that staging has run an artifact (rules 4 and 5).
public enum StagingProof: Hashable, Sendable {
  /// A successful run that was no rehearsal, with every step that was not simply done.
  case run(RunNumber, digest: String?, exceptions: [Exception])
  /// CI says so, at an address that can be looked at.
  case attestation(Int, digest: String?, url: String)

  /// A skipped, deferred or overridden step that stands beside the proof.
  public struct Exception: Hashable, Sendable {
    public var step: StepID
    public var state: StepState
    public var reason: String

    public init(step: StepID, state: StepState, reason: String) {
      self.step = step
      self.state = state
      self.reason = reason
    }
  }

  public var digest: String? {
    switch self {
    case .run(_, let digest, _), .attestation(_, let digest, _): digest
    }
  }
}

extension StagingProof: CustomStringConvertible {
  public var description: String {
    switch self {
    case .run(let number, _, _): "run \(number)"
    case .attestation(let number, _, let url): "attestation \(number) (\(url))"
    }
  }

  /// One line for the record: the run or attestation, then every exception with its reason.
  public var line: String {
    guard case .run(_, _, let exceptions) = self, !exceptions.isEmpty else { return description }
    let list = exceptions.map { "\($0.step) \($0.state.rawValue): \($0.reason)" }
    return "\(description), except \(list.joined(separator: "; "))"
  }
}

extension Run {
  /// What a proof by this run has to list beside itself.
  public var exceptions: [StagingProof.Exception] {
    steps.compactMap { step in
      let progress = progress(of: step.id)
      guard [.skipped, .deferred, .overridden].contains(progress.state) else { return nil }
      return .init(step: step.id, state: progress.state, reason: progress.lastAttempt?.reason ?? "")
    }
  }
}
