import Domain

/// Reads Jira's CSV export: columns by name, repeated ones together, dates as the exporter's locale had them.
public enum JiraCSV {
  public static func read(
    _ source: @escaping ByteSource, options: ImportOptions, report: inout ImportReport,
    take: (ImportedEntry) throws -> Void
  ) throws {
    var reader = CSVReader(source)
    guard let header = try reader.next() else { throw ImportError(.empty, line: 1) }
    let names = header.fields.map(\.trimmed)
    var rows = JiraRows(names, ImportContext(options, report))
    defer { report = rows.context.report }
    guard rows.has("summary"), rows.has("issue key") else {
      throw ImportError(
        .missingColumns(format: "Jira's", wanted: [rows.has("summary") ? "Issue key" : "Summary"], found: names),
        row: header.number, line: header.line)
    }
    while let row = try reader.next() {
      if let entry = rows.entry(row) { try take(entry) }
    }
  }
}

/// Makes items and epics of a Jira export's rows.
struct JiraRows {
  var context: ImportContext
  private let names: [String]
  private let keys: [String]

  init(_ names: [String], _ context: ImportContext) {
    self.names = names
    self.context = context
    keys = names.map { $0.lowercased() }
    self.context.report.columns = zip(names, keys).map { ImportColumn($0, Self.fates[$1] ?? .extra) }
  }

  func has(_ key: String) -> Bool { keys.contains(key) }

  mutating func entry(_ row: CSVRow) -> ImportedEntry? {
    guard row.fields.contains(where: { !$0.isEmpty }) else { return nil }
    (context.row, context.line) = (row.number, row.line)
    context.report.rows += 1
    var cells: [String: [String]] = [:]
    var extra: [SourceField] = []
    for (index, field) in row.fields.enumerated() where !field.isEmpty {
      guard index < keys.count else {
        let rest = row.fields[keys.count...].filter { !$0.isEmpty }.joined(separator: ",")
        context.problem(
          .tooManyFields, read: rest,
          "\(row.given) fields where the header has \(keys.count); kept as a further field of its own")
        extra.append(SourceField("beyond the header", rest))
        break
      }
      context.report.columns[index].see(field)
      if Self.fates[keys[index]] == nil {
        extra.append(SourceField(names[index], field.withPlainLineBreaks))
      } else {
        cells[keys[index], default: []].append(field)
      }
    }
    func first(_ key: String) -> String { cells[key]?.first?.trimmed ?? "" }
    let id = first("issue key")
    guard !id.isEmpty else {
      context.problem(.unreadableRow, "Issue key", read: first("summary"), "no key; skipped")
      return nil
    }
    guard context.isNew(id) else {
      context.problem(.duplicateID, "Issue key", read: id, "in the file already; skipped")
      return nil
    }
    return first("issue type").lowercased() == "epic" ? epic(id, cells) : item(id, cells, extra)
  }

  private mutating func epic(_ id: String, _ cells: [String: [String]]) -> ImportedEntry {
    let given = cells["custom field (epic name)"]?.first?.trimmed ?? cells["summary"]?.first?.trimmed ?? ""
    let name = context.title(given, "Summary")
    context.report.epics += 1
    return .epic(
      ImportedEpic(
        source: ItemSource(.jira, id: id), row: context.row, line: context.line, name: name, label: name.lowercased(),
        description: cells["description"]?.first?.withPlainLineBreaks ?? ""))
  }

  private mutating func item(_ id: String, _ cells: [String: [String]], _ extra: [SourceField]) -> ImportedEntry {
    func first(_ key: String) -> String { cells[key]?.first?.trimmed ?? "" }
    let type = type(first("issue type"))
    let state = state(first("status"), of: type)
    let points = context.points(first("custom field (story points)"), "Story Points")
    let words = (cells["labels"] ?? []).flatMap { $0.split { $0 == " " || $0 == "," }.map(String.init) }
    let resolved = context.date(first("resolved"), "Resolved")?.instant
    let parent = first("parent")
    var extra = extra
    if !parent.isEmpty { extra.append(SourceField("Parent", parent)) }
    let epicID = first("custom field (epic link)")
    let item = ImportedItem(
      source: ItemSource(.jira, id: id), row: context.row, line: context.line, type: type, state: state,
      title: context.title(first("summary"), "Summary"),
      description: cells["description"]?.first?.withPlainLineBreaks ?? "",
      points: context.points(points, of: type, "Story Points"), labels: context.labels(words, "Labels"),
      epicID: epicID.isEmpty ? (parent.isEmpty ? nil : parent) : epicID,
      requester: cells["reporter"]?.first?.trimmed, owners: (cells["assignee"] ?? []).map(\.trimmed),
      blockers: (cells["inward issue link (blocks)"] ?? []).map {
        ImportedBlocker("", reference: ItemSource(.jira, id: $0.trimmed))
      },
      comments: (cells["comment"] ?? []).map { comment($0) }, due: context.date(first("due date"), "Due Date")?.day,
      extra: extra, createdAt: date(first("created"), "Created"), updatedAt: date(first("updated"), "Updated"),
      acceptedAt: state == .accepted ? resolved : nil)
    context.report.items += 1
    return .item(item)
  }

  /// A day above 12 in front shows what the file's other dates mean from then on.
  private mutating func date(_ text: String, _ column: String) -> Instant? {
    let numbers = text.split { !$0.isNumber }
    if text.contains("/"), let first = numbers.first.flatMap({ Int($0) }), (13...31).contains(first) {
      context.isDayFirst = true
    }
    return context.date(text, column)?.instant
  }

  private mutating func type(_ text: String) -> ItemType {
    let word = text.lowercased()
    if let type = Self.types[word] { return type }
    let nearest = ForeignWord.type(word)
    context.problem(.unknownType, "Issue Type", read: text, "no such type; taken as \(nearest.rawValue)")
    return nearest
  }

  private mutating func state(_ text: String, of type: ItemType) -> ItemState {
    let word = text.lowercased()
    if let state = Self.states[word] { return type.nearest(to: state) }
    let nearest = type.nearest(to: ForeignWord.state(word))
    context.problem(.unknownState, "Status", read: text, "no such state; taken as \(nearest.rawValue)")
    return nearest
  }

  /// `25/Jun/20 12:44 PM;ana;What she said`; without that beginning it is all text.
  private mutating func comment(_ text: String) -> ImportedComment {
    let parts = text.split(separator: ";", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let date = ImportDate(parts[0].trimmed, isDayFirst: context.isDayFirst) else {
      return ImportedComment(text.withPlainLineBreaks)
    }
    return ImportedComment(
      parts[2].withPlainLineBreaks, author: parts[1].isEmpty ? nil : parts[1], at: date.instant)
  }

  private static let types: [String: ItemType] = [
    "story": .feature, "new feature": .feature, "feature": .feature, "improvement": .feature, "bug": .bug,
    "defect": .bug, "incident": .bug, "task": .chore, "sub-task": .chore, "subtask": .chore, "chore": .chore,
    "technical task": .chore, "toil": .toil,
  ]

  private static let states: [String: ItemState] = [
    "backlog": .unscheduled, "to do": .unstarted, "open": .unstarted, "new": .unstarted, "reopened": .rejected,
    "selected for development": .planned, "in progress": .started, "in review": .finished, "in test": .finished,
    "deployed": .delivered, "done": .accepted, "closed": .accepted, "resolved": .accepted,
  ]

  private static let fates: [String: ImportColumn.Fate] = [
    "summary": .kept("title"), "issue key": .kept("source id"), "issue type": .mapped("type"),
    "status": .mapped("state"), "assignee": .mapped("owners"), "reporter": .mapped("requester"),
    "created": .mapped("created"), "updated": .mapped("updated"), "resolved": .mapped("accepted"),
    "due date": .mapped("due"), "description": .kept("description"), "labels": .mapped("labels"),
    "comment": .mapped("comments"), "custom field (story points)": .kept("points"),
    "custom field (epic link)": .mapped("epic"), "custom field (epic name)": .mapped("epic"),
    "parent": .mapped("epic, where it is one"), "inward issue link (blocks)": .mapped("blockers"),
  ]
}
