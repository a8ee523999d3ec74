import Domain
import Foundation
import Host
import Store
import Terminal
import Workflow

/// The terminal program, opened on a store.
public enum Screens {
  /// Opens the store, and shows it until somebody quits. A personal store that isn't there yet is made, with a team and
  /// the starter checklists in it.
  ///
  /// - Throws: what opening the store or the terminal throws; the terminal is then as it was.
  public static func open(_ location: StoreLocation) throws {
    let login = Identity.current()
    let store = try location.openOrProvision(by: login, at: Instant(Date()))
    let (actor, isPerson, kind) = try store.read { reader in
      let actor = try reader.resolve(login)
      return (actor, actor.person != nil, try reader.storeKind())
    }
    let viewer = Viewer(
      handle: actor.handle, account: actor.account, isPerson: isPerson,
      personalStore: kind == .personal ? shortened(location.path) : nil)
    let terminal = try CursesTerminal()
    defer { terminal.close() }
    try Application.run(
      backend: StoreBackend(store: store, actor: actor), viewer: viewer, terminal: terminal,
      observe: { try store.observe($0) })
    terminal.close()
    try store.close()
  }

  /// The path as a shell user writes it.
  private static func shortened(_ path: String) -> String {
    let home = Account.homeDirectory
    return path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
  }
}
