import Domain

/// Reads Pivotal Tracker's CSV export, of 2009 to 2025: columns are known by their names, whatever their letters' case.
///
/// Memory does not grow with the file, but for its ids. The file's order is the backlog's.
public enum TrackerCSV {
  public static func read(
    _ source: @escaping ByteSource, options: ImportOptions, report: inout ImportReport,
    take: (ImportedEntry) throws -> Void
  ) throws {
    var reader = CSVReader(source)
    guard let header = try reader.next() else { throw ImportError(.empty, line: 1) }
    let names = header.fields.map { FormulaGuard.bare($0).trimmed }
    if names.allSatisfy(\.isEmpty) { throw ImportError(.empty, line: header.line) }
    var rows = TrackerRows(names, ImportContext(options, report))
    defer { report = rows.context.report }
    guard rows.has(.title), rows.has(.id) || rows.has(.state) else {
      let wanted = rows.has(.title) ? ["Id", "Current State"] : ["Title", "Story"]
      throw ImportError(
        .missingColumns(format: "Pivotal Tracker's", wanted: wanted, found: names), row: header.number,
        line: header.line)
    }
    while let row = try reader.next() {
      if let entry = rows.entry(row) { try take(entry) }
    }
  }
}

/// What the columns of a Tracker export are.
enum TrackerColumn: Hashable {
  case id, title, labels, type, estimate, state, created, accepted, deadline, requester, owner, description, url
  case comment, task, taskStatus, blocker, blockerStatus, pullRequest, branch, epic, link
  /// Of our own exports, where Tracker's columns say it otherwise.
  case ownType, ownLabels
  /// Kept under its own name.
  case other(String)

  /// What a name that stands for a field of our own gets in front, as an item's further field.
  static let extraPrefix = "Extra: "

  static let names: [String: TrackerColumn] = [
    "id": .id, "story": .title, "title": .title, "name": .title, "labels": .labels, "story type": .type, "type": .type,
    "estimate": .estimate, "current state": .state, "created at": .created, "accepted at": .accepted,
    "deadline": .deadline, "requested by": .requester, "owned by": .owner, "description": .description, "url": .url,
    "note": .comment, "comment": .comment, "task": .task, "task status": .taskStatus, "blocker": .blocker,
    "blocker status": .blockerStatus, "pull request": .pullRequest, "git branch": .branch, "epic": .epic, "link": .link,
    "prodpair type": .ownType, "prodpair labels": .ownLabels,
  ]

  init(name: String) {
    if let known = Self.names[name.lowercased()] {
      self = known
    } else {
      let isMarked = name.hasPrefix(Self.extraPrefix)
      // The ends of a name are no part of it, also of one that is marked.
      self = .other(isMarked ? String(name.dropFirst(Self.extraPrefix.count)).trimmed : name)
    }
  }

  var fate: ImportColumn.Fate {
    switch self {
    case .id: .kept("source id")
    case .title: .kept("title")
    case .labels: .kept("labels")
    case .type: .mapped("type")
    case .estimate: .kept("points")
    case .state: .mapped("state")
    case .created: .mapped("created, a day in UTC")
    case .accepted: .mapped("accepted, a day in UTC")
    case .deadline: .mapped("due")
    case .requester: .mapped("requester")
    case .owner: .mapped("owners")
    case .description: .kept("description")
    case .url: .kept("link")
    case .comment: .mapped("comments")
    case .task, .taskStatus: .mapped("tasks")
    case .blocker, .blockerStatus: .mapped("blockers")
    case .pullRequest, .branch, .link: .kept("link")
    case .epic: .kept("epic")
    case .ownType: .kept("type")
    case .ownLabels: .kept("labels")
    case .other(let name): name.isEmpty ? .lost("a column without a name") : .extra
    }
  }
}
