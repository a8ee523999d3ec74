import Domain

/// Puts another team in the place of one that nothing was ever done for: the one that a new store began with.
public struct ReplaceTeam: Command {
  public static let name = "team-replace"
  public static let undo = UndoPolicy.undoable
  public var unused: TeamName
  public var team: Team

  public init(_ unused: TeamName, with team: Team) {
    self.unused = unused
    self.team = team
  }

  public func perform(in transaction: Transaction) throws {
    guard try !transaction.isUsed(unused) else { throw Clash.teamInUse(unused) }
    try AddTeam(team).perform(in: transaction)
    try transaction.remove(.team, [.text(unused.text)])
    transaction.summary = "replaced team \(unused), which nothing was done for, with team \(team.name)"
  }
}

extension Reading {
  /// Whether somebody is in the team, or something was ever done for it.
  public func isUsed(_ team: TeamName) throws -> Bool {
    let name: [Value] = [.text(team.text)]
    for sql in [
      "SELECT 1 AS found FROM membership WHERE team = ? AND deleted = 0 LIMIT 1",
      "SELECT 1 AS found FROM run WHERE team = ? LIMIT 1", "SELECT 1 AS found FROM attestation WHERE team = ? LIMIT 1",
    ] where try first(sql, name) != nil { return true }
    return false
  }
}
