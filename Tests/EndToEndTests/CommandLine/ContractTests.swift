import Foundation
import Testing

@Suite("The lines of the contract work as they stand")
struct ContractTests {
  @Test("init, person add, checklist import, list and show")
  func beforeARun() throws {
    let desk = try Desk()
    try desk.write("release.md", Samples.release)
    #expect(try desk.run("init --team platform --timezone UTC").exitCode == 0)
    #expect(try desk.run("person add ana --name Ana --login ana --team platform").exitCode == 0)
    #expect(try desk.run("checklist import release.md --name another-release").exitCode == 0)
    #expect(try desk.run("checklist import release.md").exitCode == 0)
    let list = try desk.run("checklist list --json").list
    #expect(
      list.map { $0["name"] as? String } == ["another-release", "manifest-only", "new-release", "stemcell-upgrade"])
    #expect(list[2]["title"] as? String == "New release")
    #expect(list[2]["version"] as? Int == 2)
    let shown = try desk.run("checklist show new-release --json").object
    #expect(shown["name"] as? String == "new-release")
    #expect(shown["version"] as? Int == 2)
    #expect((shown["sha256"] as? String)?.count == 64)
    let sections = try #require(shown["sections"] as? [[String: Any]])
    #expect(sections.map { $0["name"] as? String } == ["pre", "during", "post", "rollback"])
    let steps = try #require(sections[1]["steps"] as? [[String: Any]])
    #expect(steps.map { $0["id"] as? String } == ["canary", "deploy"])
    #expect(steps.map { $0["number"] as? Int } == [2, 3])
    #expect(steps[0]["text"] as? String == "Watch the canary")
  }

  @Test("run start prints the number alone on the first line, whatever options come with it")
  func startPrintsTheNumber() throws {
    let desk = try Desk.ready()
    #expect(try desk.run(Samples.start + " --rehearsal --incident 3 --override \"drill\"").output == "1\n")
    #expect(try desk.run("run abort 1 --reason done").exitCode == 0)
    #expect(try desk.run(Samples.start).output == "2\n")
  }

  @Test("run tick, fail and show, with the keys that scripts read")
  func stepsAndRecord() throws {
    let desk = try Desk.ready()
    try desk.run(Samples.start)
    #expect(try desk.run("run tick 1 final-release --as bo").exitCode == 0)
    #expect(try desk.run("run fail 1 canary --reason \"port 34567 in use\" --as bo").exitCode == 0)
    #expect(try desk.run("run tick 1 deploy --value \"95 updated, 0 failed\" --as ana").exitCode == 0)
    let run = try desk.run("run show 1 --json").object
    #expect(run["number"] as? Int == 1)
    #expect(run["checklist"] as? String == "new-release")
    #expect(run["version"] as? Int == 1)
    #expect(run["state"] as? String == "running")
    #expect(run["environment"] as? String == "staging")
    #expect(run["artifact"] as? String == "cf-release@v205")
    #expect(run["pair"] as? [String] == ["ana", "bo"])
    let steps = try #require(run["steps"] as? [[String: Any]])
    #expect(steps.map { $0["id"] as? String } == ["final-release", "canary", "deploy", "publish", "rollback-deploy"])
    #expect(steps.map { $0["number"] as? Int } == [1, 2, 3, 4, 5])
    #expect(steps.map { $0["section"] as? String } == ["pre", "during", "during", "post", "rollback"])
    #expect(steps.map { $0["state"] as? String } == ["done", "failed", "done", "inactive", "inactive"])
    let failure = try #require((steps[1]["entries"] as? [[String: Any]])?.last)
    #expect(failure["kind"] as? String == "failed")
    #expect(failure["by"] as? String == "bo")
    #expect(failure["reason"] as? String == "port 34567 in use")
    let tick = try #require((steps[2]["entries"] as? [[String: Any]])?.last)
    #expect(tick["value"] as? String == "95 updated, 0 failed")
    let at = try #require(tick["at"] as? String)
    #expect(at.hasSuffix("Z") && at.count == 24)
  }

  @Test("What list prints as JSON is an array, and what show prints an object, also of nothing")
  func arraysAndObjects() throws {
    let desk = try Desk()
    try desk.run("init --no-starters")
    for list in ["team list", "person list", "checklist list", "run list", "journal"] {
      #expect(try desk.run(list + " --json").json is [Any], "\(list)")
    }
    for show in ["team show platform", "doctor", "verify"] {
      #expect(try desk.run(show + " --json").json is [String: Any], "\(show)")
    }
  }

  @Test("The store is --store, else $PRODPAIR_STORE, else one's own")
  func whichStore() throws {
    let desk = try Desk()
    let other = desk.folder.appendingPathComponent("other.sqlite").path
    #expect(try desk.run("init --team other --no-starters --store \(other)").exitCode == 0)
    #expect(try desk.run("team show").exitCode == 66)
    #expect(try desk.run("--store \(other) team show").output.contains("other"))
    #expect(try desk.run("team show", environment: ["PRODPAIR_STORE": other]).exitCode == 0)
    let own = ["PRODPAIR_STORE": "", "XDG_DATA_HOME": desk.folder.path]
    #expect(try desk.run("init --no-starters", environment: own).exitCode == 0)
    #expect(FileManager.default.fileExists(atPath: desk.folder.path + "/prodpair/prodpair.sqlite"))
  }

  @Test("An override is accepted where no rule stands in the way, and recorded where one does")
  func overrides() throws {
    let desk = try Desk.ready()
    try desk.run("run start new-release --env staging --artifact a@1 --pair ana,bo --param version=v1 --override why")
    let free = try #require(try desk.run("run show 1 --json").object["overrides"] as? [Any])
    #expect(free.isEmpty)
    let start = "run start new-release --env prod --artifact b@1 --pair ana,bo --param version=v1"
    let refused = try desk.run(start)
    #expect(refused.exitCode == 1)
    #expect(refused.errors.contains("staging-first") && refused.errors.contains("--override"))
    #expect(try desk.run(start + " --override \"customers wait\"").output == "2\n")
    let rules = try #require(try desk.run("run show 2 --json").object["overrides"] as? [[String: Any]])
    #expect(rules.contains { $0["rule"] as? String == "staging-first" })
    #expect(rules.allSatisfy { $0["reason"] as? String == "customers wait" })
  }
}
