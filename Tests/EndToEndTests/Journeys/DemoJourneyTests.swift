import Foundation
import Testing

@Suite("The demo in a terminal", .inTurn)
struct DemoJourneyTests {
  /// What demos there are under the folder, as names of their directories.
  private func demos(in folder: Folder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
  }

  private func waitUntilGone(in folder: Folder) async throws {
    let end = ContinuousClock.now + TerminalSession.patience
    while try !demos(in: folder).isEmpty, ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(20)) }
    #expect(try demos(in: folder) == [])
  }

  @Test("It opens on what is under way, as ana, and leaves nothing behind", arguments: [nil, SIGTERM, SIGKILL])
  func opens(signal: Int32?) async throws {
    let folder = try Folder()
    let terminal = try TerminalSession(columns: 110, rows: 30, environment: ["TMPDIR": folder.path])
    try await terminal.run("prodpair demo")
    try await terminal.wait(for: "cf-release@v206", "ana + bo")
    #expect(try demos(in: folder).count == 1)
    try terminal.press("Enter")
    try await terminal.wait(for: "ana (you) + bo", "waits for you to confirm")
    if let signal {
      for child in try terminal.children() { kill(child, signal) }
    } else {
      try terminal.press("q")
    }
    try await waitUntilGone(in: folder)
  }
}
