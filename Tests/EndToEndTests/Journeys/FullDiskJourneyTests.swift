import Foundation
import Testing

@Suite("A disk that takes nothing for a while, under the open screen", .inTurn)
struct FullDiskJourneyTests {
  /// How a disk refuses, and what is to be read of it.
  struct Refusal: CustomTestStringConvertible, Sendable {
    var errno: String
    var words: String
    var testDescription: String { errno }

    static let full = Refusal(errno: "ENOSPC", words: "There is no room to write")
    static let readOnly = Refusal(errno: "EROFS", words: "can't be read or written")
    static let broken = Refusal(errno: "EIO", words: "can't be read or written")
  }

  /// A disk on which nothing more goes into the store while a file is there, and the run on the screen.
  private struct FullDisk {
    let place: Workplace
    let terminal: TerminalSession
    private let sign: String

    init(_ refusal: Refusal) async throws {
      place = try Workplace()
      sign = place.folder("full")
      let library = Program.built.deletingLastPathComponent().appendingPathComponent("libprodpair-faults.so").path
      try #require(FileManager.default.fileExists(atPath: library), "the build makes it: \(library)")
      terminal = try await place.run(environment: [
        "LD_PRELOAD": library,
        "PRODPAIR_FAULTS": "under=\(place.folder("team"));call=write;nth=1+;errno=\(refusal.errno);while=\(sign)",
      ])
    }

    func fill() throws { try place.file("full", "") }

    func makeRoom() throws { try FileManager.default.removeItem(atPath: sign) }
  }

  @Test(
    "A note that does not go in is said in words and kept, and its Enter succeeds once it can be written",
    arguments: [Refusal.full, .readOnly, .broken])
  func note(_ refusal: Refusal) async throws {
    let disk = try await FullDisk(refusal)
    let (place, terminal) = (disk.place, disk.terminal)
    try terminal.press("c")
    try await terminal.wait(for: "note on step 1")
    try terminal.type("half a thought")
    try await terminal.wait(for: "half a thought")
    try disk.fill()
    try terminal.press("Enter")
    try await terminal.wait(for: refusal.words, "prodpair.sqlite")
    #expect(try !place.must("run", "show", "1", "--json").contains("half a thought"))

    try disk.makeRoom()
    try terminal.press("c")
    try await terminal.wait(for: "note on step 1", "half a thought")
    try terminal.press("Enter")
    try await terminal.wait(forSaid: "noted")
    #expect(try place.must("run", "show", "1", "--json").contains("half a thought"))
    try place.must("verify")
    try terminal.press("q")
    try await TerminalMannersTests.expectUsable(terminal)
  }

  @Test("A tick that does not go in is said in words, is not shown as done, and succeeds once there is room")
  func tick() async throws {
    let disk = try await FullDisk(.full)
    let (place, terminal) = (disk.place, disk.terminal)
    try await terminal.wait(forStep: 1, "PRE 0/3")
    try disk.fill()
    try terminal.press("Space")
    try await terminal.wait(for: "There is no room to write", "PRE 0/3")
    #expect(try !place.must("run", "show", "1", "--json").contains(#""done""#))

    try disk.makeRoom()
    try terminal.press("k")
    try await terminal.waitUntilGone("There is no room")
    try terminal.press("Space")
    try await terminal.wait(for: "PRE 1/3")
    #expect(try place.must("run", "show", "1", "--json").contains(#""done""#))
    try place.must("verify")
    try terminal.press("q")
    try await TerminalMannersTests.expectUsable(terminal)
  }
}
