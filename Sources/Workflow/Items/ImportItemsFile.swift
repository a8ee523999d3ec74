import Domain
import Exchange
import Host
import Store

/// Brings a file of another program's items into a team's backlog.
///
/// The file is read twice. The first reading finds everything that is wrong with it, makes the report and knows the
/// epics; it writes nothing, and nobody waits for it. Only a file that was read to its end is read again and written, in
/// one transaction.
public struct ImportItemsFile: Sendable {
  /// A path, or `-` for standard input.
  public var path: String
  /// What the file is; told from its beginning where it is nil.
  public var format: ImportFormat?
  public var team: TeamName
  public var isDryRun: Bool

  public init(path: String, format: ImportFormat?, team: TeamName, isDryRun: Bool = false) {
    self.path = path
    self.format = format
    self.team = team
    self.isDryRun = isDryRun
  }

  public struct Result: Hashable, Sendable {
    public var format: ImportFormat
    public var report: ImportReport
    /// What was done; after a dry run, what would be.
    public var outcome: ImportOutcome
  }

  public func run(in store: Store, by actor: Actor, at now: Instant) throws -> Result {
    let file = try StreamedFile(path)
    let format = try format ?? guess(file)
    let options = ImportOptions(
      settings: try store.read { reader in
        _ = try reader.team(team)
        return try reader.backlogSettings(of: team)
      })
    var report = ImportReport()
    var epics: [ImportedEpic] = []
    try format.read(file.reader(), options: options, report: &report) { entry in
      if case .epic(let epic) = entry { epics.append(epic) }
    }
    let command = ImportItems(
      team: team, origin: "\(file.path) (\(format.rawValue))", epics: epics, isDryRun: isDryRun
    ) { take in
      try Self.items(of: file, format, options, take)
    }
    let outcome: ImportOutcome
    do { outcome = try store.perform(command, by: actor, at: now) } catch let found as ImportWouldDo {
      outcome = found.outcome
    }
    report.add(outcome)
    return Result(format: format, report: report, outcome: outcome)
  }

  private func guess(_ file: StreamedFile) throws -> ImportFormat {
    let beginning = try file.reader()() ?? []
    if let format = ImportFormat.guess(beginning) { return format }
    if let problem = ImportError.told(by: beginning) { throw problem }
    throw ImportFormatUnknown(path: file.path)
  }

  private static func items(
    of file: StreamedFile, _ format: ImportFormat, _ options: ImportOptions, _ take: (ImportedItem) throws -> Void
  ) throws {
    var report = ImportReport()
    try format.read(file.reader(), options: options, report: &report) { entry in
      if case .item(let item) = entry { try take(item) }
    }
  }
}

extension ImportReport {
  /// Names what was read well, and of which nothing was taken for what was done here.
  fileprivate mutating func add(_ outcome: ImportOutcome) {
    for left in outcome.leftOut {
      add(ImportProblem(left.reason.problem, row: left.row, line: left.line, read: left.title, taken: left.words))
    }
    for (reason, count) in outcome.leftOutCounts {
      add(count - outcome.leftOut.count { $0.reason == reason }, of: reason.problem)
    }
  }
}

extension ImportLeftOut {
  fileprivate var words: String {
    switch reason {
    case .removedHere: "item \(item) was removed here; left out"
    case .changedHere: "item \(item) was changed here since; left as it is"
    }
  }
}

extension ImportLeftOut.Reason {
  fileprivate var problem: ImportProblem.Kind {
    switch self {
    case .removedHere: .removedHere
    case .changedHere: .changedHere
    }
  }
}

/// Nothing in a file says what program it is from. Nothing was imported.
public struct ImportFormatUnknown: Error, Hashable, Sendable, CustomStringConvertible {
  public var path: String

  public var description: String {
    let known = ImportFormat.allCases.map(\.rawValue).joined(separator: ", ")
    return "\(path): nothing in it says what it is; name it with --from: \(known). Nothing was imported"
  }
}
