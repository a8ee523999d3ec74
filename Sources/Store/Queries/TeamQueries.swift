import Domain

extension Reading {
  public func teams() throws -> [Team] {
    try rows("SELECT \(Team.columns) FROM team WHERE deleted = 0 ORDER BY name").map(Team.init)
  }

  public func team(_ name: TeamName) throws -> Team {
    let found = try rows("SELECT \(Team.columns) FROM team WHERE name = ? AND deleted = 0", [.text(name.text)])
    guard let row = found.first else { throw Missing.team(name.text, known: try teams().map(\.name.text)) }
    return try Team(row)
  }

  /// The named team; the only one when none is named.
  public func team(orOnly name: TeamName?) throws -> Team {
    if let name { return try team(name) }
    let all = try teams()
    guard let only = all.first else { throw Missing.noTeamYet }
    guard all.count == 1 else { throw Missing.teamNotNamed(all.map(\.name.text)) }
    return only
  }

  public func people() throws -> [Person] {
    let memberships = try rows("SELECT team, person FROM membership WHERE deleted = 0 ORDER BY team")
    var teams: [String: [TeamName]] = [:]
    for row in memberships { teams[try row.text("person"), default: []].append(TeamName(try row.text("team"))) }
    var contacts: [String: Contact] = [:]
    for row in try rows("SELECT \(Contact.columns) FROM contact WHERE deleted = 0") {
      contacts[try row.text("person")] = try Contact(row)
    }
    return try rows("SELECT handle, name, login FROM person WHERE deleted = 0 ORDER BY handle").map { row in
      let handle = try row.text("handle")
      return Person(
        handle: Handle(handle), name: try row.text("name"), login: try row.optionalText("login"),
        teams: teams[handle] ?? [], contact: contacts[handle] ?? Contact())
    }
  }

  /// The people by their handles.
  public func peopleByHandle() throws -> [Handle: Person] {
    Dictionary(try people().map { ($0.handle, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What people are called, by their handles.
  public func names() throws -> [Handle: String] { try peopleByHandle().mapValues(\.name) }

  public func person(_ handle: Handle) throws -> Person {
    let all = try people()
    guard let person = all.first(where: { $0.handle == handle }) else {
      throw Missing.person(handle.text, known: all.map(\.handle.text))
    }
    return person
  }

  /// The actor with the person its login maps to, acting for somebody else where a handle is given.
  public func resolve(_ actor: Actor, as handle: Handle? = nil) throws -> Actor {
    var actor = actor
    let mapped = try rows(
      "SELECT handle FROM person WHERE login = ? AND deleted = 0", [.text(actor.account)])
    actor.person = try mapped.first.map { Handle(try $0.text("handle")) }
    if actor.person == nil, try isHandle(actor.login) { actor.unmappedName = Handle("login:\(actor.login)") }
    if let handle {
      guard try isHandle(handle.text) else { throw Missing.person(handle.text, known: try people().map(\.handle.text)) }
      actor.actingAs = handle
    }
    return actor
  }

  private func isHandle(_ text: String) throws -> Bool {
    try !rows("SELECT 1 AS found FROM person WHERE handle = ? AND deleted = 0", [.text(text)]).isEmpty
  }
}
