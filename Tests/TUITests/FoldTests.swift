import Domain
import Foundation
import Store
import Terminal
import TestSupport
import Testing

@testable import TUI

@Suite("Folding lessons into the next version")
struct FoldTests {
  private static let mine = ChecklistName("mine")
  private static let page = """
    # Mine

    - [ ] Look <!-- id: look -->
    - [ ] Ask <!-- id: ask; expect: 5m -->
    - [ ] Tell <!-- id: tell -->

    """

  /// A store with a checklist in a file and a lesson that rewords its first step.
  private func desk() throws -> (real: RealStore, path: String) {
    let real = try RealStore()
    let path = try real.write(Self.page, to: "mine.md")
    try real.importFile(path)
    try real.learn("Once is not enough", edit: .reword("look", to: "Look twice"), on: Self.mine)
    return (real, path)
  }

  private func latest(_ real: RealStore) throws -> ChecklistVersion {
    try real.store.read { try $0.version(of: Self.mine) }
  }

  @Test("It shows the page with the words marked and the file, asks why and whether, and writes both")
  func whole() throws {
    let (real, path) = try desk()
    let driver = Driver(real: real, width: 100)
    driver.press("g l", "f")
    #expect(driver.lines[0].contains("Fold lesson 1 into mine v2"))
    #expect(driver.text.contains("~   1 Look{+ twice+}"))
    #expect(driver.text.contains("file    \(path)".prefix(90)))
    driver.press("Enter")
    #expect(driver.text.contains("> Once is not enough"))
    driver.press("Enter")
    #expect(driver.text.contains("Fold lesson 1 into mine v2?"))
    #expect(driver.text.contains("git gets no commit."))
    driver.press("Enter")
    #expect(try latest(real).reference.number == 1)
    driver.press("f", "Enter", "y")
    #expect(driver.words.contains("mine v2 was made; written to"))
    #expect(try latest(real).reason == "Once is not enough")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == Self.page.replacing("Look", with: "Look twice"))
    #expect(try real.store.read { try $0.lesson(LessonNumber(1)).foldedInto } == 2)
    #expect(driver.app.top is LessonsScreen)
  }

  @Test("Several lessons make one version: added, removed, moved and set, each with its sign and its lesson")
  func several() throws {
    let (real, _) = try desk()
    try real.learn("Listen", edit: .add(text: "Listen", .after("look")), on: Self.mine)
    try real.learn("Nobody asks", edit: .remove("ask"), on: Self.mine)
    try real.learn("Both of you", edit: .set("tell", key: "killer", value: nil), on: Self.mine)
    let driver = Driver(real: real, width: 80, height: 30)
    driver.press("g l", "*", "f")
    #expect(driver.lines[0].contains("Fold lessons 1, 2, 3, 4"))
    #expect(driver.text.contains("+   2 Listen"))
    #expect(driver.text.contains("-   2 [-Ask-]"))
    #expect(driver.text.contains("~   3 Tell"))
    #expect(driver.text.contains("attributes: {+killer+}"))
    #expect(driver.text.contains("lesson 3"))
    let first = driver.lines[1]
    driver.press("]")
    #expect(driver.lines[1] != first || driver.text.contains("+   2 Listen"))
    driver.press("Tab")
    #expect(driver.text.contains("- - [ ] Ask <!-- id: ask; expect: 5m -->"))
    driver.press("f", "Enter", "y")
    #expect(try latest(real).steps.map(\.text) == ["Look twice", "Listen", "Tell"])
  }

  @Test("A line that has changed meanwhile is shown side by side and never guessed; by hand it can be settled")
  func conflict() throws {
    let (real, path) = try desk()
    _ = try real.write(Self.page.replacing("Look", with: "Look around"), to: "mine.md")
    try real.importFile(path)
    let driver = Driver(real: real, width: 90)
    driver.press("g l", "f")
    #expect(driver.words.contains("The text of step look has changed since v1."))
    #expect(driver.line("v1 said").contains("v2 says") && driver.line("v1 said").contains("lesson 1 proposes"))
    driver.press("f")
    #expect(driver.words.contains("cannot be folded onto v2 as proposed"))
    driver.editor = { .changed($0.replacing("Look around", with: "Look around twice")) }
    driver.press("E")
    #expect(driver.text.contains("1 change, by hand"))
    #expect(driver.words.contains("Look around{+ twice+}"))
    driver.press("f", "Enter", "y")
    #expect(try latest(real).steps.first?.text == "Look around twice")
    #expect(try real.store.read { try $0.lesson(LessonNumber(1)).carrier } == "look")
  }

  @Test(
    "A conflict is settled in a lesson's favour by proposing the same for the latest version, which is said to do that")
  func proposedAnew() throws {
    let (real, path) = try desk()
    _ = try real.write(Self.page.replacing("Look", with: "Look around"), to: "mine.md")
    try real.importFile(path)
    let driver = Driver(real: real, width: 90)
    driver.press("g l", "Enter", "e", "Tab", "Tab", "Tab")
    #expect(driver.text.contains("v1, as it was"))
    driver.press("Right")
    #expect(driver.words.contains("that settles a conflict in its favour"))
    driver.press("^S")
    #expect(driver.text.contains("Proposed: what would change in v2"))
    #expect(try real.store.read { try $0.lesson(LessonNumber(1)).base } == 2)
    driver.press("f", "f", "Enter", "y")
    #expect(try latest(real).steps.first?.text == "Look twice")
  }

  @Test("A page written by hand that is no checklist is kept, and the editor has it again")
  func broken() throws {
    let (real, _) = try desk()
    let driver = Driver(real: real, width: 100)
    driver.press("g l", "f")
    driver.editor = { _ in .changed("nothing to tick\n") }
    driver.press("E")
    #expect(driver.words.contains("E has what you wrote"))
    driver.press("f")
    #expect(!driver.text.contains("why is it made"))
    driver.press("Esc")
    #expect(driver.text.contains("Leave the form?"))
    driver.press("n")
    var offered = ""
    driver.editor = {
      offered = $0
      return .changed(Self.page.replacing("Tell", with: "Tell everybody"))
    }
    driver.press("E")
    #expect(offered == "nothing to tick\n")
    #expect(driver.words.contains("Tell{+ everybody+}"))
  }

  @Test("A version that somebody makes while one writes by hand is not written over")
  func moved() throws {
    let (real, path) = try desk()
    let driver = Driver(real: real, width: 100)
    driver.press("g l", "f")
    driver.editor = { .changed($0.replacing("Tell", with: "Tell everybody")) }
    driver.press("E")
    _ = try real.write(Self.page.replacing("Ask", with: "Ask thrice"), to: "mine.md")
    try real.importFile(path, by: "bo")
    driver.notice()
    #expect(driver.words.contains("bo made v2 meanwhile"))
    driver.press("f")
    #expect(!driver.text.contains("why is it made"))
    #expect(try latest(real).reference.number == 2)
  }

  @Test("Of several files one is chosen, or none")
  func severalFiles() throws {
    let (real, path) = try desk()
    let other = try real.write(Self.page, to: "other.md")
    try real.importFile(other, as: Self.mine)
    let driver = Driver(real: real, width: 100)
    driver.press("g l", "f")
    #expect(driver.words.contains("there are 2 files of it on this machine"))
    driver.press("f")
    #expect(driver.text.contains("which file is written?"))
    driver.press("3", "Enter", "y")
    #expect(driver.words.contains("mine v2 was made"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == Self.page)
  }

  @Test("A file that holds more than the store is said before, and stays")
  func ahead() throws {
    let (real, path) = try desk()
    _ = try real.write(Self.page + "- [ ] Sleep\n", to: "mine.md")
    let driver = Driver(real: real, width: 100)
    driver.press("g l", "f")
    #expect(driver.words.contains("has changes that the store does not have"))
    driver.press("Enter")
    #expect(!driver.text.contains("why is it made"))
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasSuffix("Sleep\n"))
  }

  @Test("git commits on request; what stands in its way is said first, and a hook's refusal keeps the reason")
  func commit() throws {
    let (real, path) = try desk()
    let folder = (path as NSString).deletingLastPathComponent
    func git(_ words: String...) throws { try run("git", ["-C", folder] + words) }
    try git("init", "--quiet", "--initial-branch=main")
    try git("config", "user.name", "Ana")
    try git("config", "user.email", "ana@example.com")
    try git("add", "mine.md")
    try git("commit", "--quiet", "--message", "first")
    try git("config", "prodpair.protectedBranch", "main")
    let driver = Driver(real: real, width: 120)
    driver.press("g l", "f", "c")
    #expect(driver.words.contains("branch main is protected"))
    try git("config", "--unset", "prodpair.protectedBranch")
    driver.notice()
    #expect(driver.text.contains("commit  none (c: one on branch main, never pushed)"))
    let hook = folder + "/.git/hooks/pre-commit"
    try FileManager.default.createDirectory(atPath: folder + "/.git/hooks", withIntermediateDirectories: true)
    try Script.write("#!/bin/sh\necho lint says no\nexit 1\n", to: hook)
    driver.press("c", "f")
    driver.type(", says ana")
    driver.press("Enter")
    #expect(driver.words.contains("one commit of it on branch main"))
    driver.press("y")
    #expect(driver.words.contains("lint says no"))
    #expect(try latest(real).reference.number == 1)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == Self.page)
    try FileManager.default.removeItem(atPath: hook)
    driver.press("f")
    #expect(driver.text.contains("> Once is not enough, says ana"))
    driver.press("Enter", "y")
    #expect(driver.words.contains("on main"))
    #expect(try latest(real).reference.number == 2)
  }

  private func run(_ program: String, _ words: [String]) throws {
    let child = try Spawned.run([program] + words, environment: ProcessInfo.processInfo.environment)
    #expect(child.exitCode == 0, "\(words): \(child.errors)")
  }

  @Test("A lesson that somebody settles meanwhile is not folded, and that is said")
  func settledMeanwhile() throws {
    let (real, _) = try desk()
    let driver = Driver(real: real)
    driver.press("g l", "f")
    try real.store.perform(SettleLessons([LessonNumber(1)], .declined(reason: "no")), by: .own("bo"), at: .t0)
    driver.notice()
    #expect(driver.words.contains("bo declined lesson 1"))
    driver.press("Enter")
    #expect(!driver.text.contains("why is it made"))
  }
}
