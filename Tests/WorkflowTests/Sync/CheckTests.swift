import ChecklistFile
import Domain
import Foundation
import Host
import Store
import Testing

@testable import Workflow

@Suite("Checking that files are what the store has")
struct CheckTests {
  private func check(_ desk: Desk, names: [String] = [], files: [String] = []) throws -> [SyncChecklists.Line] {
    try CheckChecklists(
      checklists: names.map { ChecklistName($0) }, files: files.map { desk.directory + "/" + $0 }, git: Desk.git
    ).run(in: desk.store, by: .bo, at: .morning)
  }

  @Test("Files that were imported here are in order or not, and nothing is changed")
  func known() throws {
    let desk = try Desk()
    try desk.importFile(desk.write(Desk.release))
    #expect(try check(desk).map(\.isInOrder) == [true])
    try desk.write(Desk.release + "- [ ] Publish\n")
    let head = try desk.head()
    let lines = try check(desk) + check(desk, names: ["release"]) + check(desk, files: ["release.md"])
    #expect(lines.map(\.found.words) == ["file newer, v2", "file newer, v2", "file newer, v2"])
    #expect(lines.allSatisfy { !$0.isInOrder })
    #expect(try desk.head() == head)
  }

  @Test("A file that was never imported here is compared with the checklist that it names")
  func unknown() throws {
    let desk = try Desk()
    try desk.importText(Desk.release)
    try desk.write(Desk.release)
    #expect(try check(desk, files: ["release.md"]).map(\.isInOrder) == [true])
    #expect(try desk.origins().isEmpty)
    try desk.write(Desk.release + "- [ ] Publish\n")
    #expect(try check(desk, files: ["release.md"]).map(\.found.words) == ["unknown, not v1"])
    try desk.importText(Desk.release + "- [ ] Tell all\n")
    try desk.write(Desk.release)
    #expect(try check(desk, files: ["release.md"]).map(\.found.words) == ["store newer, v2"])
  }

  @Test("What can't be checked is not in order")
  func unchecked() throws {
    let desk = try Desk()
    try desk.write(Desk.release, to: "other.md")
    try desk.write("prose\n", to: "prose.md")
    let lines = try check(desk, files: ["other.md", "prose.md", "none.md"])
    #expect(lines.allSatisfy { $0.found.words.hasPrefix("failed") && !$0.isInOrder })
    #expect(throws: Missing.self) { try check(desk, names: ["none"]) }
  }

  @Test("An error of lint fails a file that is the same; what is only doubtful does not")
  func lint() throws {
    let desk = try Desk()
    try desk.importFile(desk.write("- [x] Log in to the jump box\n", to: "doubtful.md"))
    try desk.importFile(desk.write("- [ ] Log in to the jump box\n- []  Deploy\n", to: "wrong.md"))
    let lines = try check(desk)
    #expect(lines.map(\.found.words) == ["same", "same"])
    #expect(lines.map(\.isInOrder) == [true, false])
    #expect(lines.flatMap(\.errors).map(\.rule) == [LintRule.missedStep])
  }
}
