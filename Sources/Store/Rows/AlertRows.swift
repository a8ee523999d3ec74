import Domain

extension KnownAlert {
  static let columns = "source, key, group_key, incident, title, state, started_at, ended_at, first_at, last_at, count"

  init(_ row: Row) throws {
    let key = try row.text("key")
    guard let source = AlertSource(rawValue: try row.text("source")) else {
      throw row.corrupt("source", "is unknown in alert \(key)")
    }
    let state = try row.text("state")
    guard ["firing", "resolved"].contains(state) else { throw row.corrupt("state", "is unknown in alert \(key)") }
    self.init(
      source, key: key, groupKey: try row.optionalText("group_key"),
      incident: try row.optionalInteger("incident").map { IncidentNumber($0) }, title: try row.text("title"),
      isFiring: state == "firing", startedAt: try row.optionalInstant("started_at"),
      endedAt: try row.optionalInstant("ended_at"), firstAt: try row.instant("first_at"),
      lastAt: try row.instant("last_at"), count: try row.integer("count"))
  }

  func row() -> Row {
    [
      "source": .text(source.rawValue), "key": .text(key), "group_key": Value(groupKey),
      "incident": Value(incident?.value), "title": .text(title), "state": .text(isFiring ? "firing" : "resolved"),
      "started_at": Value(startedAt), "ended_at": Value(endedAt), "first_at": Value(firstAt),
      "last_at": Value(lastAt), "count": Value(count), "deleted": 0,
    ]
  }
}
