import ChecklistFile
import Domain
import StarterChecklists
import Store

/// Makes a new store: its file, its first team, and the starter checklists.
public struct Provision: Sendable {
  public var team: Team
  public var includesStarters: Bool

  public init(team: Team, includesStarters: Bool = true) {
    self.team = team
    self.includesStarters = includesStarters
  }

  /// Adds the team, where it is not there yet, and the starters that the store does not have.
  ///
  /// - Returns: the checklists that were imported.
  public func run(in store: Store, by actor: Actor, at now: Instant) throws -> [VersionReference] {
    let (teams, checklists) = try store.read { reader in
      (try reader.teams().map(\.name), try reader.checklists().map(\.name))
    }
    if !teams.contains(team.name) { try store.perform(AddTeam(team), by: actor, at: now) }
    guard includesStarters else { return [] }
    return try StarterChecklists.all.compactMap { starter in
      let document = try ChecklistDocument(bytes: starter.bytes, fileName: starter.fileName)
      if checklists.contains(document.name) { return nil }
      let command = ImportChecklist(document, as: document.name, reason: "a starter checklist of prodpair's")
      return try store.perform(command, by: actor, at: now).version
    }
  }
}
