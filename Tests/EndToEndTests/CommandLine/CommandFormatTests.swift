import Foundation
import Testing

@Suite("Steps that run and secrets, in the checklist file")
struct CommandFormatTests {
  private static let page = """
    ---
    checklist: smoke
    team: platform
    environments: [staging, prod]
    parameters:
      - name: url
        default: https://api.example
      - name: token
        ask: Token of the smoke tests
        secret: true
    ---
    # Smoke

    ## During
    - [ ] The platform answers <!-- id: answers -->
      ```sh {"name":"ask","cwd":"/srv"}
      curl -fsS -H "Bearer {{token}}" {{url}}
      ```

    """

  private static let start = "run start smoke --env staging --artifact x@1 --pair ana,bo"

  private func desk(_ page: String = page) throws -> Desk {
    let desk = try Desk.ready()
    #expect(try desk.run("checklist import - --name smoke", input: page).exitCode == 0)
    return desk
  }

  private func step(_ desk: Desk) throws -> [String: Any] {
    let sections = try #require(try desk.run("checklist show smoke --json").object["sections"] as? [[String: Any]])
    return try #require((sections[1]["steps"] as? [[String: Any]])?.first)
  }

  @Test("A step becomes a check by a redline of a run, which is folded with its reason")
  func promotion() throws {
    let desk = try desk()
    #expect(try desk.run(Self.start).exitCode == 0)
    #expect(try step(desk)["mode"] as? String == "assisted")
    for attribute in ["mode: check", "matches: '^status: (ok|fine);'", "timeout: 90s", "attempts: 5"] {
      let words = [
        "lesson", "add", "--run", "1", "--set", "answers", "--attribute", attribute.replacing("'", with: ""),
      ]
      #expect(try desk.run(words + ["--as", "ana"]).exitCode == 0, "\(attribute)")
    }
    let folded = try desk.run("lesson fold 1 2 3 4 --reason \"a command can ask this\" --as bo")
    #expect(folded.exitCode == 0 && folded.lines.first == "smoke v2", "\(folded.errors)")
    let step = try step(desk)
    #expect(step["mode"] as? String == "check" && step["matches"] as? String == "^status: (ok|fine);")
    #expect(step["timeoutSeconds"] as? Int == 90 && step["attempts"] as? Int == 5)
    let source = try desk.run("checklist show smoke --source").output
    #expect(
      source
        == Self.page.replacing(
          "<!-- id: answers -->",
          with: "<!-- id: answers; mode: check; matches: \"^status: (ok|fine);\"; timeout: 90s; attempts: 5 -->"))
    let versions = try desk.run("checklist versions smoke --json").list
    #expect(versions.contains { $0["reason"] as? String == "a command can ask this" })
    #expect(try desk.run("checklist diff smoke").output.contains("mode: check"))
    // The run keeps the version that it began with.
    let steps = try #require(try desk.run("run show 1 --json").object["steps"] as? [[String: Any]])
    #expect(steps.first?["mode"] as? String == "assisted")
  }

  @Test("An edit that would make the attribute unreadable is refused, and nothing is changed")
  func unusable() throws {
    let desk = try desk()
    for attribute in ["matches: (", "attempts: 21", "timeout: 0s", "progress: [", "total: many"] {
      let words = ["lesson", "add", "--checklist", "smoke", "--set", "answers", "--attribute", attribute]
      let added = try desk.run(words)
      let outcome = added.exitCode == 0 ? try desk.run("lesson fold \(added.lines[0]) --reason x") : added
      #expect(
        [64, 65].contains(outcome.exitCode) && outcome.errors.contains("nothing was changed"), "\(outcome.errors)")
    }
    #expect(try desk.run("checklist versions smoke --json").list.count == 1)
  }

  @Test("A run is begun and planned without its secret, and a value for one is refused and kept nowhere")
  func secrets() throws {
    let desk = try desk()
    let given = try desk.run(Self.start + " --param token=hunter2")
    #expect(given.exitCode == 65 && given.errors.contains("is asked for when a command needs it"), "\(given.errors)")
    #expect(!given.errors.contains("hunter2") && given.output.isEmpty)
    #expect(try desk.run(Self.start).exitCode == 0)
    let plan = Self.start.replacing("run start", with: "run plan") + " --at 2099-01-01T10:00:00Z"
    let planned = try desk.run(plan)
    #expect(planned.exitCode == 0, "\(planned.errors)")
    #expect(try desk.run(plan + " --param token=hunter2").exitCode == 65)
    let run = try desk.run("run show 1 --json").object
    #expect(run["parameters"] as? [String: String] == ["url": "https://api.example"])
    for file in try FileManager.default.contentsOfDirectory(atPath: desk.folder.path) {
      let bytes = FileManager.default.contents(atPath: desk.folder.path + "/" + file) ?? Data()
      #expect(bytes.range(of: Data("hunter2".utf8)) == nil, "\(file)")
    }
  }

  @Test("What was planned with a value that has become a secret since is begun without it")
  func becameSecret() throws {
    let desk = try desk(Self.page.replacing("    secret: true\n", with: "    default: abc\n"))
    let plan = Self.start.replacing("run start", with: "run plan") + " --at 2099-01-01T10:00:00Z"
    #expect(try desk.run(plan).exitCode == 0)
    #expect(try desk.run("checklist import - --name smoke", input: Self.page).exitCode == 0)
    let begun = try desk.run("run start 1")
    #expect(begun.exitCode == 0, "\(begun.errors)")
    #expect(
      try desk.run("run show 1 --json").object["parameters"] as? [String: String] == ["url": "https://api.example"])
  }

  @Test("A secret in text is an error of the import, with its line")
  func inText() throws {
    let desk = try Desk.ready()
    let page = Self.page.replacing("The platform answers", with: "Log in with {{token}}")
    let outcome = try desk.run("checklist import - --name smoke", input: page)
    #expect(outcome.exitCode == 65 && outcome.errors.contains(":15: {{token}} is a secret"), "\(outcome.errors)")
  }
}
