/// A change of production, as figures count it (design.md, section 4).
public struct MeasuredDeployment: Hashable, Sendable {
  /// What was needed after it, or came of it.
  public enum Failure: Hashable, Sendable {
    /// An attempt at a step that deploys failed, or the run was aborted in the middle of one.
    case step
    /// The run was aborted once production had changed: what comes after was not checked.
    case aborted
    case rolledBack(by: RunNumber?)
    case incident(IncidentNumber)
  }

  public var run: RunNumber
  public var artifact: Artifact
  public var environment: String
  public var at: Instant
  /// Whether it is the deployment of the run's own rollback section.
  public var isRollback: Bool
  /// Whether it was unplanned, and an incident asked for it.
  public var isRework: Bool
  public var failures: [Failure]
  /// When all that had failed was well again; nil where it is not, or nothing failed.
  public var recoveredAt: Instant?
  public var commits: String?

  public var hasFailed: Bool { !failures.isEmpty }

  /// How long a deployment is watched before it counts as a good one.
  public static let observation = Duration.seconds(72 * 3600)

  public func isPending(at now: Instant) -> Bool { now - at < Self.observation }
}

extension MeasuredDeployment {
  /// All deployments of runs to production, by their times.
  public static func all(of runs: [MeasuredRun]) -> [MeasuredDeployment] {
    let own = runs.filter(\.isProduction).flatMap { run in
      [run.figures.deployment.map { forth($0, of: run) }, run.figures.rollback.map { back($0, of: run) }]
        .compactMap(\.self)
    }.sorted { ($0.at, $0.run) < ($1.at, $1.run) }
    return recovered(own)
  }

  private static func forth(_ deployment: RunFigures.Deployment, of run: MeasuredRun) -> MeasuredDeployment {
    var failures: [Failure] = []
    var recoveries: [Instant?] = []
    if deployment.hasFailed {
      failures.append(.step)
      recoveries.append(deployment.mendedAt)
    } else if run.state == .aborted {
      failures.append(.aborted)
      recoveries.append(nil)
    }
    if run.state == .rolledBack || run.figures.rollbackEnteredAt != nil {
      failures.append(.rolledBack(by: run.figures.rolledBackBy))
      // What was rolled back is well again with that, whatever had failed before.
      recoveries = [run.figures.rollback.map(\.mendedAt) ?? run.otherRollbackAt ?? run.figures.rolledBackAt]
    }
    for consequence in run.caused {
      failures.append(.incident(consequence.incident))
      recoveries.append(consequence.overAt)
    }
    return MeasuredDeployment(
      run: run.number, artifact: run.artifact, environment: run.environment.name, at: deployment.at,
      isRollback: false, isRework: run.incident != nil && !run.isPlanned, failures: failures,
      recoveredAt: recoveries.contains(nil) ? nil : recoveries.compactMap(\.self).max(),
      commits: run.figures.commits)
  }

  private static func back(_ deployment: RunFigures.Deployment, of run: MeasuredRun) -> MeasuredDeployment {
    MeasuredDeployment(
      run: run.number, artifact: run.artifact, environment: run.environment.name, at: deployment.at, isRollback: true,
      isRework: run.incident != nil || !run.caused.isEmpty, failures: deployment.hasFailed ? [.step] : [],
      recoveredAt: deployment.hasFailed ? deployment.mendedAt : nil, commits: nil)
  }

  /// What nothing of its own put right is well again with the next deployment to the same place that did not fail.
  private static func recovered(_ sorted: [MeasuredDeployment]) -> [MeasuredDeployment] {
    var deployments = sorted
    var nextGood: [String: Instant] = [:]
    for index in deployments.indices.reversed() {
      let deployment = deployments[index]
      if deployment.failures.isEmpty {
        nextGood[deployment.environment] = deployment.at
      } else if deployment.recoveredAt == nil, deployment.failures.allSatisfy({ $0 == .step || $0 == .aborted }) {
        deployments[index].recoveredAt = nextGood[deployment.environment]
      }
    }
    return deployments
  }
}

extension MeasuredDeployment.Failure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .step: "a step failed"
    case .aborted: "aborted after it"
    case .rolledBack(let by?): "rolled back by run \(by)"
    case .rolledBack(nil): "rolled back"
    case .incident(let number): "incident \(number)"
    }
  }
}
