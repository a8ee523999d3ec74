import Domain

/// Reads what `ItemsJSON` writes. People are their names there, where it has them, else their handles.
///
/// Memory does not grow with the file, but for its ids, where its members stand in the order that they are written in; a
/// file that another program has put in another order is held as a whole.
public enum ProdpairJSON {
  public static func read(
    _ source: @escaping ByteSource, options: ImportOptions, report: inout ImportReport,
    take: (ImportedEntry) throws -> Void
  ) throws {
    var context = ImportContext(options, report)
    defer { report = context.report }
    var reader = try JSONReader(source)
    var rows: ProdpairRows?
    func begun(_ file: JSONNode, line: Int) throws -> ProdpairRows {
      if let rows { return rows }
      guard file["format"]?.text == ItemsJSON.format, let version = file["version"]?.int else {
        let problem = "its format is not \(ItemsJSON.format)"
        throw ImportError(.notThisFormat(format: "prodpair's items", problem), line: line)
      }
      guard version <= ItemsJSON.version else { throw ImportError(.laterVersion(version), line: line) }
      var rows = ProdpairRows(file["people"])
      for epic in file["epics"]?.elements ?? [] { try take(.epic(rows.epic(epic, &context))) }
      return rows
    }
    func takeItem(_ item: JSONNode, line: Int, _ rows: inout ProdpairRows) throws {
      context.row += 1
      context.line = line
      context.report.rows += 1
      if let item = rows.item(item, &context) { try take(.item(item)) }
    }
    try reader.forEachElement(
      isStreamed: { member, file in
        member == "items"
          && ["format", "version", "people", "epics"].allSatisfy { name in file.contains { $0.name == name } }
      },
      takeStreamed: { file, line, item, itemLine in
        var known = try begun(file, line: line)
        try takeItem(item, line: itemLine, &known)
        rows = known
      },
      { file, line in
        var known = try begun(file, line: line)
        for item in file["items"]?.elements ?? [] { try takeItem(item, line: line, &known) }
        rows = nil
      })
  }
}

/// Makes items and epics of the objects that `ItemsJSON` writes.
struct ProdpairRows {
  private let people: JSONNode?
  private var fields = ObjectFields()

  init(_ people: JSONNode?) { self.people = people }

  mutating func epic(_ node: JSONNode, _ context: inout ImportContext) -> ImportedEpic {
    let name = context.title(node["name"]?.text ?? "", "name")
    context.report.epics += 1
    return ImportedEpic(
      source: source(node["source"]) ?? ItemSource(.prodpair, id: "epic-" + name), name: name,
      label: node["label"]?.text ?? name.lowercased(), description: node["description"]?.text ?? "")
  }

  mutating func item(_ node: JSONNode, _ context: inout ImportContext) -> ImportedItem? {
    func text(_ name: String) -> String { node[name]?.text ?? "" }
    guard let number = node["number"]?.int else {
      context.problem(.unreadableRow, "number", read: text("title"), "no number; skipped")
      return nil
    }
    guard context.isNew(String(number)) else {
      context.problem(.duplicateID, "number", read: String(number), "in the file already; skipped")
      return nil
    }
    // Whatever is known again by one source is one item: the later would take the place of the earlier.
    let source = source(node["source"]) ?? ItemSource(.prodpair, id: String(number))
    guard context.isNew(source.text) else {
      context.problem(.duplicateID, "source", read: source.text, "in the file already; skipped")
      return nil
    }
    _ = fields.note(node, Self.fates, into: &context.report)
    let type = type(text("type"), &context)
    let points = context.points(text("points"), "points")
    let item = ImportedItem(
      source: source, number: number, row: context.row, line: context.line, type: type,
      state: state(text("state"), type, &context), title: context.title(text("title"), "title"),
      description: text("description"),
      points: context.points(points, of: type, "points"),
      labels: context.labels((node["labels"]?.elements ?? []).compactMap(\.text), "labels"), epic: node["epic"]?.text,
      requester: node["requester"]?.text.map(name),
      owners: (node["owners"]?.elements ?? []).compactMap(\.text).map(name),
      blockers: (node["blockers"]?.elements ?? []).map(blocker),
      tasks: (node["tasks"]?.elements ?? []).map {
        ItemTask($0["text"]?.text ?? "", isDone: $0["isDone"] == .bool(true))
      },
      comments: (node["comments"]?.elements ?? []).map { comment in
        ImportedComment(
          comment["text"]?.text ?? "", author: comment["by"]?.text.map(name), at: date(comment, "at", &context))
      },
      transitions: (node["transitions"]?.elements ?? []).compactMap { transition($0, &context) },
      due: context.date(text("due"), "due")?.day, links: (node["links"]?.elements ?? []).compactMap(link),
      extra: (node["extra"]?.elements ?? []).map { SourceField($0["name"]?.text ?? "", $0["value"]?.text ?? "") },
      createdAt: date(node, "createdAt", &context), updatedAt: date(node, "updatedAt", &context),
      startedAt: date(node, "startedAt", &context), deliveredAt: date(node, "deliveredAt", &context),
      acceptedAt: date(node, "acceptedAt", &context))
    context.report.items += 1
    return item
  }

  private func type(_ text: String, _ context: inout ImportContext) -> ItemType {
    if let type = ItemType(rawValue: text) { return type }
    let nearest = ForeignWord.type(text.lowercased())
    context.problem(.unknownType, "type", read: text, "no such type; taken as \(nearest.rawValue)")
    return nearest
  }

  private func state(_ text: String, _ type: ItemType, _ context: inout ImportContext) -> ItemState {
    if let state = ItemState(rawValue: text) { return context.state(state, of: type, read: text, "state") }
    let nearest = type.nearest(to: ForeignWord.state(text.lowercased()))
    context.problem(.unknownState, "state", read: text, "no such state; taken as \(nearest.rawValue)")
    return nearest
  }

  private func date(_ node: JSONNode, _ name: String, _ context: inout ImportContext) -> Instant? {
    context.date(node[name]?.text ?? "", name)?.instant
  }

  private func source(_ node: JSONNode?) -> ItemSource? {
    guard let system = node?["system"]?.text.flatMap(ItemSource.System.init), let id = node?["id"]?.text else {
      return nil
    }
    return ItemSource(system, id: id, marks: node?["marks"]?.text ?? "")
  }

  private func name(_ handle: String) -> String { people?[handle]?.text ?? handle }

  private func blocker(_ node: JSONNode) -> ImportedBlocker {
    let reference = node["item"]?.int.map { ItemSource(.prodpair, id: String($0)) }
    return ImportedBlocker(
      node["text"]?.text ?? "", reference: reference, isResolved: node["isResolved"] == .bool(true))
  }

  private func link(_ node: JSONNode) -> ItemLink? {
    guard let kind = node["kind"]?.text.flatMap(ItemLink.Kind.init), let target = node["target"]?.text else {
      return nil
    }
    return ItemLink(kind, target)
  }

  private func transition(_ node: JSONNode, _ context: inout ImportContext) -> ImportedTransition? {
    guard let from = node["from"]?.text.flatMap(ItemState.init), let to = node["to"]?.text.flatMap(ItemState.init),
      let at = date(node, "at", &context)
    else {
      context.problem(.strangeValue, "transitions", "one of them cannot be read; left out")
      return nil
    }
    return ImportedTransition(
      from: from, to: to, reason: node["reason"]?.text, run: node["run"]?.int, by: name(node["by"]?.text ?? ""), at: at)
  }

  private static let fates: [String: ImportColumn.Fate] = {
    let kept = [
      "number", "source", "title", "type", "state", "points", "labels", "epic", "requester", "owners", "description",
      "blockers", "tasks", "links", "extra", "comments", "transitions", "due", "createdAt", "updatedAt", "startedAt",
      "deliveredAt", "acceptedAt",
    ]
    var fates = Dictionary(kept.map { ($0, ImportColumn.Fate.kept($0)) }) { first, _ in first }
    fates["order"] = .mapped("the file's order")
    fates["team"] = .mapped("the team that is imported into")
    fates["isBlocked"] = .lost("said by the blockers")
    return fates
  }()
}
