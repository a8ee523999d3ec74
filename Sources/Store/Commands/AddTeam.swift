import Domain

/// Adds a team.
public struct AddTeam: Command {
  public static let name = "team-add"
  public static let undo = UndoPolicy.undoable
  public var team: Team

  public init(_ team: Team) { self.team = team }

  public func perform(in transaction: Transaction) throws {
    guard Slug.isName(team.name.text, limit: 32) else { throw Clash.nameUnusable(team.name.text, what: "team") }
    try team.check()
    if try transaction.row(.team, [.text(team.name.text)]) != nil { throw Clash.teamExists(team.name) }
    transaction.summary = "added team \(team.name)"
    try transaction.put(.team, team.row())
  }
}

/// Changes a team's settings; its name stays.
public struct EditTeam: Command {
  public static let name = "team-edit"
  public static let undo = UndoPolicy.undoable
  public var team: TeamName
  /// Applied to the team as it is in the transaction, so that what others changed meanwhile stays.
  public var change: @Sendable (inout Team) throws -> Void

  public init(_ team: TeamName, change: @escaping @Sendable (inout Team) throws -> Void) {
    self.team = team
    self.change = change
  }

  /// Replaces all the settings.
  public init(_ team: Team) { self.init(team.name) { $0 = team } }

  public func perform(in transaction: Transaction) throws {
    var team = try transaction.team(team)
    try change(&team)
    try team.check()
    transaction.summary = "changed team \(team.name)"
    try transaction.put(.team, team.row())
  }
}

extension Team {
  fileprivate func check() throws(Clash) {
    if zone == nil { throw .timeZoneUnknown(timeZone) }
    for date in holidays.map(\.date) + freezes.flatMap({ [$0.from, $0.through] }) where !CalendarDate.isValid(date) {
      throw .dateUnreadable(date)
    }
    for freeze in freezes where freeze.from > freeze.through { throw .freezeBackwards(freeze.from, freeze.through) }
    let names = environments.map(\.name)
    if let twice = names.first(where: { name in names.filter { $0 == name }.count > 1 }) {
      throw .environmentTwice(twice)
    }
    for environment in environments where !Slug.isName(environment.name, limit: 32) {
      throw .nameUnusable(environment.name, what: "environment")
    }
  }
}
