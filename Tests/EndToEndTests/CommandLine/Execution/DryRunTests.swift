import Foundation
import Testing

@Suite("run exec --dry-run shows every command, and runs none")
struct DryRunTests {
  private func desk(begin: Bool = true) throws -> Desk {
    try Desk.running(
      Desk.step("first", "mode: check; attempts: 3", "touch ran-{{name}}")
        + "- [ ] Look at {{name}} <!-- id: look -->\n" + Desk.step("hand", "mode: manual", "touch ran")
        + "## Rollback\n" + Desk.step("back", "", "touch ran\ntouch again", language: "bash"),
      front: "parameters:\n  - name: name", parameters: ["name": "z1\n$(touch ran)"], begin: begin)
  }

  @Test("Each command stands there as it would be run, and what is done by hand is named so")
  func whole() throws {
    let desk = try desk()
    let before = try desk.run("journal --json").list.count
    let files = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).sorted()
    let outcome = try desk.run("run exec 1 --dry-run")
    #expect(outcome.exitCode == 0 && outcome.errors.isEmpty, "\(outcome)")
    for words in [
      "step 1 first, check", "    touch ran-${name}\n", "z1␊$(touch ran)", "up to 3 tries",
      "step 2 look, by hand: Look at z1 $(touch ran)", "step 3 hand, by hand", "rollback:",
      "runs with  bash -eo pipefail", "    touch ran\n    touch again\n",
      "2 commands, 2 steps are done by hand; none was run",
    ] {
      #expect(outcome.output.contains(words), "\(words): \(outcome.output)")
    }
    #expect(try desk.run("journal --json").list.count == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).sorted() == files)
    #expect(try desk.state("first") == "open")
  }

  @Test("As JSON it has keys that docs/json.md describes, and the values of parameters as they are")
  func json() throws {
    let desk = try desk()
    let outcome = try desk.run("run exec 1 --dry-run --json")
    let steps = try #require(outcome.object["steps"] as? [[String: Any]])
    #expect(steps.map { $0["mode"] as? String } == ["check", "manual", "manual", "assisted"])
    let command = try #require((steps[0]["commands"] as? [[String: Any]])?.first)
    #expect(command["code"] as? String == "touch ran-${name}" && command["attempts"] as? Int == 3)
    let parameter = try #require((command["parameters"] as? [[String: Any]])?.first)
    #expect(parameter["value"] as? String == "z1\n$(touch ran)")
    let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../docs/json.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    for object in [outcome.object, steps[0], command, parameter] {
      for key in object.keys {
        let isThere = text.contains("`\(key)`") || text.contains("`\(key)[]`")
        #expect(isThere, "\(key)")
      }
    }
  }

  @Test("It works for a run that is only planned, and for one that is over")
  func anyState() throws {
    let desk = try desk(begin: false)
    let plan = "run plan steps --env staging --artifact a@1 --pair ana,bo --param name=z1 --at \"2999-12-07 09:00\""
    #expect(try desk.run(plan).exitCode == 0)
    #expect(try desk.run("run exec 1 --dry-run").output.contains("touch ran-${name}"))
    try desk.run("run start 1")
    try desk.run("run abort 1 --reason over --as ana")
    #expect(try desk.run("run exec 1 first --dry-run").output.hasSuffix("1 command; none was run\n"))
  }
}
