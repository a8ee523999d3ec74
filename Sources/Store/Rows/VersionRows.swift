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
  /// - Parameter known: the attributes read so far of the same version.
  convenience init(_ row: Row, _ known: inout KnownAttributes) throws {
    guard let section = Section(rawValue: try row.text("section")) else {
      throw row.corrupt("section", "is unknown")
    }
    self.init(
      id: StepID(try row.text("id")), number: try row.integer("number"), section: section,
      group: try JSONColumn.texts(row, "groups"),
      parent: try row.optionalText("parent").map { StepID($0) },
      depth: try row.integer("depth"), text: try row.text("text"), body: try row.text("body"),
      fences: try JSONColumn.list([Fence].self, row, "fences"), attributes: try known.attributes(of: row),
      line: try row.integer("line"))
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
}

/// What steps' attributes were decoded to: most differ by the id in their file and by nothing else, and decoding a hundred of
/// them took a tenth of the instructions until the first frame.
struct KnownAttributes {
  private static let label = Array(#""explicitID":""#.utf8)
  /// By the JSON's bytes without the id.
  private var known: [[UInt8]: StepAttributes] = [:]

  mutating func attributes(of row: Row) throws -> StepAttributes {
    var bytes = Array(try row.text("attributes").utf8)
    let place = Self.id(in: bytes)
    let id = place.map { String(decoding: bytes[$0], as: UTF8.self) }
    if let place { bytes.removeSubrange(place) }
    var attributes = try known[bytes] ?? JSONColumn.value(StepAttributes.self, row, "attributes")
    if let id { attributes.explicitID = id }
    known[bytes] = attributes
    return attributes
  }

  /// Where the id stands, if it is written without escapes. Nothing in a text looks like its label: quotes are escaped there.
  private static func id(in bytes: [UInt8]) -> Range<Int>? {
    let start = bytes.indices.first { bytes[$0] == 0x22 && bytes[$0...].starts(with: label) }
    guard let start = start.map({ $0 + label.count }),
      let end = bytes[start...].firstIndex(where: { $0 == 0x22 || $0 == 0x5C || $0 < 0x20 }), bytes[end] == 0x22
    else { return nil }
    return start..<end
  }
}
