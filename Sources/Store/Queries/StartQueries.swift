import Domain

/// What the rules of a start need to know of other runs.
extension Reading {
  public func startFacts(
    of checklist: ChecklistName, team: Team, environment: Environment, artifact: Artifact
  ) throws -> StartFacts {
    let active = try rows(
      """
      SELECT number FROM run
      WHERE team = ? AND environment = ? AND state IN ('running', 'paused') AND deleted = 0 ORDER BY number
      """, [.text(team.name.text), .text(environment.name)])
    return StartFacts(
      team: team, activeRuns: try active.map { RunNumber(try $0.integer("number")) },
      proofs: environment.kind == .production ? try proofs(of: artifact, team: team) : [],
      redlines: try openRedlines(on: checklist))
  }

  /// Successful staging runs and attestations of the artifact's name and version, the runs first, newest first.
  private func proofs(of artifact: Artifact, team: Team) throws -> [StagingProof] {
    let same = try proofs(of: artifact, team: team, digest: artifact.digest)
    // Without one that counts, the nearest of another digest tells what is missing.
    return same.isEmpty && artifact.digest != nil ? try proofs(of: artifact, team: team, digest: nil) : same
  }

  private func proofs(of artifact: Artifact, team: Team, digest: String?) throws -> [StagingProof] {
    let key: [Value] = [
      .text(artifact.name), .text(artifact.version), .text(team.name.text), Value(digest), Value(digest),
    ]
    let runs = try rows(
      """
      SELECT number FROM run
      WHERE artifact_name = ? AND artifact_version = ? AND team = ? AND (? IS NULL OR artifact_digest = ?)
        AND environment_kind = 'staging'
        AND state IN ('completed', 'completed-except-deferred') AND is_rehearsal = 0 AND deleted = 0
      ORDER BY number DESC LIMIT 20
      """, key
    ).map { row in
      let run = try run(RunNumber(try row.integer("number")))
      return StagingProof.run(run.number, digest: run.artifact.digest, exceptions: run.exceptions)
    }
    let staging = team.environments.filter { $0.kind == .staging }.map(\.name)
    let attestations = try rows(
      """
      SELECT number, environment, artifact_digest, url FROM attestation
      WHERE artifact_name = ? AND artifact_version = ? AND team = ?
        AND (? IS NULL OR artifact_digest = ?) AND deleted = 0
      ORDER BY number DESC LIMIT 20
      """, key
    ).filter { staging.contains(try $0.text("environment")) }.map { row in
      StagingProof.attestation(
        try row.integer("number"), digest: try row.optionalText("artifact_digest"), url: try row.text("url"))
    }
    return runs + attestations
  }

  /// The steps that the team's last finished run of the checklist deferred (rule 6).
  public func returningSteps(to checklist: ChecklistName, team: TeamName) throws -> [ReturningStep] {
    let last = try rows(
      """
      SELECT number, state FROM run
      WHERE checklist = ? AND team = ? AND is_rehearsal = 0 AND deleted = 0
        AND state IN ('completed', 'completed-except-deferred', 'rolled-back')
      ORDER BY number DESC LIMIT 1
      """, [.text(checklist.text), .text(team.text)]
    ).first
    guard let last else { return [] }
    let run = try run(RunNumber(try last.integer("number")))
    return run.steps.compactMap { step in
      let progress = run.progress(of: step.id)
      guard progress.state == .deferred else { return nil }
      return ReturningStep(
        run: run.number, step: step.id, text: step.text, reason: progress.lastAttempt?.reason ?? "")
    }
  }
}
