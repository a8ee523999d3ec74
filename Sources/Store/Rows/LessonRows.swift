import Domain

extension Lesson {
  static let columns = """
    number, checklist, text, source, run, incident, step, edit, base, recurrence_of, by, at, \
    fate, fate_version, fate_step, fate_item, fate_reason, fate_by, fate_at
    """

  init(_ row: Row) throws {
    let run = try row.optionalInteger("run").map { RunNumber($0) }
    guard let kind = LessonSource.Kind(rawValue: try row.text("source")),
      let source = LessonSource(kind, run: run, incident: try row.optionalInteger("incident"))
    else { throw row.corrupt("source", "is unknown in lesson \(try row.integer("number"))") }
    self.init(
      number: LessonNumber(try row.integer("number")), checklist: ChecklistName(try row.text("checklist")),
      text: try row.text("text"), source: source, step: try row.optionalText("step").map { StepID($0) },
      edit: try row.optionalText("edit") == nil ? nil : try JSONColumn.value(ProposedEdit.self, row, "edit"),
      base: try row.integer("base"), recurrenceOf: try row.optionalInteger("recurrence_of").map { LessonNumber($0) },
      by: Handle(try row.text("by")), at: try row.instant("at"), fate: try LessonFate(row))
  }

  func row() throws -> Row {
    var row: Row = [
      "number": Value(number.value), "checklist": .text(checklist.text), "text": .text(text),
      "source": .text(source.kind.rawValue), "run": Value(source.run?.value), "incident": Value(source.incident),
      "step": Value(step?.text), "edit": Value(try edit.map { try JSONColumn.text($0) }), "base": Value(base),
      "recurrence_of": Value(recurrenceOf?.value), "by": .text(by.text), "at": Value(at), "deleted": 0,
    ]
    let settled = LessonFate.row(of: fate)
    for (column, value) in zip(settled.columns, settled.values) { row[column] = value }
    return row
  }
}

extension LessonFate {
  init?(_ row: Row) throws {
    guard let name = try row.optionalText("fate") else { return nil }
    let outcome: Outcome
    switch Kind(rawValue: name) {
    case .folded:
      outcome = .folded(
        version: try row.integer("fate_version"), step: try row.optionalText("fate_step").map { StepID($0) })
    case .item: outcome = .item(try row.text("fate_item"))
    case .declined: outcome = .declined(reason: try row.text("fate_reason"))
    case nil: throw row.corrupt("fate", "is unknown in lesson \(try row.integer("number"))")
    }
    self.init(outcome, by: Handle(try row.text("fate_by")), at: try row.instant("fate_at"))
  }

  /// Every column of a fate; all null for a lesson that is open.
  static func row(of fate: LessonFate?) -> Row {
    var row: Row = [
      "fate": Value(fate?.kind.rawValue), "fate_version": nil, "fate_step": nil, "fate_item": nil,
      "fate_reason": nil, "fate_by": Value(fate?.by.text), "fate_at": Value(fate?.at),
    ]
    switch fate?.outcome {
    case .folded(let version, let step):
      row["fate_version"] = Value(version)
      row["fate_step"] = Value(step?.text)
    case .item(let item): row["fate_item"] = .text(item)
    case .declined(let reason): row["fate_reason"] = .text(reason)
    case nil: break
    }
    return row
  }
}
