import ChecklistFile
import Domain
import Foundation
import Host
import Store
import Testing

@testable import Workflow

@Suite("Importing a file")
struct ImportFileTests {
  @Test("A file becomes the first version, stays as it is, and its path is remembered")
  func first() throws {
    let desk = try Desk()
    let path = try desk.write(Desk.release)
    let outcome = try desk.importFile(path)
    #expect(outcome.version == VersionReference(checklist: ChecklistName("release"), number: 1))
    #expect(outcome.isNew && outcome.stepCount == 3)
    #expect(outcome.findings.isEmpty)
    #expect(try desk.bytes() == Array(Desk.release.utf8))
    #expect(try desk.latest().reason == "imported from \(path)")
    #expect(
      try desk.store.read { try $0.checklistFiles(host: Machine.name) }
        == [ChecklistOrigin(host: Machine.name, path: path, base: outcome.version)])
  }

  @Test("The name given stands before the file's own, and the reason before the usual one")
  func named() throws {
    let desk = try Desk()
    let path = try desk.write("---\nchecklist: own-name\n---\n" + Desk.release)
    #expect(try desk.importFile(path).version.checklist == ChecklistName("own-name"))
    let outcome = try desk.importFile(path, name: "another", reason: "split in two")
    #expect(outcome.version.checklist == ChecklistName("another"))
    #expect(try desk.latest("another").reason == "split in two")
  }

  @Test("What lint finds comes with the outcome and refuses nothing")
  func lint() throws {
    let desk = try Desk()
    let outcome = try desk.importFile(desk.write("# Release\n\n## Odds and ends\n- [x] Log in to the jump box\n"))
    #expect(outcome.findings.map { $0.rule } == [LintRule.guessedSection, .tickedBox])
    #expect(outcome.isNew)
  }

  @Test("The same file again writes nothing")
  func again() throws {
    let desk = try Desk()
    let path = try desk.write(Desk.release)
    try desk.importFile(path)
    let head = try desk.head()
    #expect(try !desk.importFile(path, by: .bo).isNew)
    #expect(try desk.head() == head)
  }

  @Test("A link is remembered as the file that it leads to")
  func link() throws {
    let desk = try Desk()
    let path = try desk.write(Desk.release)
    try FileManager.default.createSymbolicLink(atPath: desk.directory + "/link.md", withDestinationPath: path)
    try desk.importFile(desk.directory + "/link.md", name: "release")
    #expect(try desk.store.read { try $0.checklistFiles(host: Machine.name) }.map(\.path) == [path])
  }

  @Test("A file that is not there, and a directory, are named, and nothing is changed")
  func noFile() throws {
    let desk = try Desk()
    let head = try desk.head()
    let path = desk.directory + "/none.md"
    #expect(throws: FileError.missing(path: path)) { try desk.importFile(path) }
    #expect(throws: FileError.notAFile(path: desk.directory)) { try desk.importFile(desk.directory) }
    #expect(try desk.head() == head)
  }

  @Test(
    "A file that is no checklist is refused with its name and line, and nothing is changed",
    arguments: [
      ("- [ ] a\n- [ ] b\u{0}\n", 2, ChecklistFileError.Problem.binary),
      ("", 1, .noSteps), ("# Only\n\nprose\n", 3, .noSteps),
      ("- [ ] a <!-- id: x -->\n- [ ] b <!-- id: x -->\n", 2, .duplicateID(id: "x", firstLine: 1)),
    ])
  func noChecklist(text: String, line: Int, problem: ChecklistFileError.Problem) throws {
    let desk = try Desk()
    let path = try desk.write(text)
    let head = try desk.head()
    #expect(throws: ChecklistFileError(file: path, line: line, problem: problem)) { try desk.importFile(path) }
    #expect(try desk.head() == head)
    #expect(try desk.bytes() == Array(text.utf8))
  }

  @Test("Invalid UTF-8 is refused with its line")
  func invalid() throws {
    let desk = try Desk()
    let path = try desk.write(Array("- [ ] a\n- [ ] ".utf8) + [0xC3, 0x28, 0x0A], to: "release.md")
    let head = try desk.head()
    #expect(throws: ChecklistFileError(file: path, line: 2, problem: .notUTF8)) { try desk.importFile(path) }
    #expect(try desk.head() == head)
  }

  @Test("A bad file does not touch the version that is there")
  func badUpdate() throws {
    let desk = try Desk()
    let path = try desk.write(Desk.release)
    try desk.importFile(path)
    let head = try desk.head()
    try desk.write("nothing to do\n")
    #expect(throws: ChecklistFileError.self) { try desk.importFile(path) }
    #expect(try desk.head() == head)
    #expect(try desk.latest().reference.number == 1)
  }

  @Test("A real file is imported, byte for byte", .enabled(if: !RealFiles.paths.isEmpty), arguments: RealFiles.paths)
  func real(path: String) throws {
    let desk = try Desk()
    let outcome = try desk.importFile(path)
    let version = try desk.latest(outcome.version.checklist.text)
    #expect(outcome.stepCount > 0 && version.steps.count == outcome.stepCount)
    #expect(Array(version.source.utf8) == Array(try Data(contentsOf: URL(fileURLWithPath: path))))
    #expect(Set(version.steps.map(\.id)).count == outcome.stepCount)
    #expect(try !desk.importFile(path).isNew)
  }
}
