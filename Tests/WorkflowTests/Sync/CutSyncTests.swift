import ChecklistFile
import Domain
import Foundation
import Host
import Store
import Testing

@testable import Workflow

@Suite("A sync that is cut off")
struct CutSyncTests {
  private let inStore = Desk.release + "- [ ] Publish\n"
  private let inFile = Desk.release.replacing("Check the manifests", with: "Check the manifests twice")
  private var both: String { inFile + "- [ ] Publish\n" }

  private struct Killed: Error {}

  /// What is to be synced, and the text that it comes to.
  enum Case: String, CaseIterable {
    case fileNewer, storeNewer, merged, storeHasAll, crlf, moved, restored
  }

  @Test(
    "Cut between any two steps nothing is lost or half, and the next sync brings all to one text",
    arguments: Case.allCases, SyncStep.allCases)
  func cut(_ what: Case, at step: SyncStep) throws {
    let desk = try Desk()
    try desk.importFile(desk.repository("ana"))
    try desk.git(".", "clone", "-q", "ana", "bo")
    try desk.importFile(desk.directory + "/bo/release.md")
    let wanted = try arrange(what, desk)
    let before = try texts(desk)
    _ = try desk.sync {
      $0.goneFiles = .restored
      $0.stop = { if $0 == step { throw Killed() } }
    }
    // Each file holds what it did, or a version whole.
    for (name, text) in try texts(desk) {
      #expect(text == before[name] || text == inStore || lf(text) == wanted)
    }
    #expect(try desk.store.verify().isSound)
    _ = try desk.sync { $0.goneFiles = .restored }
    #expect(try desk.latest().source.replacing("\r\n", with: "\n") == wanted)
    for text in try texts(desk).values { #expect(lf(text) == wanted) }
    let end = try desk.sync()
    #expect(end.allSatisfy { $0.hasPrefix("same") }, "\(end)")
    #expect(try desk.origins().count == 2)
    #expect(try desk.latest().reference.number <= 3)
    for folder in ["ana", "bo"] {
      let left = try FileManager.default.contentsOfDirectory(atPath: "\(desk.directory)/\(folder)")
      #expect(left.filter { $0.contains("prodpair-new-") }.isEmpty)
    }
  }

  /// The text that all is to come to.
  private func arrange(_ what: Case, _ desk: Desk) throws -> String {
    switch what {
    case .fileNewer:
      try desk.write(inFile, to: "ana/release.md")
      return inFile
    case .storeNewer:
      try desk.importText(inStore)
      return inStore
    case .merged:
      try desk.importText(inStore)
      try desk.write(inFile, to: "bo/release.md")
      return both
    case .storeHasAll:
      try desk.importText(both)
      try desk.write(inFile, to: "bo/release.md")
      return both
    case .crlf:
      try desk.importText(inStore)
      try desk.write(inFile.replacing("\n", with: "\r\n"), to: "bo/release.md")
      return both
    case .moved:
      try desk.importText(inStore)
      try desk.git("bo", "mv", "release.md", "deploy.md")
      return inStore
    case .restored:
      try desk.importText(inStore)
      try desk.remove("bo/release.md")
      return inStore
    }
  }

  private func texts(_ desk: Desk) throws -> [String: String] {
    var texts: [String: String] = [:]
    for name in ["ana/release.md", "bo/release.md", "bo/deploy.md"] where desk.exists(name) {
      texts[name] = try desk.text(name)
    }
    return texts
  }

  private func lf(_ text: String) -> String { text.replacing("\r\n", with: "\n") }

  @Test("Somebody who saves the file just then keeps what was saved, and it is merged the next time")
  func savedMeanwhile() throws {
    for step in [SyncStep.staged, .stored] {
      let desk = try Desk()
      let path = try desk.write(Desk.release)
      try desk.importFile(path)
      try desk.importText(inStore)
      try desk.write(inFile)
      let saved = inFile.replacing("## Pre", with: "Read this first.\n\n## Pre")
      let lines = try desk.sync { order in
        order.stop = { if $0 == step { try Data(saved.utf8).write(to: URL(fileURLWithPath: path)) } }
      }
      #expect(lines.first?.hasPrefix("failed") == true)
      #expect(try desk.text("release.md") == saved)
      #expect(try desk.sync() == ["merged, new v\(step == .staged ? 3 : 4)"])
      #expect(try desk.text("release.md") == saved + "- [ ] Publish\n")
      #expect(try desk.sync() == ["same"])
    }
  }

  @Test("A store that can't be written leaves the file as it is")
  func storeFails() throws {
    let desk = try Desk()
    try desk.importFile(desk.write(Desk.release))
    try desk.importText(inStore)
    try desk.write(inFile)
    // Another has made a version meanwhile, which is one way for the write to fail.
    let store = desk.store
    let newest = try ChecklistDocument(source: inStore + "- [ ] Tell all\n", fileName: "release.md")
    let command = ImportChecklist(newest, as: ChecklistName("release"), reason: "meanwhile")
    let lines = try desk.sync { order in
      order.stop = { if $0 == .staged { _ = try store.perform(command, by: .ana, at: .morning) } }
    }
    #expect(lines.first?.hasPrefix("failed") == true)
    #expect(try desk.text("release.md") == inFile)
    #expect(
      !(try FileManager.default.contentsOfDirectory(atPath: desk.directory)).contains { $0.contains("prodpair-new-") })
    #expect(try desk.sync() == ["merged, new v4"])
  }

  @Test("A file that can't be put in place after the store has its version is said, and written the next time")
  func fileFails() throws {
    let desk = try Desk()
    try desk.importFile(desk.write(Desk.release))
    try desk.importText(inStore)
    try desk.write(inFile)
    let staged = "\(desk.directory)/.release.md.prodpair-new-\(getpid())"
    let lines = try desk.sync { order in order.stop = { if $0 == .stored { unlink(staged) } } }
    #expect(lines.first?.contains("release v3 is in the store and nothing is lost") == true)
    #expect(try desk.text("release.md") == inFile)
    #expect(try desk.sync() == ["merged, v3"])
    #expect(try desk.text("release.md") == both)
  }
}
