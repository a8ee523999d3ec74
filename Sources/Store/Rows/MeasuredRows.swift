import Domain

extension MeasuredRun {
  static let columns = """
    number, checklist, artifact_name, artifact_version, environment, environment_kind, is_rehearsal, plan_at, incident, \
    state, started_at, ended_at, f.deployed_at, f.deploy_failed, f.mended_at, f.back_at, f.back_failed, \
    f.back_mended_at, f.rollback_entered_at, f.rolled_back_at, f.rolled_back_by, f.steps_ran, f.steps_failed, \
    f.steps_skipped, f.steps_overridden, f.expected, f.commits, other.deployed_at AS other_deployed_at
    """

  /// By position: there may be ten thousand of them.
  init(_ row: Row, caused: [Int: [Consequence]]) throws {
    let values = row.values
    func number(_ index: Int) throws -> Int {
      guard case .integer(let number) = values[index] else { throw row.corrupt(row.columns[index], "is not a number") }
      return Int(number)
    }
    func instant(_ index: Int) -> Instant? {
      if case .integer(let number) = values[index] { Instant(milliseconds: number) } else { nil }
    }
    func text(_ index: Int) -> String { if case .text(let text) = values[index] { text } else { "" } }
    func optional(_ index: Int) -> Int? { if case .integer(let number) = values[index] { Int(number) } else { nil } }
    func deployment(_ at: Int) throws -> RunFigures.Deployment? {
      try instant(at).map { .init(at: $0, hasFailed: try number(at + 1) != 0, mendedAt: instant(at + 2)) }
    }
    guard let state = RunState(rawValue: text(9)), let kind = Environment.Kind(rawValue: text(5)) else {
      throw row.corrupt("state", "is unknown in run \(try number(0))")
    }
    self.init(
      RunNumber(try number(0)), checklist: ChecklistName(text(1)),
      artifact: Artifact(name: text(2), version: text(3)), environment: Environment(name: text(4), kind: kind),
      isRehearsal: try number(6) != 0, isPlanned: values[7] != .null, incident: optional(8), state: state,
      startedAt: instant(10), endedAt: instant(11),
      figures: RunFigures(
        deployment: try deployment(12), rollback: try deployment(15), rollbackEnteredAt: instant(18),
        rolledBackAt: instant(19), rolledBackBy: optional(20).map { RunNumber($0) },
        steps: RunFigures.StepCounts(
          ran: try number(21), failed: try number(22), skipped: try number(23), overridden: try number(24)),
        expected: optional(25).map { .milliseconds($0) }, commits: values[26] == .null ? nil : text(26)),
      otherRollbackAt: instant(27), caused: caused[try number(0)] ?? [])
  }
}

extension MeasuredIncident {
  static let columns = """
    number, title, impact_began_at, detected_at, declared_at, mitigated_at, resolved_at, closed_at
    """

  init(_ row: Row) throws {
    func instant(_ index: Int) -> Instant? {
      if case .integer(let number) = row.values[index] { Instant(milliseconds: number) } else { nil }
    }
    guard let declared = instant(4) else { throw row.corrupt("declared_at", "is empty") }
    self.init(
      IncidentNumber(try row.integer("number")), title: try row.text("title"),
      times: IncidentTimes(
        impactBegan: instant(2), detected: instant(3), declared: declared, mitigated: instant(5),
        resolved: instant(6), closed: instant(7)))
  }
}
