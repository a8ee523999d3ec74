import Domain

extension Reading {
  public func run(_ number: RunNumber) throws -> Run {
    let sql = "SELECT \(Run.columns) FROM run WHERE number = ? AND deleted = 0"
    guard let row = try rows(sql, [Value(number.value)]).first else { throw Missing.run(number) }
    let known = caches.runs[number]
    let run: Run
    if let known, known.row == row, let longer = try continued(known.run) {
      run = longer
    } else {
      let reference = VersionReference(
        checklist: ChecklistName(try row.text("checklist")), number: try row.integer("version"))
      run = try Run(row, version: version(reference), entries: entries(of: number, from: 1))
    }
    // What a transaction has written may yet be rolled back.
    let isCommitted = (self as? Transaction)?.changeCount ?? 0 == 0
    if isCommitted { caches.runs.keep(KnownRun(row: row, run: run), as: number) }
    return run
  }

  /// The run with the entries that came since; nil where what is there goes on from another one.
  private func continued(_ run: Run) throws -> Run? {
    guard let last = run.entries.last else { return nil }
    let entries = try entries(of: run.number, from: last.seq)
    guard entries.first == last else { return nil }
    guard entries.count > 1 else { return run }
    var run = run
    run.append(Array(entries.dropFirst()))
    return run
  }

  private func entries(of run: RunNumber, from seq: Int) throws -> [Entry] {
    try rows(
      "SELECT * FROM run_entry WHERE run = ? AND seq >= ? ORDER BY seq", [Value(run.value), Value(seq)]
    ).map(Entry.init)
  }

  public func runSummary(_ number: RunNumber) throws -> RunSummary? {
    try rows("SELECT \(RunSummary.columns) FROM run WHERE number = ? AND deleted = 0", [Value(number.value)])
      .first.map(RunSummary.init)
  }

  /// A window of the list, newest first: at most `limit` runs with numbers below `before`.
  public func runs(_ filter: RunFilter = RunFilter(), before: RunNumber? = nil, limit: Int) throws -> [RunSummary] {
    try runs(filter, beyond: before.map { ("<", $0) }, order: "DESC", limit: limit)
  }

  /// A window read upwards, oldest first: at most `limit` runs with numbers above `after`.
  public func runs(_ filter: RunFilter = RunFilter(), after: RunNumber?, limit: Int) throws -> [RunSummary] {
    try runs(filter, beyond: after.map { (">", $0) }, order: "ASC", limit: limit)
  }

  private func runs(
    _ filter: RunFilter, beyond: (comparison: String, number: RunNumber)?, order: String, limit: Int
  ) throws -> [RunSummary] {
    // A person's runs are walked in the order of the list, and only as far as the limit. Runs that are not over are few,
    // and the state's index finds them sooner.
    let walksOwn = filter.person != nil && (filter.states.isEmpty || filter.states.contains(where: \.isOver))
    let (tables, key) = walksOwn ? ("run_person AS own JOIN run ON number = own.run", "own.run") : ("run", "number")
    var conditions = ["run.deleted = 0"]
    var arguments: [Value] = []
    func require(_ condition: String, _ value: String?) {
      guard let value else { return }
      conditions.append(condition)
      arguments.append(.text(value))
    }
    require("checklist = ?", filter.checklist?.text)
    require("team = ?", filter.team?.text)
    require("environment = ?", filter.environment)
    require(
      walksOwn
        ? "own.person = ? AND own.deleted = 0"
        : "EXISTS (SELECT 1 FROM run_person AS own WHERE own.person = ? AND own.run = number AND own.deleted = 0)",
      filter.person?.text)
    if !filter.states.isEmpty {
      let states = filter.states.map(\.rawValue).sorted()
      conditions.append("state IN (\(states.map { _ in "?" }.joined(separator: ", ")))")
      arguments += states.map { .text($0) }
    }
    for word in filter.words {
      let pattern = WordPattern(word, in: Self.searched)
      conditions.append(pattern.condition)
      arguments += pattern.arguments
    }
    if let beyond {
      conditions.append("\(key) \(beyond.comparison) ?")
      arguments.append(Value(beyond.number.value))
    }
    arguments.append(Value(limit))
    let sql = """
      SELECT \(RunSummary.columns) FROM \(tables) WHERE \(conditions.joined(separator: " AND "))
      ORDER BY \(key) \(order) LIMIT ?
      """
    return try rows(sql, arguments).map(RunSummary.init)
  }

  /// What a run is found by when words are looked for. No index can give that, so this is a scan.
  private static var searched: [WordPattern.Column] {
    [
      .text("checklist"), .text("team"), .text("environment"), .text("pair"),
      WordPattern.Column("artifact_name") { !$0.contains("@") },
      WordPattern.Column("artifact_version") { !$0.contains("@") },
      WordPattern.Column("artifact_name || '@' || artifact_version") { $0.contains("@") },
      WordPattern.Column("state") { word in RunState.allCases.contains { $0.rawValue.contains(word) } },
      .number("number"), .number("version", after: "v"),
    ]
  }

  /// The person's newest run of the checklist before this one, to say what changed since.
  public func lastRun(of checklist: ChecklistName, by person: Handle, before: RunNumber) throws -> RunSummary? {
    try rows(
      """
      SELECT \(RunSummary.columns) FROM run
      WHERE checklist = ? AND number < ? AND deleted = 0 AND started_at IS NOT NULL
        AND EXISTS (SELECT 1 FROM run_person WHERE person = ? AND run = number AND role = 'pair' AND deleted = 0)
      ORDER BY number DESC LIMIT 1
      """, [.text(checklist.text), Value(before.value), .text(person.text)]
    ).first.map(RunSummary.init)
  }

  public func evidence(_ sha256: String) throws -> [UInt8] {
    let found = try rows("SELECT content FROM evidence WHERE sha256 = ?", [.text(sha256)])
    guard let row = found.first else { throw Missing.evidence(sha256) }
    return try row.blob("content")
  }
}
