import Domain

/// The parts of what teams run, and whom to call for them.
extension Reading {
  /// - Throws: `Missing.component`, with the names of those there are.
  public func component(_ name: ComponentName) throws -> Component {
    let found = try first(
      "SELECT \(Component.columns) FROM component WHERE name = ? AND deleted = 0", [.text(name.text)])
    guard let found else { throw Missing.component(name.text, known: try components().map(\.name.text)) }
    return try Component(found)
  }

  /// By name; those of one team, or all.
  public func components(of team: TeamName? = nil) throws -> [Component] {
    guard let team else {
      return try rows("SELECT \(Component.columns) FROM component WHERE deleted = 0 ORDER BY name").map(Component.init)
    }
    return try rows(
      "SELECT \(Component.columns) FROM component WHERE team = ? AND deleted = 0 ORDER BY name", [.text(team.text)]
    ).map(Component.init)
  }

  /// Whom of a component's developers to call at a moment.
  public func callOrder(of name: ComponentName, at now: Instant) throws -> CallOrder {
    let component = try component(name)
    let team = try team(component.team)
    return try callOrder(of: component, team, duty: dutyToCall(of: team, at: now), at: now)
  }

  /// The same for every component of a team, by name.
  public func callOrders(of name: TeamName, at now: Instant) throws -> [CallOrder] {
    let team = try team(name)
    let duty = try dutyToCall(of: team, at: now)
    return try components(of: name).map { try callOrder(of: $0, team, duty: duty, at: now) }
  }

  /// The duty under way; nil outside of the team's hours where its pair is on in those only.
  private func dutyToCall(of team: Team, at now: Instant) throws -> TeamDuty? {
    guard let duty = try onDuty(of: team.name, at: now) else { return nil }
    if try isOffHours(team, at: now) { return nil }
    return TeamDuty(duty)
  }

  private func callOrder(of component: Component, _ team: Team, duty: TeamDuty?, at now: Instant) throws -> CallOrder {
    let developers = try component.developers.compactMap { try developer($0) }
    let absences = try component.developers.flatMap { try self.absences(person: $0, after: now) }
    return CallOrder(
      component, developers: developers, team: team, duty: duty, absences: absences.map(\.absence), at: now)
  }

  /// Nil for somebody who is known no more: an undo took them away.
  private func developer(_ who: Handle) throws -> CallOrder.Developer? {
    let found = try first(
      """
      SELECT person.name AS name, contact.call AS call, contact.time_zone AS time_zone
      FROM person LEFT JOIN contact ON contact.person = person.handle AND contact.deleted = 0
      WHERE person.handle = ? AND person.deleted = 0
      """, [.text(who.text)])
    return try found.map { row in
      CallOrder.Developer(
        who, name: try row.text("name"), call: try row.optionalText("call"),
        timeZone: try row.optionalText("time_zone"))
    }
  }
}
