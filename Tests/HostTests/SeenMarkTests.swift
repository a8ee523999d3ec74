import Foundation
import Testing

@testable import Host

@Suite("How far somebody has seen the journal")
struct SeenMarkTests {
  private let folder = NSTemporaryDirectory() + "prodpair-seen-" + UUID().uuidString

  @Test("It is kept for each store, and never looked is no mark")
  func keeps() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let mark = SeenMark(store: "a", environment: ["XDG_STATE_HOME": folder])
    #expect(try mark.read() == nil)
    try mark.write(42)
    try mark.write(43)
    #expect(try mark.read() == 43)
    #expect(try SeenMark(store: "b", environment: ["XDG_STATE_HOME": folder]).read() == nil)
    let mode = try FileManager.default.attributesOfItem(atPath: folder + "/prodpair/seen")[.posixPermissions] as? Int
    #expect(mode == 0o700)
  }

  @Test("A relative XDG_STATE_HOME is ignored, and what is no number is no mark")
  func odd() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let environment = ["XDG_STATE_HOME": "state", "HOME": folder]
    try SeenMark(store: "a", environment: environment).write(7)
    #expect(FileManager.default.fileExists(atPath: folder + "/.local/state/prodpair/seen/a"))
    try Data("seven".utf8).write(to: URL(fileURLWithPath: folder + "/.local/state/prodpair/seen/a"))
    #expect(try SeenMark(store: "a", environment: environment).read() == nil)
  }
}
