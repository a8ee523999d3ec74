import Foundation
import Testing

@testable import Exchange

@Suite("The hook in a repository, as git runs it")
struct HookedRepositoryTests {
  private static let pair = "\n\nCo-authored-by: Ana <ana@example.org>"

  @Test(
    "No message, and an editor that is closed without typing, give the commit up as they do without the hook",
    arguments: [["-m", ""], ["-F", "/dev/null"], [], ["-v"], ["-s"], ["--cleanup=scissors"], ["-t", "template"]])
  func empty(arguments: [String]) throws {
    let repository = try HookedRepository()
    try Data("Ticket: \n\n# what it is for\n".utf8).write(to: repository.folder.appendingPathComponent("template"))
    #expect(try repository.git(["commit", "--allow-empty"] + arguments) != 0)
    #expect(try repository.messages() == ["one"])
  }

  @Test("A message that is given gets the pair, with a # or a line of dashes in it too")
  func given() throws {
    let repository = try HookedRepository()
    for text in ["two", "#12 three", "four\n\none\n---\nother"] {
      #expect(try repository.git(["commit", "--allow-empty", "-m", text]) == 0)
      #expect(try repository.messages().first == text + Self.pair)
    }
    #expect(try repository.git(["commit", "--allow-empty", "-v", "-e", "-m", "five"]) == 0)
    #expect(try repository.messages().first == "five" + Self.pair)
  }

  @Test("A commit that is amended, picked, taken back or rebased keeps its message")
  func others() throws {
    let repository = try HookedRepository()
    for name in ["two", "three"] { try repository.commit(name, isHooked: false) }
    try repository.must("branch", "side")
    try repository.must("reset", "-q", "--hard", "HEAD~2")
    try repository.commit("other", isHooked: false)
    try repository.must("branch", "base")
    try repository.must("cherry-pick", "side")
    #expect(try repository.messages() == ["three", "other", "one"])
    try repository.must("commit", "--amend", "--allow-empty", "--reset-author")
    try repository.must("commit", "--allow-empty", "-C", "side~1")
    #expect(try repository.messages() == ["two", "three", "other", "one"])
    try repository.must("revert", "--no-edit", "HEAD~1")
    #expect(try repository.messages()[0].hasPrefix("Revert \"three\"\n\nThis reverts commit"))
    #expect(try repository.messages().allSatisfy { !$0.contains("Co-authored-by") })
    try repository.must("checkout", "-q", "side")
    try repository.commit("four", isHooked: true)
    try repository.must("rebase", "-q", "base")
    #expect(try repository.messages() == ["four" + Self.pair, "three", "two", "other", "one"])
  }
}
