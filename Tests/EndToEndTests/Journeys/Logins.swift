import Foundation
import Synchronization
import TestSupport

/// Two logins of this machine, in a group of their own, made for one test and removed after it.
final class Logins {
  let ana: String
  let bo: String
  let group: String
  /// Where the group's members may work: a setgid directory, with a program that they may run.
  let folder: Folder
  var store: String { folder("team/prodpair.sqlite") }
  private(set) var program = ""

  static var canBeMade: Bool { getuid() == 0 }
  /// Accounts are changed one at a time: whoever finds their files locked gives up after some seconds.
  private static let accounts = Mutex(())
  static let whyNot = "two logins can only be made by root, and the test does not run as root"

  init() throws {
    let mark = UUID().uuidString.prefix(6).lowercased()
    ana = "prodpair-t-ana-\(mark)"
    bo = "prodpair-t-bo-\(mark)"
    group = "prodpair-t-\(mark)"
    folder = try Folder()
    try Self.accounts.withLock { _ in
      try Program.must(["groupadd", group])
      for login in [ana, bo] {
        try Program.must([
          "useradd", "--user-group", "--no-create-home", "--home-dir", folder.path, "--groups", group, login,
        ])
      }
    }
    let team = folder("team")
    try Program.must(["install", "-d", "-m", "2770", "-g", group, team])
    try Program.must(["chmod", "755", folder.path])
    program = try readableProgram()
  }

  deinit {
    Self.accounts.withLock { _ in
      for login in [ana, bo] { Self.remove(login) }
      _ = try? Program.run(["groupdel", group])
    }
  }

  /// A login with processes is not removed; what a terminal left behind has no other owner, and takes a moment to go.
  private static func remove(_ login: String) {
    let end = ContinuousClock.now + TerminalSession.patience
    while getpwnam(login) != nil, ContinuousClock.now < end {
      _ = try? Program.run(["pkill", "-KILL", "-u", login])
      if (try? Program.run(["userdel", login]).exitCode) == 0 { return }
      usleep(20_000)
    }
  }

  /// The build may lie where other logins may not look: then they take a copy.
  private func readableProgram() throws -> String {
    let built = Program.built.path
    if try Program.run(Self.words(ana) + [built, "--version"]).exitCode == 0 { return built }
    let copy = folder("prodpair")
    try FileManager.default.copyItem(atPath: built, toPath: copy)
    try Program.must(["chmod", "755", copy])
    return copy
  }

  /// What makes a command run with somebody's login, with nothing left in between.
  static func words(_ login: String) -> [String] {
    ["setpriv", "--reuid", login, "--regid", login, "--init-groups", "--"]
  }

  /// Runs the program as one of the two, on their team's store.
  func run(_ login: String, _ words: [String], environment: [String: String] = [:]) throws -> Spawned {
    let settings = Program.environment.merging(["PRODPAIR_STORE": store, "HOME": folder.path]) { $1 }.merging(
      environment
    ) { $1 }
    let variables = settings.map { "\($0.key)=\($0.value)" }
    return try Program.run(Self.words(login) + ["env", "-i"] + variables + [program] + words)
  }

  @discardableResult
  func must(_ login: String, _ words: String...) throws -> String {
    let outcome = try run(login, words)
    guard outcome.exitCode == 0 else { throw Program.Failed(words: words, outcome: outcome) }
    return outcome.output
  }
}
