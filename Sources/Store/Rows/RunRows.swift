import Domain

extension RunSummary {
  static let columns = """
    number, checklist, version, team, environment, artifact_name, artifact_version, artifact_digest, state, pair, \
    is_rehearsal, incident, plan_at, plan_told, started_at, ended_at, steps_settled, steps_active, review_due
    """

  init(_ row: Row) throws {
    guard let state = RunState(rawValue: try row.text("state")) else {
      throw row.corrupt("state", "is unknown in run \(try row.integer("number"))")
    }
    self.init(
      number: RunNumber(try row.integer("number")),
      version: VersionReference(
        checklist: ChecklistName(try row.text("checklist")), number: try row.integer("version")),
      team: TeamName(try row.text("team")), environment: try row.text("environment"), artifact: try Artifact(row),
      state: state, pair: try row.text("pair").split(separator: ",").map { Handle(String($0)) },
      isRehearsal: try row.flag("is_rehearsal"), incident: try row.optionalInteger("incident"),
      plan: try Plan(row), startedAt: try row.optionalInstant("started_at"),
      endedAt: try row.optionalInstant("ended_at"),
      settled: try row.integer("steps_settled"), active: try row.integer("steps_active"),
      reviewDue: try row.optionalText("review_due"))
  }
}

extension Artifact {
  init(_ row: Row) throws {
    self.init(
      name: try row.text("artifact_name"), version: try row.text("artifact_version"),
      digest: try row.optionalText("artifact_digest"))
  }
}

extension Plan {
  init?(_ row: Row) throws {
    guard let at = try row.optionalInstant("plan_at") else { return nil }
    self.init(at: at, told: try row.optionalText("plan_told") ?? "")
  }
}

extension Run {
  /// What the row has that its entries have not.
  static let columns = """
    number, checklist, version, team, environment, environment_kind, artifact_name, artifact_version, artifact_digest, \
    parameters, is_rehearsal, incident, plan_at, plan_told
    """

  init(_ row: Row, version: ChecklistVersion, entries: [Entry]) throws {
    guard let kind = Environment.Kind(rawValue: try row.text("environment_kind")) else {
      throw row.corrupt("environment_kind", "is unknown in run \(try row.integer("number"))")
    }
    self.init(
      number: RunNumber(try row.integer("number")), version: version, team: TeamName(try row.text("team")),
      environment: Environment(name: try row.text("environment"), kind: kind), artifact: try Artifact(row),
      parameters: try JSONColumn.pairs(row, "parameters"),
      isRehearsal: try row.flag("is_rehearsal"), incident: try row.optionalInteger("incident"),
      plan: try Plan(row), entries: entries)
  }

  /// What the row keeps of the entries, for lists and for the rules that look across runs.
  var summaryColumns: Row {
    let count = progress.count(in: version, parameters: parameters)
    return [
      "state": .text(state.rawValue), "pair": .text(pair.map(\.text).joined(separator: ",")),
      "started_at": Value(progress.startedAt), "ended_at": Value(progress.endedAt),
      "steps_settled": Value(count.settled), "steps_active": Value(count.active),
    ]
  }
}
