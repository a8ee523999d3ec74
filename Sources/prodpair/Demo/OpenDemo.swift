import ArgumentParser
import Domain
import Foundation
import Host
import Store
import Workflow

/// `demo`: the screen on two months of an ops team that never was.
struct OpenDemo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Open the screen on a made-up team's last two months, and throw them away afterwards.",
    discussion: """
      The store lies in a private directory of its own under $TMPDIR, and is removed when the screen closes. In it you \
      are ana: two runs are under way, and some of what they need is yours to do. Nothing of your own is touched.

      With --keep DIR it is made there and stays, and its path is printed: `prodpair run list --store PATH`.
      """)

  @Option(
    help: ArgumentHelp("Make the store in this directory, which must not have one, and keep it.", valueName: "dir"),
    completion: .directory)
  var keep: String?

  @Flag(name: .customLong("no-open"), help: "Only make it, and print its path; takes --keep.")
  var opensNothing = false

  @Option(
    help: ArgumentHelp(
      "Tell the story as if it were this moment, RFC 3339; the same one gives the same store.",
      valueName: "time"),
    transform: Self.moment)
  var now: Instant?

  /// The directory to remove once standard input ends: how the program calls itself (``ThrowAwayDirectory``).
  @Option(help: .private)
  var sweep: String?

  func validate() throws {
    if opensNothing, keep == nil { throw ValidationError("--no-open leaves nothing to look at: add --keep DIR") }
  }

  func run() throws {
    if let sweep { return ThrowAwayDirectory.sweep(sweep) }
    if let keep {
      guard !opensNothing else { return try Output.text(make(in: keep).path) }
      return try OpenScreen.openDemo(makeAndTell(in: keep), at: now)
    }
    var directory: ThrowAwayDirectory?
    defer { directory?.remove() }
    try OpenScreen.openDemo(makeToThrowAway(&directory), at: now)
  }

  private func makeAndTell(in directory: String) throws -> StoreLocation {
    let location = try make(in: directory)
    try Output.text(location.path)
    return location
  }

  private func makeToThrowAway(_ directory: inout ThrowAwayDirectory?) throws -> StoreLocation {
    let made = try ThrowAwayDirectory()
    directory = made
    return try make(in: made.path)
  }

  private func make(in directory: String) throws -> StoreLocation {
    let path = (directory.hasSuffix("/") ? String(directory.dropLast()) : directory) + "/prodpair.sqlite"
    let demo = Demo(now: now ?? Session.now, login: Identity.current().account)
    try demo.create(at: path).close()
    return StoreLocation(path: path, origin: .option)
  }

  @Sendable private static func moment(_ text: String) throws -> Instant {
    guard let instant = Instant(rfc3339: text) else { throw CommandLineError.timeUnreadable(text) }
    return instant
  }
}
