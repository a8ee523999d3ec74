import Domain

/// Reads `task export`: an array, one object, or objects one a line.
///
/// A task is a chore, unless a tag says otherwise. What is deleted is skipped; what waits and what recurs goes into the
/// icebox, and is reported. Memory does not grow with the file, but for its ids.
public enum TaskwarriorJSON {
  public static func read(
    _ source: @escaping ByteSource, options: ImportOptions, report: inout ImportReport,
    take: (ImportedEntry) throws -> Void
  ) throws {
    var context = ImportContext(options, report)
    defer { report = context.report }
    var fields = ObjectFields()
    var reader = try JSONReader(source)
    try reader.forEachElement { task, line in
      context.row += 1
      context.line = line
      guard task.isObject, let id = task["uuid"]?.text, !id.isEmpty else {
        throw ImportError(.notThisFormat(format: "Taskwarrior's", "a task has no uuid"), line: line)
      }
      context.report.rows += 1
      if let item = item(task, id, &context, &fields) {
        context.report.items += 1
        try take(.item(item))
      }
    }
  }

  private static func item(
    _ task: JSONNode, _ id: String, _ context: inout ImportContext, _ fields: inout ObjectFields
  ) -> ImportedItem? {
    func text(_ name: String) -> String { task[name]?.text ?? "" }
    let status = text("status")
    if status == "deleted" {
      context.problem(.deleted, "status", read: text("description"), "deleted; skipped")
      return nil
    }
    guard context.isNew(id) else {
      context.problem(.duplicateID, "uuid", read: id, "in the file already; skipped")
      return nil
    }
    let extra = fields.note(task, fates, into: &context.report)
    let tags = texts(task["tags"])
    let type = tags.lazy.compactMap { ItemType(rawValue: $0.lowercased()) }.first ?? .chore
    let isStarted = !text("start").isEmpty
    let state = context.state(
      state(status, isStarted: isStarted, &context), of: type, read: status, "status")
    let depends = texts(task["depends"])
    let ended = context.date(text("end"), "end")?.instant
    return ImportedItem(
      source: ItemSource(.taskwarrior, id: id), row: context.row, line: context.line, type: type, state: state,
      title: context.title(text("description").trimmed, "description"),
      labels: context.labels([text("project")] + tags.filter { $0 != type.rawValue }, "tags"),
      blockers: depends.map { ImportedBlocker("", reference: ItemSource(.taskwarrior, id: $0.trimmed)) },
      comments: (task["annotations"]?.elements ?? []).map { note in
        ImportedComment(
          (note["description"]?.text ?? "").withPlainLineBreaks,
          at: context.date(note["entry"]?.text ?? "", "annotations")?.instant)
      },
      due: context.date(text("due"), "due")?.day, extra: extra.map { SourceField($0.name, $0.value) },
      createdAt: context.date(text("entry"), "entry")?.instant,
      updatedAt: context.date(text("modified"), "modified")?.instant,
      startedAt: context.date(text("start"), "start")?.instant, acceptedAt: state == .accepted ? ended : nil)
  }

  /// Of an array, or of one text with commas.
  private static func texts(_ node: JSONNode?) -> [String] {
    node?.text.map { $0.split(separator: ",").map(String.init) } ?? node?.elements.compactMap(\.text) ?? []
  }

  private static func state(_ status: String, isStarted: Bool, _ context: inout ImportContext) -> ItemState {
    switch status {
    case "pending", "": return isStarted ? .started : .unstarted
    case "completed": return .accepted
    case "waiting":
      context.problem(.waiting, "status", read: status, "it waits for its day; put into the icebox")
      return .unscheduled
    case "recurring":
      context.problem(.recurring, "status", read: status, "nothing recurs here; taken once, into the icebox")
      return .unscheduled
    default:
      let nearest = ForeignWord.state(status.lowercased())
      context.problem(.unknownState, "status", read: status, "no such state; taken as \(nearest.rawValue)")
      return nearest
    }
  }

  private static let fates: [String: ImportColumn.Fate] = [
    "uuid": .kept("source id"), "description": .kept("title"), "status": .mapped("state"), "entry": .kept("created"),
    "modified": .kept("updated"), "start": .kept("started"), "end": .mapped("accepted"), "due": .mapped("due, a day"),
    "project": .mapped("label"), "tags": .mapped("labels and type"), "depends": .mapped("blockers"),
    "annotations": .mapped("comments"), "id": .lost("Taskwarrior counts it anew each time"),
    "urgency": .lost("Taskwarrior reckons it from the rest"),
  ]
}
