import ChecklistFile
import Domain
import Foundation
import Host
import Store
import Testing

@testable import Workflow

@Suite("Folding into a checklist's file")
struct FoldFileTests {
  /// Tasks ten lists deep, under a first one.
  private static let deep: String = {
    let levels = (1..<10).map { String(repeating: "  ", count: $0) + "+ [ ] Look at level \($0)\n" }
    return "+ [ ] Tell support\n" + levels.joined()
  }()

  private static let pages: [(source: String, expected: String)] = [
    ("- [ ] Tell support\r\n- [ ] Smoke tests\r\n", "- [ ] Tell support\r\n- [ ] Ports\r\n- [ ] Smoke tests\r\n"),
    ("- [ ] Smoke tests\n- [ ] Tell support", "- [ ] Smoke tests\n- [ ] Tell support\n- [ ] Ports"),
    (
      "-\t[ ] Tell support\n\n\tby mail\n-\t[ ] Smoke tests\t\n",
      "-\t[ ] Tell support\n\n\tby mail\n-\t[ ] Ports\n-\t[ ] Smoke tests\t\n"
    ),
    (deep + "+ [ ] Smoke tests  \n", deep + "+ [ ] Ports\n+ [ ] Smoke tests  \n"),
  ]

  @Test("Every line that the lesson does not touch stays byte for byte", arguments: pages.indices)
  func lossless(_ page: Int) throws {
    let (source, expected) = Self.pages[page]
    let desk = try Desk()
    let path = try desk.write(source)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try desk.importFile(path)
    let lesson = try desk.learn(.add(text: "Ports", .after(StepID("tell-support"))))
    let outcome = try desk.fold(desk.plan(lesson))
    #expect(outcome.path == path)
    let written = String(decoding: try desk.bytes(), as: UTF8.self)
    #expect(written == expected)
    #expect(try desk.latest().source == written)
    #expect(try desk.mode() == 0o640)
    #expect(try desk.sync() == ["same"])
  }

  @Test("A file that nobody may write is refused, also to root, and nothing is changed")
  func readOnly() throws {
    let desk = try Desk()
    let path = try desk.write(Desk.release)
    try desk.importFile(path)
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    try expectRefusal(desk) { #expect($0 as? FileError == .readOnly(path: path)) }
  }

  @Test("A file that holds what the store does not have is synced first")
  func fileAhead() throws {
    let desk = try Desk()
    try desk.importFile(desk.write(Desk.release))
    try desk.write(Desk.release + "- [ ] Publish\n")
    try expectRefusal(desk) { error in
      guard case .fileAhead? = error as? FoldError else { Issue.record("\(error)"); return }
    }
  }

  @Test("A file that is gone is said to be, and the version can be made without it")
  func fileGone() throws {
    let desk = try Desk()
    let path = try desk.write(Desk.release)
    try desk.importFile(path)
    try FileManager.default.removeItem(atPath: path)
    let head = try desk.head()
    let plan = try desk.plan(desk.learn(.sales))
    let error = #expect(throws: FoldError.self) { try desk.fold(plan) }
    guard case .fileGone? = error else { Issue.record("\(String(describing: error))"); return }
    #expect(try desk.head() != head)
    #expect(try desk.fold(plan, .storeOnly).path == nil)
    #expect(try desk.latest().reference.number == 2)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("Of several files one has to be named; the others are behind, and sync brings them up")
  func severalFiles() throws {
    let desk = try Desk()
    let first = try desk.write(Desk.release)
    try desk.importFile(first)
    let second = try desk.write(Desk.release, to: "other.md")
    try desk.importFile(second, name: "release")
    try expectRefusal(desk) { error in
      guard case .severalFiles(_, let paths)? = error as? FoldError else { Issue.record("\(error)"); return }
      #expect(paths.sorted() == [first, second].sorted())
    }
    let plan = try desk.plan(LessonNumber(1))
    #expect(throws: FoldError.self) { try desk.fold(plan, .file(desk.directory + "/third.md")) }
    #expect(try desk.fold(plan, .file(second)).path == second)
    #expect(try desk.bytes() == Array(Desk.release.utf8))
    #expect(try desk.sync().contains { $0.hasPrefix("store newer") })
    #expect(try desk.bytes() == desk.bytes("other.md"))
    #expect(try desk.sync() == ["same", "same"])
  }

  @Test("A file that is a version behind is brought up to the new one")
  func fileBehind() throws {
    let desk = try Desk()
    try desk.importFile(desk.write(Desk.release))
    try desk.importText(Desk.release + "- [ ] Publish\n")
    try desk.fold(desk.plan(desk.learn(.sales)))
    #expect(try desk.bytes() == Array(desk.latest().source.utf8))
    #expect(try desk.sync() == ["same"])
  }

  @Test("A checklist without a file gets its version in the store, and has nothing to commit")
  func noFile() throws {
    let desk = try Desk()
    try desk.importText(Desk.release)
    let plan = try desk.plan(desk.learn(.sales))
    #expect(throws: FoldError.self) { try desk.fold(plan, commit: true) }
    #expect(try desk.fold(plan).version.number == 2)
  }

  @Test("A version without a reason is refused before anything is written")
  func noReason() throws {
    let desk = try Desk()
    try desk.importFile(desk.write(Desk.release))
    let plan = try desk.plan(desk.learn(.sales))
    let head = try desk.head()
    #expect(throws: Refusal.needsReason("a new version")) { try desk.fold(plan, reason: " ") }
    #expect(try desk.head() == head && desk.bytes() == Array(Desk.release.utf8))
  }

  /// The checklist's lesson is not folded: file, store and lesson are as they were.
  private func expectRefusal(_ desk: Desk, _ judge: (any Error) -> Void) throws {
    let lesson = try desk.learn(.sales)
    let plan = try desk.plan(lesson)
    let (head, bytes) = (try desk.head(), try desk.bytes())
    do {
      try desk.fold(plan)
      Issue.record("it was folded")
    } catch {
      judge(error)
    }
    #expect(throws: (any Error).self) { try Fold(plan, reason: "x").check(in: desk.store) }
    #expect(try desk.head() == head && desk.bytes() == bytes)
    #expect(try desk.lesson(lesson).isOpen)
    #expect(try !desk.hasIntent())
  }
}
