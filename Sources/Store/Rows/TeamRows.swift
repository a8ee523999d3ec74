import Domain

extension Team {
  static let columns = "name, kind, time_zone, hours, holidays, freezes, environments"

  init(_ row: Row) throws {
    guard let window = WeeklyWindow(try row.text("hours")) else { throw row.corrupt("hours", "is no weekly window") }
    guard let kind = Kind(rawValue: try row.text("kind")) else { throw row.corrupt("kind", "is unknown") }
    self.init(
      name: TeamName(try row.text("name")), kind: kind, timeZone: try row.text("time_zone"), hours: window,
      holidays: try JSONColumn.list([Holiday].self, row, "holidays"),
      freezes: try JSONColumn.list([Freeze].self, row, "freezes"),
      environments: try JSONColumn.list([Environment].self, row, "environments"))
  }

  func row() throws -> Row {
    [
      "name": .text(name.text), "kind": .text(kind.rawValue), "time_zone": .text(timeZone),
      "hours": .text(hours.text), "holidays": .text(try JSONColumn.text(holidays)),
      "freezes": .text(try JSONColumn.text(freezes)), "environments": .text(try JSONColumn.text(environments)),
      "deleted": 0,
    ]
  }
}

extension Person {
  func row() -> Row {
    ["handle": .text(handle.text), "name": .text(name), "login": Value(login), "deleted": 0]
  }
}

extension Contact {
  static let columns = "person, mail, call, time_zone"

  init(_ row: Row) throws {
    self.init(
      mail: try row.optionalText("mail"), call: try row.optionalText("call"),
      timeZone: try row.optionalText("time_zone"))
  }

  func row(of person: Handle) -> Row {
    [
      "person": .text(person.text), "mail": Value(mail), "call": Value(call), "time_zone": Value(timeZone),
      "deleted": 0,
    ]
  }
}
