import Domain

extension ChecklistVersion {
  init(_ row: Row, steps: [Step]) throws {
    self.init(
      reference: VersionReference(
        checklist: ChecklistName(try row.text("checklist")), number: try row.integer("number")),
      title: try row.text("title"), settings: try JSONColumn.value(ChecklistSettings.self, row, "settings"),
      steps: steps, rollbackPrompt: try row.text("rollback_prompt"), source: try row.text("source"),
      sha256: try row.text("sha256"), parent: try row.optionalInteger("parent"),
      author: Handle(try row.text("author")), reason: try row.text("reason"),
      madeAt: try row.instant("made_at"))
  }

  func row() throws -> Row {
    [
      "checklist": .text(reference.checklist.text), "number": Value(reference.number), "title": .text(title),
      "settings": .text(try JSONColumn.text(settings)), "rollback_prompt": .text(rollbackPrompt),
      "source": .text(source), "sha256": .text(sha256), "parent": Value(parent), "author": .text(author.text),
      "reason": .text(reason), "made_at": Value(madeAt), "deleted": 0,
    ]
  }
}

extension VersionSummary {
  static let columns = "checklist, number, sha256, parent, author, reason, made_at"

  init(_ row: Row) throws {
    self.init(
      reference: VersionReference(
        checklist: ChecklistName(try row.text("checklist")), number: try row.integer("number")),
      sha256: try row.text("sha256"), parent: try row.optionalInteger("parent"),
      author: Handle(try row.text("author")), reason: try row.text("reason"),
      madeAt: try row.instant("made_at"))
  }
}

extension Step {
  convenience init(_ row: Row) throws {
    guard let section = Section(rawValue: try row.text("section")) else {
      throw row.corrupt("section", "is unknown")
    }
    self.init(
      id: StepID(try row.text("id")), number: try row.integer("number"), section: section,
      group: try Self.list([String].self, row, "groups"), parent: try row.optionalText("parent").map { StepID($0) },
      depth: try row.integer("depth"), text: try row.text("text"), body: try row.text("body"),
      fences: try Self.list([Fence].self, row, "fences"),
      attributes: try JSONColumn.value(StepAttributes.self, row, "attributes"), line: try row.integer("line"))
  }

  func row(of version: VersionReference) throws -> Row {
    [
      "checklist": .text(version.checklist.text), "version": Value(version.number), "number": Value(number),
      "id": .text(id.text), "section": .text(section.rawValue), "groups": .text(try JSONColumn.text(group)),
      "parent": Value(parent?.text), "depth": Value(depth), "text": .text(text), "body": .text(body),
      "fences": .text(try JSONColumn.text(fences)), "attributes": .text(try JSONColumn.text(attributes)),
      "line": Value(line), "deleted": 0,
    ]
  }

  /// Most steps have no group and no fence, and decoding nothing is not free.
  private static func list<Item: Decodable>(_ type: [Item].Type, _ row: Row, _ column: String) throws -> [Item] {
    try row.text(column) == "[]" ? [] : try JSONColumn.value(type, row, column)
  }
}
