import Domain

extension RosterMember {
  static let columns = "person, experience, joins, leaves, most_duties"

  init(_ row: Row) throws {
    guard let experience = Experience(rawValue: try row.text("experience")) else {
      throw row.corrupt("experience", "is unknown")
    }
    self.init(
      Handle(try row.text("person")), experience: experience, joins: try row.optionalText("joins"),
      leaves: try row.optionalText("leaves"), mostDuties: try row.optionalInteger("most_duties"))
  }

  func row(of team: TeamName) -> Row {
    [
      "team": .text(team.text), "person": .text(who.text), "experience": .text(experience.rawValue),
      "joins": Value(joins), "leaves": Value(leaves), "most_duties": Value(mostDuties), "deleted": 0,
    ]
  }
}

extension PairRule {
  static let columns = "first, second, kind, reason"

  init(_ row: Row) throws {
    guard let kind = Kind(rawValue: try row.text("kind")) else { throw row.corrupt("kind", "is unknown") }
    self.init(
      kind, DutyPair(Handle(try row.text("first")), Handle(try row.text("second"))), reason: try row.text("reason"))
  }

  func row(of team: TeamName) -> Row {
    [
      "team": .text(team.text), "first": .text(pair.first.text), "second": .text(pair.second.text),
      "kind": .text(kind.rawValue), "reason": .text(reason), "deleted": 0,
    ]
  }
}

extension DutyWindow {
  init(_ row: Row) throws { self.init(start: try row.instant("start_at"), end: try row.instant("end_at")) }
}

extension NumberedAbsence {
  static let columns = "number, person, start_at, end_at, reason"

  init(_ row: Row) throws {
    self.init(
      number: try row.integer("number"),
      absence: Absence(Handle(try row.text("person")), try DutyWindow(row), reason: try row.text("reason")))
  }
}

extension PlannedDuty {
  static let columns =
    "number, team, start_at, end_at, people, base_people, reasons, changes, is_fixed, sequence, part_of, changed_at"

  init(_ row: Row) throws {
    func people(_ column: String) throws -> [Handle] { try JSONColumn.texts(row, column).map { Handle($0) } }
    let changes = try row.text("changes")
    self.init(
      DutyNumber(try row.integer("number")), team: TeamName(try row.text("team")), try DutyWindow(row),
      try people("people"), base: try people("base_people"), reasons: try JSONColumn.texts(row, "reasons"),
      changes: changes == "[]" ? [] : try JSONColumn.value([StoredDutyChange].self, row, "changes").map(\.change),
      isFixed: try row.flag("is_fixed"), sequence: try row.integer("sequence"),
      partOf: try row.optionalInteger("part_of").map { DutyNumber($0) }, changedAt: try row.instant("changed_at"))
  }

  func row() throws -> Row {
    [
      "number": Value(number.value), "team": .text(team.text), "start_at": Value(window.start),
      "end_at": Value(window.end), "people": .text(try JSONColumn.text(people.map(\.text))),
      "base_people": .text(try JSONColumn.text(base.map(\.text))), "reasons": .text(try JSONColumn.text(reasons)),
      "changes": .text(try JSONColumn.text(changes.map(StoredDutyChange.init))), "is_fixed": Value(isFixed),
      "sequence": Value(sequence), "part_of": Value(partOf?.value), "changed_at": Value(changedAt), "deleted": 0,
    ]
  }
}

/// A change of a duty as the store writes it; the time is in milliseconds.
private struct StoredDutyChange: Codable {
  var from: String?
  var to: String
  var by: String
  var at: Int64
  var reason: String

  init(_ change: DutyChange) {
    (from, to, by) = (change.from?.text, change.to.text, change.by.text)
    (at, reason) = (change.at.milliseconds, change.reason)
  }

  var change: DutyChange {
    DutyChange(
      from: from.map { Handle($0) }, to: Handle(to), by: Handle(by), at: Instant(milliseconds: at), reason: reason)
  }
}

extension ToilEntry {
  static let columns = "number, team, person, minutes, what, item, at"

  init(_ row: Row) throws {
    self.init(
      try row.integer("number"), team: TeamName(try row.text("team")), person: Handle(try row.text("person")),
      minutes: try row.integer("minutes"), what: try row.text("what"),
      item: try row.optionalInteger("item").map { ItemNumber($0) }, at: try row.instant("at"))
  }

  func row() -> Row {
    [
      "number": Value(number), "team": .text(team.text), "person": .text(person.text), "minutes": Value(minutes),
      "what": .text(what), "item": Value(item?.value), "at": Value(at), "deleted": 0,
    ]
  }
}

extension HandoffNote {
  static let columns = "duty, note, signatures, by, at"

  init(_ row: Row) throws {
    self.init(
      duty: DutyNumber(try row.integer("duty")), note: try row.text("note"),
      signatures: try JSONColumn.value([StoredSignature].self, row, "signatures").map(\.signature),
      by: Handle(try row.text("by")), at: try row.instant("at"))
  }

  func row() throws -> Row {
    [
      "duty": Value(duty.value), "note": .text(note),
      "signatures": .text(try JSONColumn.text(signatures.map(StoredSignature.init))), "by": .text(by.text),
      "at": Value(at), "deleted": 0,
    ]
  }
}

/// A signature as the store writes it; the time is in milliseconds.
private struct StoredSignature: Codable {
  var who: String
  var side: HandoffSignature.Side
  var at: Int64
  var isVouchedFor: Bool

  init(_ signature: HandoffSignature) {
    (who, side) = (signature.who.text, signature.side)
    (at, isVouchedFor) = (signature.at.milliseconds, signature.isVouchedFor)
  }

  var signature: HandoffSignature {
    HandoffSignature(Handle(who), side, at: Instant(milliseconds: at), isVouchedFor: isVouchedFor)
  }
}
