import Domain

/// Says where a team's commands run, and with which variables.
public struct SetCommandSettings: Command {
  public static let name = "team-commands"
  public static let undo = UndoPolicy.undoable

  public var team: TeamName
  /// Made to the settings as they are when it is performed.
  public var change: @Sendable (inout CommandSettings) throws -> Void

  public init(_ settings: CommandSettings, of team: TeamName) {
    self.init(of: team) { $0 = settings }
  }

  public init(of team: TeamName, change: @escaping @Sendable (inout CommandSettings) throws -> Void) {
    self.team = team
    self.change = change
  }

  public func perform(in transaction: Transaction) throws {
    _ = try transaction.team(team)
    var settings = try transaction.commandSettings(of: team)
    try change(&settings)
    try transaction.put(.teamCommand, try settings.row(of: team))
    transaction.summary = "commands of team \(team): \(settings.directory ?? "in the home directory")"
  }
}
