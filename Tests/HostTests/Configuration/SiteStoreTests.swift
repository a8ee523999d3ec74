import Foundation
import Testing

@testable import Host

@Suite("The team's store is known, or nothing is opened")
struct SiteStoreTests {
  private func path(_ text: String) throws -> String? {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("prodpair-\(UUID().uuidString).yaml")
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try SiteStore.path(in: ConfigurationFile(path: url.path, layer: .site))
  }

  @Test("It is what the file says, and nothing where there is no file")
  func known() throws {
    #expect(try path("store: /srv/team.sqlite\n") == "/srv/team.sqlite")
    #expect(try path("theme: mono\n") == nil)
    #expect(try path("") == nil)
    let absent = FileManager.default.temporaryDirectory.appendingPathComponent("prodpair-\(UUID().uuidString)")
    #expect(try SiteStore.path(in: ConfigurationFile(path: absent.path, layer: .site)) == nil)
  }

  @Test("A wrong theme, a wrong key and a setting that stands twice do not matter")
  func othersProblems() throws {
    let text = "theme: blue\nkeys: {run.done: [[]]}\nmouse: 7\nmouse: 8\nbogus: 1\nstore: /srv/team.sqlite\n"
    #expect(try path(text) == "/srv/team.sqlite")
  }

  @Test(
    "Where it can't be known that is an error",
    arguments: [
      "store: team.sqlite", "store:", "store: [/a]", "store: /a\nstore: /b", "store: \"/a", "- store",
      "store: \"/a\\0b\"",
    ])
  func unknown(_ text: String) {
    #expect(throws: ConfigurationProblem.self) { try path(text) }
  }
}
