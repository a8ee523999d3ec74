import Domain

extension Incident {
  static let columns = """
    number, team, title, severity, services, customers_noticed, commander, scribe, pair, called, \
    impact_began_at, detected_at, declared_at, mitigated_at, resolved_at, closed_at, opened_by
    """

  init(_ row: Row) throws {
    let number = try row.integer("number")
    guard let severity = IncidentSeverity(rawValue: try row.integer("severity")) else {
      throw row.corrupt("severity", "is unknown in incident \(number)")
    }
    guard let noticed = CustomersNoticed(rawValue: try row.text("customers_noticed")) else {
      throw row.corrupt("customers_noticed", "is unknown in incident \(number)")
    }
    func handles(_ column: String) throws -> [Handle] {
      try JSONColumn.texts(row, column).map { Handle($0) }
    }
    self.init(
      number: IncidentNumber(number), team: TeamName(try row.text("team")), title: try row.text("title"),
      severity: severity, services: try JSONColumn.texts(row, "services"), customersNoticed: noticed,
      roles: IncidentRoles(
        commander: try row.optionalText("commander").map { Handle($0) },
        scribe: try row.optionalText("scribe").map { Handle($0) }, pair: try handles("pair"),
        called: try handles("called")),
      times: IncidentTimes(
        impactBegan: try row.optionalInstant("impact_began_at"), detected: try row.optionalInstant("detected_at"),
        declared: try row.instant("declared_at"), mitigated: try row.optionalInstant("mitigated_at"),
        resolved: try row.optionalInstant("resolved_at"), closed: try row.optionalInstant("closed_at")),
      openedBy: Handle(try row.text("opened_by")))
  }

  func row() throws -> Row {
    [
      "number": Value(number.value), "team": .text(team.text), "title": .text(title),
      "severity": Value(severity.rawValue), "services": .text(try JSONColumn.text(services)),
      "customers_noticed": .text(customersNoticed.rawValue), "commander": Value(roles.commander?.text),
      "scribe": Value(roles.scribe?.text), "pair": .text(try JSONColumn.text(roles.pair.map(\.text))),
      "called": .text(try JSONColumn.text(roles.called.map(\.text))), "impact_began_at": Value(times.impactBegan),
      "detected_at": Value(times.detected), "declared_at": Value(times.declared),
      "mitigated_at": Value(times.mitigated), "resolved_at": Value(times.resolved), "closed_at": Value(times.closed),
      "opened_by": .text(openedBy.text), "deleted": 0,
    ]
  }
}

extension IncidentEntry {
  static let columns = "seq, kind, text, by, login, account, is_oneself, is_vouched_for, at, written, target"

  /// The key of an entry: search needs one number that stays.
  static func id(_ incident: IncidentNumber, seq: Int) -> Int { incident.value * 1_000_000 + seq }

  init(_ row: Row, evidence: [IncidentEvidence]) throws {
    guard let kind = IncidentEntryKind(rawValue: try row.text("kind")) else {
      throw row.corrupt("kind", "is unknown in entry \(try row.integer("seq")) of an incident")
    }
    self.init(
      seq: try row.integer("seq"), kind: kind, text: try row.text("text"),
      signature: Signature(
        by: Handle(try row.text("by")), login: try row.text("login"), account: try row.text("account"),
        isOneself: try row.flag("is_oneself"), isVouchedFor: try row.flag("is_vouched_for")),
      at: try row.instant("at"), written: try row.instant("written"), target: try row.optionalInteger("target"),
      evidence: evidence)
  }

  func row(of incident: IncidentNumber, id: Int) -> Row {
    [
      "id": Value(id), "incident": Value(incident.value), "seq": Value(seq), "kind": .text(kind.rawValue),
      "text": .text(text), "by": .text(by.text), "login": .text(signature.login), "account": .text(signature.account),
      "is_oneself": Value(signature.isOneself), "is_vouched_for": Value(signature.isVouchedFor), "at": Value(at),
      "written": Value(written), "target": Value(target),
    ]
  }
}

extension IncidentEvidence {
  static let columns = "entry, ordinal, kind, health, name, text, sha256, size"

  init(_ row: Row) throws {
    guard let kind = Kind(rawValue: try row.text("kind")) else {
      throw row.corrupt("kind", "is unknown in the evidence of an incident's entry \(try row.integer("entry"))")
    }
    let name = try row.text("name")
    self.init(
      kind, name, text: try row.text("text"), health: try row.optionalText("health").flatMap(Health.init),
      file: try row.optionalText("sha256").map {
        Evidence(sha256: $0, size: try row.optionalInteger("size") ?? 0, name: name)
      })
  }

  func row(of incident: IncidentNumber, entry: Int, ordinal: Int) -> Row {
    [
      "incident": Value(incident.value), "entry": Value(entry), "ordinal": Value(ordinal),
      "kind": .text(kind.rawValue), "health": Value(health?.rawValue), "name": .text(name), "text": .text(text),
      "sha256": Value(file?.sha256), "size": Value(file?.size),
    ]
  }
}

extension StatusUpdate {
  static let columns = "incident, number, text, by, at, sent_by, sent_at, sent_entry"

  init(_ row: Row) throws {
    let sent = try row.optionalInstant("sent_at").map {
      Sent(by: Handle(try row.text("sent_by")), at: $0, entry: try row.integer("sent_entry"))
    }
    self.init(
      incident: IncidentNumber(try row.integer("incident")), number: try row.integer("number"),
      text: try row.text("text"), by: Handle(try row.text("by")), at: try row.instant("at"), sent: sent)
  }

  func row() -> Row {
    [
      "incident": Value(incident.value), "number": Value(number), "text": .text(text), "by": .text(by.text),
      "at": Value(at), "sent_by": Value(sent?.by.text), "sent_at": Value(sent?.at), "sent_entry": Value(sent?.entry),
      "deleted": 0,
    ]
  }
}

extension Recurrence {
  /// The column `kind`, and the number.
  var columns: (kind: String, target: Int) {
    switch self {
    case .incident(let number): ("incident", number.value)
    case .lesson(let number): ("lesson", number.value)
    }
  }

  init(_ row: Row) throws {
    let target = try row.integer("target")
    switch try row.text("kind") {
    case "incident": self = .incident(IncidentNumber(target))
    case "lesson": self = .lesson(LessonNumber(target))
    default: throw row.corrupt("kind", "is unknown in what an incident came back from")
    }
  }
}
