import Domain

extension Reading {
  public func incident(_ number: IncidentNumber) throws -> Incident {
    guard let incident = try knownIncident(number) else { throw Missing.incident(number) }
    return incident
  }

  /// The incident, where it is kept here: runs and lessons may name those of another tracker.
  public func knownIncident(_ number: IncidentNumber) throws -> Incident? {
    try first("SELECT \(Incident.columns) FROM incident WHERE number = ? AND deleted = 0", [Value(number.value)])
      .map(Incident.init)
  }

  /// A window of the list, newest first: at most `limit` incidents with numbers below `before`.
  public func incidents(
    _ filter: IncidentFilter = IncidentFilter(), before: IncidentNumber? = nil, limit: Int
  ) throws -> [Incident] {
    try incidents(filter, beyond: before.map { ("<", $0) }, order: "DESC", limit: limit)
  }

  /// A window read upwards, oldest first: at most `limit` incidents with numbers above `after`.
  public func incidents(
    _ filter: IncidentFilter = IncidentFilter(), after: IncidentNumber?, limit: Int
  ) throws -> [Incident] {
    try incidents(filter, beyond: after.map { (">", $0) }, order: "ASC", limit: limit)
  }

  private func incidents(
    _ filter: IncidentFilter, beyond: (comparison: String, number: IncidentNumber)?, order: String, limit: Int
  ) throws -> [Incident] {
    var conditions = ["deleted = 0"]
    var arguments: [Value] = []
    if let team = filter.team {
      conditions.append("team = ?")
      arguments.append(.text(team.text))
    }
    switch filter.states {
    case .active: conditions.append("resolved_at IS NULL")
    case .unclosed: conditions.append("closed_at IS NULL")
    case .all: break
    }
    if let worst = filter.severity {
      conditions.append("severity <= ?")
      arguments.append(Value(worst.rawValue))
    }
    if let service = filter.service {
      conditions.append("EXISTS (SELECT 1 FROM json_each(services) WHERE value = ?)")
      arguments.append(.text(service))
    }
    if let since = filter.since {
      conditions.append("declared_at >= ?")
      arguments.append(Value(since))
    }
    for word in filter.words {
      let pattern = WordPattern(word, in: [.text("title"), .text("services"), .number("number")])
      conditions.append(pattern.condition)
      arguments += pattern.arguments
    }
    if let beyond {
      conditions.append("number \(beyond.comparison) ?")
      arguments.append(Value(beyond.number.value))
    }
    return try rows(
      """
      SELECT \(Incident.columns) FROM incident WHERE \(conditions.joined(separator: " AND "))
      ORDER BY number \(order) LIMIT ?
      """, arguments + [Value(limit)]
    ).map(Incident.init)
  }

  /// The entries of the incident itself, in the order in which they were written.
  public func entries(of number: IncidentNumber) throws -> [IncidentEntry] {
    var evidence: [Int: [IncidentEvidence]] = [:]
    for row in try rows(
      "SELECT \(IncidentEvidence.columns) FROM incident_evidence WHERE incident = ? ORDER BY entry, ordinal",
      [Value(number.value)])
    {
      evidence[try row.integer("entry"), default: []].append(try IncidentEvidence(row))
    }
    return try rows(
      "SELECT \(IncidentEntry.columns) FROM incident_entry WHERE incident = ? ORDER BY seq", [Value(number.value)]
    ).map { try IncidentEntry($0, evidence: evidence[try $0.integer("seq")] ?? []) }
  }

  /// The runs that have to do with the incident, in the order of their numbers.
  public func runs(of number: IncidentNumber) throws -> [IncidentRun] {
    var kinds: [RunNumber: IncidentRunKind] = [:]
    for row in try rows(
      "SELECT run, kind FROM incident_run WHERE incident = ? AND deleted = 0", [Value(number.value)])
    {
      guard let kind = IncidentRunKind(rawValue: try row.text("kind")) else {
        throw row.corrupt("kind", "is unknown in a run of incident \(number)")
      }
      kinds[RunNumber(try row.integer("run"))] = kind
    }
    for row in try rows("SELECT number FROM run WHERE incident = ? AND deleted = 0", [Value(number.value)]) {
      kinds[RunNumber(try row.integer("number"))] = .remedy
    }
    return kinds.map { IncidentRun($0.key, $0.value) }.sorted { $0.run < $1.run }
  }

  /// The incidents that a run has to do with, in the order of their numbers.
  public func incidents(of run: RunNumber) throws -> [(incident: Incident, kind: IncidentRunKind)] {
    let named = try rows(
      "SELECT incident, kind FROM incident_run WHERE run = ? AND deleted = 0 ORDER BY incident", [Value(run.value)])
    var found: [(Incident, IncidentRunKind)] = []
    for row in named {
      guard let kind = IncidentRunKind(rawValue: try row.text("kind")) else {
        throw row.corrupt("kind", "is unknown in an incident of run \(run)")
      }
      found.append((try incident(IncidentNumber(try row.integer("incident"))), kind))
    }
    if let number = try runSummary(run)?.incident {
      found.removeAll { $0.0.number.value == number }
      if let own = try knownIncident(IncidentNumber(number)) { found.append((own, .remedy)) }
    }
    return found.sorted { $0.0.number < $1.0.number }.map { (incident: $0.0, kind: $0.1) }
  }

  /// The incidents that each of the runs has to do with, but for the one that it was begun for, which the run itself names.
  public func incidents(of runs: [RunSummary]) throws -> [RunNumber: [IncidentOfRun]] {
    guard let first = runs.map(\.number).min(), let last = runs.map(\.number).max() else { return [:] }
    var found: [RunNumber: [IncidentOfRun]] = [:]
    for row in try rows(
      "SELECT run, incident, kind FROM incident_run WHERE run BETWEEN ? AND ? AND deleted = 0 ORDER BY run, incident",
      [Value(first.value), Value(last.value)])
    {
      let run = RunNumber(try row.integer("run"))
      guard let kind = IncidentRunKind(rawValue: try row.text("kind")) else {
        throw row.corrupt("kind", "is unknown in an incident of run \(run)")
      }
      found[run, default: []].append(IncidentOfRun(IncidentNumber(try row.integer("incident")), kind))
    }
    return found
  }

  /// Everything that happened: the incident's own entries, and those of its runs.
  public func timeline(of number: IncidentNumber) throws -> IncidentTimeline {
    IncidentTimeline(
      try entries(of: number),
      runs: try runs(of: number).map { (number: $0.run, entries: try run($0.run).entries) })
  }

  public func updates(of number: IncidentNumber) throws -> [StatusUpdate] {
    try rows(
      "SELECT \(StatusUpdate.columns) FROM incident_update WHERE incident = ? AND deleted = 0 ORDER BY number",
      [Value(number.value)]
    ).map(StatusUpdate.init)
  }

  /// What the incident came back from, as people said.
  public func recurrences(of number: IncidentNumber) throws -> [Recurrence] {
    try rows(
      "SELECT kind, target FROM incident_recurrence WHERE incident = ? AND deleted = 0 ORDER BY kind, target",
      [Value(number.value)]
    ).map(Recurrence.init)
  }

  /// The incidents of which people said that they came back from this one, or from that lesson.
  public func recurred(_ origin: Recurrence) throws -> [IncidentNumber] {
    let columns = origin.columns
    return try rows(
      "SELECT incident FROM incident_recurrence WHERE kind = ? AND target = ? AND deleted = 0 ORDER BY incident",
      [.text(columns.kind), Value(columns.target)]
    ).map { IncidentNumber(try $0.integer("incident")) }
  }

  /// The lessons that came out of an incident, or of its retro, in the order of their numbers.
  public func lessons(of number: IncidentNumber) throws -> [Lesson] {
    try rows(
      "SELECT \(Lesson.columns) FROM lesson WHERE incident = ? AND deleted = 0 ORDER BY number", [Value(number.value)]
    ).map(Lesson.init)
  }

  /// The named lessons that are there, in the order in which they are named.
  public func lessons(_ numbers: [LessonNumber]) throws -> [Lesson] {
    try numbers.compactMap { number in
      try first("SELECT \(Lesson.columns) FROM lesson WHERE number = ? AND deleted = 0", [Value(number.value)])
        .map(Lesson.init)
    }
  }
}
