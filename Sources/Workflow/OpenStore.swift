import Domain
import Foundation
import Store

extension StoreLocation {
  /// Opens the store that is there.
  public func open() throws(StoreError) -> Store {
    try Store.open(path: path, options: StoreOptions(catalogue: .prodpair))
  }

  /// Opens the store; the user's own one is made, with the starter checklists, when it is not there yet.
  ///
  /// A store that somebody named is never made behind their back: the name may be mistyped.
  public func openOrProvision(by actor: Actor, at now: Instant) throws -> Store {
    do {
      return try open()
    } catch StoreError.missing where origin == .personal {
      let store = try Store.create(
        path: path, kind: .personal, at: now, options: StoreOptions(catalogue: .prodpair))
      _ = try Provision(team: .first).run(in: store, by: actor, at: now)
      return store
    }
  }
}

extension Team {
  /// The team of a store that was made without asking, in the time zone of this machine.
  static var first: Team {
    let here = TimeZone.current.name
    return Team(name: TeamName("platform"), timeZone: TimeZone(identifier: here) == nil ? "UTC" : here)
  }
}
