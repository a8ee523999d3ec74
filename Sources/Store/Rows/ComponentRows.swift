import Domain

extension Component {
  static let columns = "name, team, developers, note"

  init(_ row: Row) throws {
    self.init(
      ComponentName(try row.text("name")), team: TeamName(try row.text("team")),
      developers: try JSONColumn.texts(row, "developers").map { Handle($0) }, note: try row.text("note"))
  }

  func row() throws -> Row {
    [
      "name": .text(name.text), "team": .text(team.text),
      "developers": .text(try JSONColumn.text(developers.map(\.text))), "note": .text(note), "deleted": 0,
    ]
  }
}
