import Domain

extension Retro {
  static let columns = """
    number, team, title, run, state, facilitator, attendees, due, content, opened_by, opened_at, reviewed_at, closed_at
    """

  init(_ row: Row, incidents: [IncidentNumber]) throws {
    let number = try row.integer("number")
    guard let state = RetroState(rawValue: try row.text("state")) else {
      throw row.corrupt("state", "is unknown in retro \(number)")
    }
    self.init(
      number: RetroNumber(number), team: TeamName(try row.text("team")), title: try row.text("title"),
      incidents: incidents, run: try row.optionalInteger("run").map { RunNumber($0) }, state: state,
      facilitator: try row.optionalText("facilitator").map { Handle($0) },
      attendees: try JSONColumn.texts(row, "attendees").map { Handle($0) },
      due: try row.optionalText("due"), content: try JSONColumn.value(RetroContent.self, row, "content"),
      openedBy: Handle(try row.text("opened_by")), openedAt: try row.instant("opened_at"),
      reviewedAt: try row.optionalInstant("reviewed_at"), closedAt: try row.optionalInstant("closed_at"))
  }

  func row() throws -> Row {
    [
      "number": Value(number.value), "team": .text(team.text), "title": .text(title), "run": Value(run?.value),
      "state": .text(state.rawValue), "facilitator": Value(facilitator?.text),
      "attendees": .text(try JSONColumn.text(attendees.map(\.text))), "due": Value(due),
      "content": .text(try JSONColumn.text(content)), "opened_by": .text(openedBy.text), "opened_at": Value(openedAt),
      "reviewed_at": Value(reviewedAt), "closed_at": Value(closedAt), "deleted": 0,
    ]
  }
}

extension RetroAction {
  init(_ row: Row, item: ItemLine) throws {
    guard let kind = Kind(rawValue: try row.text("kind")) else {
      throw row.corrupt("kind", "is unknown in the action with item \(item.number)")
    }
    self.init(
      retro: RetroNumber(try row.integer("retro")), kind: kind,
      question: try row.optionalText("question").flatMap(RetroQuestion.init), item: item,
      by: Handle(try row.text("by")), at: try row.instant("at"))
  }
}
