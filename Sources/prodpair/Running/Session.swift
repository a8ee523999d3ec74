import Domain
import Exchange
import Foundation
import Host
import Store

/// An open store, and who is at it.
struct Session {
  let store: Store
  /// From the login alone, and `--as` (contract.md, section 3).
  let actor: Actor

  init(_ store: Store, as handle: String?) throws {
    let login = Identity.current()
    self.store = store
    actor = try store.read { try $0.resolve(login, as: handle.map { Handle($0) }) }
  }

  static var now: Instant { Instant(Date()) }

  @discardableResult
  func perform<Change: Command>(_ command: Change) throws -> Change.Output {
    try store.perform(command, by: actor, at: Self.now)
  }
}

extension Reading {
  /// The clock of the team, of the only one where none is named, and UTC where there is a choice.
  func clock(of name: TeamName? = nil) throws -> LocalClock {
    let all = try teams()
    let team = name.flatMap { name in all.first { $0.name == name } } ?? (all.count == 1 ? all.first : nil)
    guard let team, let zone = team.zone else { return .utc }
    return LocalClock(zone: zone, zoneName: team.timeZone)
  }
}
