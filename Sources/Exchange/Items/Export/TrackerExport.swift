import Domain

/// Writes a backlog as Tracker did from 2018 on. What Tracker lacks stands in its nearest: toil is a chore with the
/// label `toil`, times are days in UTC. Reading it again changes nothing.
///
/// Columns are repeated as the busiest item needs. Behind Tracker's own stand `Epic`, `Link`, the type and the labels of
/// items that Tracker's own columns would give others, and the items' further fields, where there are any; Tracker's
/// readers pass over them.
public struct TrackerExport {
  private let items: [Item]
  private let comments: [ItemNumber: [ItemComment]]
  private let epics: [Epic]
  private let names: [Handle: String]
  private let ids: [Int: String]
  /// By the epic's name.
  private let epicLabels: [String: String]
  private let columns: TrackerExportColumns

  /// - Parameters:
  ///   - items: In the order of the backlog.
  ///   - names: What people are called; who is not in it is written as the handle.
  public init(
    _ items: [Item], comments: [ItemNumber: [ItemComment]] = [:], epics: [Epic] = [], names: [Handle: String] = [:]
  ) {
    self.items = items
    self.comments = comments
    self.epics = epics
    self.names = names
    ids = Dictionary(items.map { ($0.number.value, Self.id($0)) }) { first, _ in first }
    epicLabels = Dictionary(epics.map { ($0.name, $0.label) }) { first, _ in first }
    columns = TrackerExportColumns(items, comments, epicLabels)
  }

  /// The whole file, a row at a time.
  public func write(_ write: ([UInt8]) throws -> Void) rethrows {
    try write(CSVWriter.row(columns.header))
    for epic in epics { try write(row(TrackerRow(epic))) }
    for item in items { try write(row(row(of: item))) }
  }

  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write { bytes += $0 }
    return bytes
  }

  private func row(_ row: TrackerRow) -> [UInt8] {
    CSVWriter.row(columns.fields(row).map(FormulaGuard.guarded))
  }

  static func id(_ item: Item) -> String {
    id(item.source ?? ItemSource(.prodpair, id: String(item.number.value)))
  }

  /// Tracker's own id is written as it was there, where it is read as that; any other source's, and our own numbers, with
  /// their system in front.
  static func id(_ source: ItemSource) -> String {
    let isReadAsItIs =
      source.system == .tracker && ItemSource(text: source.id, marks: "") == nil && !source.id.hasPrefix("title:")
      && source.id == source.id.trimmed
    return isReadAsItIs ? source.id : source.text
  }

  private func row(of item: Item) -> TrackerRow {
    let written = TrackerLabels.write(item, epicLabel: epicLabel(of: item))
    var row = TrackerRow()
    row.put(TrackerExport.id(item), "Id")
    row.put(item.title, "Title")
    row.put(written.labels.joined(separator: ","), "Labels")
    row.put(written.type.rawValue, "Type")
    row.put(item.points.map(String.init) ?? "", "Estimate")
    row.put(item.state.rawValue, "Current State")
    row.put(TrackerDate.text(item.createdAt), "Created at")
    row.put(item.acceptedAt.map(TrackerDate.text) ?? "", "Accepted at")
    row.put(item.due.map { TrackerDate.text(day: $0) } ?? "", "Deadline")
    row.put(item.requester.map(name) ?? "", "Requested By")
    row.put(item.description, "Description")
    for owner in item.owners { row.put(name(owner), "Owned By") }
    for comment in comments[item.number] ?? [] {
      row.put(TrackerComment.write(comment.text, by: name(comment.by), at: comment.at), "Comment")
    }
    for task in item.tasks {
      row.put(task.text, "Task")
      row.put(task.isDone ? "completed" : "not completed", "Task Status")
    }
    for blocker in item.blockers {
      row.put(text(blocker), "Blocker")
      row.put(blocker.isResolved ? "resolved" : "blocked", "Blocker Status")
    }
    for link in item.links {
      let column = TrackerExportColumns.column(of: link)
      row.put(column == "Link" ? TrackerLink.write(link) : link.target, column)
    }
    row.put(item.epic ?? "", "Epic")
    let own = TrackerExportColumns.own(item, epicLabel: epicLabel(of: item))
    row.put(own.type ?? "", TrackerExportColumns.ownType)
    row.put(own.labels ?? "", TrackerExportColumns.ownLabels)
    for field in item.extra { row.put(field.value, TrackerExportColumns.column(of: field)) }
    return row
  }

  private func epicLabel(of item: Item) -> String? { item.epic.flatMap { epicLabels[$0] } }

  private func name(_ handle: Handle) -> String { names[handle] ?? handle.text }

  private func text(_ blocker: Blocker) -> String {
    guard let item = blocker.item else { return blocker.text }
    let reference = "#" + (ids[item] ?? ItemSource(.prodpair, id: String(item)).text)
    return blocker.text.isEmpty ? reference : "\(reference) \(blocker.text)"
  }
}

/// The values of one row, by the column's name, in the order of the columns that are repeated.
struct TrackerRow {
  private(set) var values: [String: [String]] = [:]

  init() {}

  init(_ epic: Epic) {
    let source = epic.source ?? ItemSource(.prodpair, id: "epic-" + epic.name)
    put(TrackerExport.id(source), "Id")
    put(epic.name, "Title")
    put(epic.label, "Labels")
    put("epic", "Type")
    put(epic.description, "Description")
  }

  mutating func put(_ value: String, _ column: String) { values[column, default: []].append(value) }
}
