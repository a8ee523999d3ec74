import Domain
import Foundation
import TestSupport
import Testing

@testable import Exchange

@Suite("The hook that adds the pair to a commit's message")
struct TrailerHookTests {
  private static let lines = "Co-authored-by: Ana <ana@example.org>\nCo-authored-by: Bo O'Neil <bo@example.org>"

  /// The message after the hook has run `times` times, with a `prodpair` that is the script given.
  private func message(
    _ message: String, prodpair: String, source: String = "message", times: Int = 1, team: TeamName? = nil
  ) throws -> (text: String, status: Int32) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("COMMIT EDITMSG")
    let hook = folder.appendingPathComponent("prepare-commit-msg")
    let program = folder.appendingPathComponent("prodpair")
    try Data(message.utf8).write(to: file)
    try Data(TrailerHook.script(team: team).utf8).write(to: hook)
    try Script.write("#!/bin/sh\n\(prodpair)\n", to: program.path)
    var status: Int32 = 0
    for _ in 0..<times {
      let environment = ["PATH": "\(folder.path):/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
      let child = try Spawned.run(["/bin/sh", hook.path, file.path, source], environment: environment)
      status = max(status, child.exitCode)
    }
    return (String(decoding: try Data(contentsOf: file), as: UTF8.self), status)
  }

  private var naming: String { "printf '%s\\n' '\(Self.lines.replacingOccurrences(of: "'", with: "'\\''"))'" }

  @Test("It adds the pair once, however often it runs", arguments: [1, 3])
  func adds(times: Int) throws {
    let (text, status) = try message("Scale it\n", prodpair: naming, times: times)
    #expect(text == "Scale it\n\n\(Self.lines)\n" && status == 0)
  }

  @Test("Lines that are there stay, and so do comments; who is named already is not named again")
  func keeps() throws {
    let before = "Scale it\n\nLong story.\n\nFixes: 12\nco-authored-by: ana <ANA@example.org>\n# Please enter\n"
    let (text, _) = try message(before, prodpair: naming)
    #expect(
      text.contains("Fixes: 12\nco-authored-by: ana <ANA@example.org>\nCo-authored-by: Bo O'Neil <bo@example.org>\n"))
    #expect(text.hasSuffix("# Please enter\n") && !text.contains("Ana <ana"))
  }

  @Test(
    "Where prodpair fails, names nobody or says something else, in a merge and in what is made anew, the message stays",
    arguments: [
      ("exit 1", "message"), ("printf 'Co-authored-by: x <x@y>\\n'; exit 66", "message"), ("exit 0", "message"),
      ("echo nobody is on duty", "message"), ("printf 'Co-authored-by: x <x@y>\\n'", "merge"),
      ("printf 'Co-authored-by: x <x@y>\\n'", "commit"),
    ])
  func nothing(prodpair: String, source: String) throws {
    let (text, status) = try message("Scale it\n", prodpair: prodpair, source: source)
    #expect(text == "Scale it\n" && status == 0)
  }

  @Test("In the editor the pair is a comment above git's own, once", arguments: [1, 2], ["", "template"])
  func editor(times: Int, source: String) throws {
    let comment = "# Please enter the commit message\n"
    let (text, _) = try message("\n" + comment, prodpair: naming, source: source, times: times)
    #expect(
      text == """


        # The pair on duty, to be named by taking the first two characters away:
        # Co-authored-by: Ana <ana@example.org>
        # Co-authored-by: Bo O'Neil <bo@example.org>
        #
        # Please enter the commit message

        """)
    let (same, _) = try message("\n" + comment, prodpair: "exit 1", source: source)
    #expect(same == "\n" + comment)
    // What stands below that line, or where git has no comments, would be taken for text, or not be seen.
    let scissors = "\n# ------------------------ >8 ------------------------\n# Do not modify\n"
    #expect(try message(scissors, prodpair: naming, source: source).text == scissors)
    #expect(try message("\n", prodpair: naming, source: source).text == "\n")
  }

  @Test("The team's name is one word, whatever is in it")
  func team() throws {
    let (text, _) = try message(
      "x\n", prodpair: "printf 'Co-authored-by: %s <a@b>\\n' \"$4\"", team: TeamName("o'n $(touch x)"))
    #expect(text == "x\n\nCo-authored-by: o'n $(touch x) <a@b>\n")
  }
}
