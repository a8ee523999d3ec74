import Domain

/// Makes items and epics of a Tracker export's rows.
struct TrackerRows {
  var context: ImportContext
  private let names: [String]
  private let columns: [TrackerColumn]
  /// The label of each epic whose row came already; an export of our own has them first.
  private var epicLabels: [String: String] = [:]

  init(_ names: [String], _ context: ImportContext) {
    self.names = names
    self.context = context
    columns = names.map { TrackerColumn(name: $0) }
    self.context.report.columns = zip(names, columns).map { ImportColumn($0, $1.fate) }
  }

  func has(_ column: TrackerColumn) -> Bool { columns.contains(column) }

  mutating func entry(_ row: CSVRow) -> ImportedEntry? {
    guard row.fields.contains(where: { !$0.isEmpty }) else { return nil }
    (context.row, context.line) = (row.number, row.line)
    context.report.rows += 1
    var cells = TrackerCells()
    for (index, field) in row.fields.enumerated() where !field.isEmpty {
      guard index < columns.count else {
        let fields = row.fields[columns.count...].filter { !$0.isEmpty }
        context.problem(
          .tooManyFields, read: fields.joined(separator: ","),
          "\(row.given) fields where the header has \(columns.count); those beyond it were left out")
        break
      }
      context.report.columns[index].see(field)
      cells.take(FormulaGuard.bare(field), columns[index])
    }
    guard let source = source(cells) else { return nil }
    return cells.type.trimmed.lowercased() == "epic" ? epic(cells, source) : item(cells, source)
  }

  private mutating func source(_ cells: TrackerCells) -> ItemSource? {
    let id = cells.id.trimmed
    var source = ItemSource(.tracker, id: id)
    // What we have written ourselves is taken as it stands: an id may end with a space.
    if let own = ItemSource(text: cells.id, marks: "") ?? ItemSource(text: id, marks: ""), !own.id.isEmpty {
      source = own
    }
    if id.isEmpty {
      guard !cells.title.isEmpty else {
        context.problem(.unreadableRow, nil, "neither an id nor a title; skipped")
        return nil
      }
      source.id = "title:" + cells.title
      context.problem(.noID, name(.id), read: cells.title, "no id; known again by its title")
    }
    guard context.isNew(source.system == .tracker ? source.id : source.text) else {
      context.problem(.duplicateID, name(.id), read: id.isEmpty ? cells.title : id, "in the file already; skipped")
      return nil
    }
    return source
  }

  private mutating func epic(_ cells: TrackerCells, _ source: ItemSource) -> ImportedEntry {
    let name = context.title(cells.title.trimmed, self.name(.title))
    let labels = context.labels(Self.split(cells.labels), self.name(.labels))
    let label = labels.first ?? name.lowercased()
    epicLabels[name] = label
    context.report.epics += 1
    return .epic(
      ImportedEpic(
        source: source, row: context.row, line: context.line, name: name, label: label,
        description: cells.description.withPlainLineBreaks))
  }

  private mutating func item(_ cells: TrackerCells, _ source: ItemSource) -> ImportedEntry {
    let named = TrackerLabels.read(
      Self.split(cells.labels), type: type(cells.type), epicLabel: cells.epic.flatMap { epicLabels[$0] })
    let labels = cells.ownLabels.map(Self.split) ?? named.labels
    let type = cells.ownType.flatMap { ItemType(rawValue: $0) } ?? named.type
    let state = state(cells.state, of: type, isAccepted: cells.accepted != nil)
    let points = context.points(cells.estimate.trimmed, name(.estimate))
    let item = ImportedItem(
      source: source, row: context.row, line: context.line, type: type, state: state,
      title: context.title(cells.title.trimmed, name(.title)), description: cells.description.withPlainLineBreaks,
      points: context.points(points, of: type, name(.estimate)), labels: context.labels(labels, name(.labels)),
      epic: cells.epic, requester: cells.requester, owners: cells.owners, blockers: blockers(cells),
      tasks: tasks(cells), comments: comments(cells),
      due: context.date(cells.deadline ?? "", name(.deadline))?.day, links: cells.urls + cells.links,
      extra: cells.extra, createdAt: context.date(cells.created ?? "", name(.created))?.instant,
      acceptedAt: context.date(cells.accepted ?? "", name(.accepted))?.instant)
    context.report.items += 1
    return .item(item)
  }

  private mutating func type(_ text: String) -> ItemType {
    let word = text.trimmed.lowercased()
    if let type = ItemType(rawValue: word) { return type }
    let nearest = ForeignWord.type(word)
    context.problem(.unknownType, name(.type), read: text, "no such type; taken as \(nearest.rawValue)")
    return nearest
  }

  private mutating func state(_ text: String, of type: ItemType, isAccepted: Bool) -> ItemState {
    let word = text.trimmed.lowercased()
    var state = ItemState(rawValue: word)
    if state == nil {
      let nearest = word.isEmpty ? (isAccepted ? .accepted : .unscheduled) : ForeignWord.state(word)
      context.problem(.unknownState, name(.state), read: text, "no such state; taken as \(nearest.rawValue)")
      state = nearest
    }
    return context.state(state ?? .unscheduled, of: type, read: text, name(.state))
  }

  private mutating func comments(_ cells: TrackerCells) -> [ImportedComment] {
    cells.comments.map { text in TrackerComment.read(text) { context.knownDate($0, isDayFirst: false) } }
  }

  private mutating func tasks(_ cells: TrackerCells) -> [ItemTask] {
    if cells.taskStatuses.count > cells.tasks.count {
      context.problem(.unpaired, name(.taskStatus), "more of them than tasks; the rest was left out")
    }
    return cells.tasks.enumerated().map { index, text in
      let status = index < cells.taskStatuses.count ? cells.taskStatuses[index].trimmed.lowercased() : ""
      if !["", "completed", "not completed"].contains(status) {
        context.problem(.strangeValue, name(.taskStatus), read: status, "taken as not completed")
      }
      return ItemTask(text.trimmed, isDone: status == "completed")
    }
  }

  private mutating func blockers(_ cells: TrackerCells) -> [ImportedBlocker] {
    if cells.blockerStatuses.count > cells.blockers.count {
      context.problem(.unpaired, name(.blockerStatus), "more of them than blockers; the rest was left out")
    }
    return cells.blockers.enumerated().map { index, text in
      let status = index < cells.blockerStatuses.count ? cells.blockerStatuses[index].trimmed.lowercased() : ""
      if !["", "blocked", "resolved"].contains(status) {
        context.problem(.strangeValue, name(.blockerStatus), read: status, "taken as blocked")
      }
      return TrackerBlocker.read(text.trimmed, isResolved: status == "resolved")
    }
  }

  /// The name that the file has for a column.
  private func name(_ column: TrackerColumn) -> String {
    columns.firstIndex(of: column).map { names[$0] } ?? "row"
  }

  private static func split(_ labels: String) -> [String] {
    // A field of a pair of quotes that was written twice is empty as well.
    labels.isEmpty || labels == "\"\"" ? [] : labels.split(separator: ",").map(String.init)
  }
}

/// The cells of one row, by what they are.
struct TrackerCells {
  var id = "", title = "", labels = "", type = "", estimate = "", state = "", description = ""
  var created: String?
  var accepted: String?
  var deadline: String?
  var requester: String?
  var epic: String?
  var ownType: String?
  var ownLabels: String?
  var owners: [String] = []
  var urls: [ItemLink] = []
  var links: [ItemLink] = []
  var comments: [String] = []
  var tasks: [String] = []
  var taskStatuses: [String] = []
  var blockers: [String] = []
  var blockerStatuses: [String] = []
  var extra: [SourceField] = []

  /// Takes one that is not empty.
  mutating func take(_ value: String, _ column: TrackerColumn) {
    switch column {
    case .id: id = value
    case .title: title = value
    case .labels: labels = value
    case .type: type = value
    case .estimate: estimate = value
    case .state: state = value
    case .created: created = value.trimmed
    case .accepted: accepted = value.trimmed
    case .deadline: deadline = value.trimmed
    case .requester: requester = value.trimmed
    case .owner: if !owners.contains(value.trimmed) { owners.append(value.trimmed) }
    case .description: description = value
    case .url: urls.append(ItemLink(.url, value.trimmed))
    case .comment: comments.append(value)
    case .task: tasks.append(value)
    case .taskStatus: taskStatuses.append(value)
    case .blocker: blockers.append(value)
    case .blockerStatus: blockerStatuses.append(value)
    case .pullRequest: links.append(ItemLink(.pullRequest, value.trimmed))
    case .branch: links.append(ItemLink(.branch, value.trimmed))
    case .epic: epic = value
    case .ownType: ownType = value
    case .ownLabels: ownLabels = value
    case .link: links.append(TrackerLink.read(value))
    case .other(let name): if !name.isEmpty { extra.append(SourceField(name, value)) }
    }
  }
}
