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
      return try provisioned(by: actor, at: now)
    }
  }

  private func provisioned(by actor: Actor, at now: Instant) throws -> Store {
    let provision = Provision(team: .first)
    let options = StoreOptions(catalogue: .prodpair)
    let made = try Store.create(path: path, kind: .personal, at: now, options: options) { store in
      try provision.run(in: store, by: actor, at: now)
    }
    return made.store
  }
}

extension Team {
  /// The team of a store that was made without asking, in the time zone of this machine.
  static var first: Team {
    let here = TimeZone.current.name
    return Team(name: TeamName("platform"), timeZone: TimeZone(identifier: here) == nil ? "UTC" : here)
  }
}
