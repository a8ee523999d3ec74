import Domain

extension Reading {
  public func checklists() throws -> [ChecklistSummary] {
    let sql = """
      SELECT c.name, v.title, v.settings, v.made_at, c.latest,
        (SELECT count(*) FROM version_step s WHERE s.checklist = c.name AND s.version = c.latest) AS steps,
        (SELECT max(r.number) FROM run r WHERE r.checklist = c.name AND r.deleted = 0) AS last_run
      FROM checklist c JOIN version v ON v.checklist = c.name AND v.number = c.latest
      WHERE c.deleted = 0 ORDER BY c.name
      """
    return try rows(sql).map { row in
      let settings = try JSONColumn.value(ChecklistSettings.self, row, "settings")
      let lastRun = try row.optionalInteger("last_run").flatMap { try runSummary(RunNumber(Int($0))) }
      return ChecklistSummary(
        name: ChecklistName(try row.text("name")), title: try row.text("title"),
        version: try row.integer("latest"), deploy: settings.deploy, team: settings.team.map { TeamName($0) },
        stepCount: try row.integer("steps"), madeAt: try row.instant("made_at"),
        lastRun: lastRun)
    }
  }

  /// The number of the latest version.
  public func latestVersion(of name: ChecklistName) throws -> Int {
    let found = try rows("SELECT latest FROM checklist WHERE name = ? AND deleted = 0", [.text(name.text)])
    guard let row = found.first else {
      let known = try rows("SELECT name FROM checklist WHERE deleted = 0 ORDER BY name").map { try $0.text("name") }
      throw Missing.checklist(name.text, known: known)
    }
    return try row.integer("latest")
  }

  /// One version whole; the latest when no number is given.
  public func version(of name: ChecklistName, number: Int? = nil) throws -> ChecklistVersion {
    let latest = try latestVersion(of: name)
    return try version(VersionReference(checklist: name, number: number ?? latest), latest: latest)
  }

  /// One version whole, also of a checklist that was taken back since.
  public func version(_ reference: VersionReference, latest: Int = 0) throws -> ChecklistVersion {
    if let known = caches.versions[reference] { return known }
    let key: [Value] = [.text(reference.checklist.text), Value(reference.number)]
    let found = try rows("SELECT * FROM version WHERE checklist = ? AND number = ?", key)
    guard let row = found.first else { throw Missing.version(reference, latest: latest) }
    let steps = try rows("SELECT * FROM version_step WHERE checklist = ? AND version = ? ORDER BY number", key)
    var known = KnownAttributes()
    let version = try ChecklistVersion(row, steps: steps.map { try Step($0, &known) })
    // What a transaction sees may yet be rolled back.
    if let transaction = self as? Transaction {
      transaction.hasRead(version)
    } else {
      caches.versions.keep(version, as: reference)
    }
    return version
  }

  /// Newest first.
  public func versions(of name: ChecklistName) throws -> [VersionSummary] {
    _ = try latestVersion(of: name)
    return try rows(
      "SELECT \(VersionSummary.columns) FROM version WHERE checklist = ? AND deleted = 0 ORDER BY number DESC",
      [.text(name.text)]
    ).map(VersionSummary.init)
  }

  /// The newest version of the checklist whose file had this hash.
  public func version(of name: ChecklistName, sha256: String) throws -> Int? {
    try rows(
      "SELECT number FROM version WHERE checklist = ? AND sha256 = ? AND deleted = 0 ORDER BY number DESC LIMIT 1",
      [.text(name.text), .text(sha256)]
    ).first.map { try $0.integer("number") }
  }

  /// The files that checklists were read from on a host.
  public func checklistFiles(host: String) throws -> [ChecklistOrigin] {
    try rows(
      "SELECT host, path, checklist, version FROM checklist_file WHERE host = ? AND deleted = 0 ORDER BY path",
      [.text(host)]
    ).map(ChecklistOrigin.init)
  }
}

/// Where a checklist's file was last seen, and the version that it held then.
public struct ChecklistOrigin: Hashable, Sendable {
  public var host: String
  /// The real path on that host.
  public var path: String
  public var base: VersionReference

  public init(host: String, path: String, base: VersionReference) {
    self.host = host
    self.path = path
    self.base = base
  }

  init(_ row: Row) throws {
    self.init(
      host: try row.text("host"), path: try row.text("path"),
      base: VersionReference(
        checklist: ChecklistName(try row.text("checklist")), number: try row.integer("version")))
  }
}
