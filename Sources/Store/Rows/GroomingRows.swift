import Domain

extension Grooming {
  static let columns = "number, team, filter, by, started_at, ended_at"

  init(_ row: Row) throws {
    self.init(
      number: GroomingNumber(try row.integer("number")), team: TeamName(try row.text("team")),
      filter: try row.text("filter"), by: Handle(try row.text("by")), startedAt: try row.instant("started_at"),
      endedAt: try row.optionalInstant("ended_at"))
  }

  func row() -> Row {
    [
      "number": Value(number.value), "team": .text(team.text), "filter": .text(filter), "by": .text(by.text),
      "started_at": Value(startedAt), "ended_at": Value(endedAt), "deleted": 0,
    ]
  }
}

extension GroomingDecision {
  static let columns = "grooming, seq, item, decision, detail, by, at"

  init(_ row: Row) throws {
    guard let kind = GroomingChoice.Kind(rawValue: try row.text("decision")) else {
      throw row.corrupt("decision", "is no decision of a grooming session")
    }
    self.init(
      grooming: GroomingNumber(try row.integer("grooming")), seq: try row.integer("seq"),
      item: ItemNumber(try row.integer("item")), kind: kind,
      detail: try row.optionalText("detail") == nil
        ? Detail(reasons: []) : try JSONColumn.value(Detail.self, row, "detail"),
      by: Handle(try row.text("by")), at: try row.instant("at"))
  }

  func row() throws -> Row {
    [
      "grooming": Value(grooming.value), "seq": Value(seq), "item": Value(item.value),
      "decision": .text(kind.rawValue), "detail": .text(try JSONColumn.text(detail)), "by": .text(by.text),
      "at": Value(at), "deleted": 0,
    ]
  }
}
