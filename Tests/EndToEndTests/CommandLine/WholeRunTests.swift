import Foundation
import Testing

@Suite("A run from start to finish by the command line")
struct WholeRunTests {
  @Test("Two people take a checklist through all its sections, and the record says how")
  func wholeRun() throws {
    let desk = try Desk.ready()
    func must(_ line: String) throws {
      let outcome = try desk.run(line)
      #expect(outcome.exitCode == 0, "\(line): \(outcome)")
    }
    try must(Samples.start)
    try must("run tick 1 1 --as ana")
    try must("run begin 1 canary --as bo")
    try must("run fail 1 canary --reason \"port 34567 in use\" --as bo")
    try must("run tick 1 canary --as bo")
    try must("run begin 1 deploy --as ana")
    try must("run tick 1 deploy --value \"95 updated, 0 failed\" --as ana")
    #expect(try desk.run("run finish 1 --as ana").exitCode == 1)
    try must("run confirm 1 deploy --as bo")
    try desk.write("deploy.log", "Started updating job runner_z1 > runner_z1/91. Done (00:01:06)\n")
    try must("run attach 1 deploy deploy.log --as ana")
    try must("run note 1 deploy \"quiet dashboards\" --as bo")
    try must("run pause 1 --reason lunch --as ana")
    try must("run resume 1 --as ana")
    try must("run defer 1 publish --owe --as ana")
    let owing = try desk.run("run finish 1 --as ana")
    #expect(owing.exitCode == 1 && owing.errors.contains("a reason is owed for publish"))
    try must("run reason 1 publish --reason \"the mirror is down\" --as ana")
    try must("run finish 1 --as ana")

    let run = try desk.run("run show 1 --json").object
    #expect(run["state"] as? String == "completed-except-deferred")
    let page = try desk.run("run show 1 --markdown").output
    #expect(page.hasPrefix("# "))
    for word in ["port 34567 in use", "95 updated, 0 failed", "the mirror is down", "deploy.log", "quiet dashboards"] {
      #expect(page.contains(word), "\(word)")
      #expect(try desk.run("run show 1").output.contains(word), "\(word)")
    }
    #expect(try desk.run("verify").exitCode == 0)

    // The deferred step comes back, and what the pair should know goes to standard error.
    let again = try desk.run(Samples.start)
    #expect(again.output == "2\n")
    #expect(again.errors.contains("came back") && again.errors.contains("the mirror is down"))
  }

  @Test("A planned run is moved, started and rolled back")
  func plannedRun() throws {
    let desk = try Desk.ready()
    let plan = "run plan new-release --env staging --artifact cf@v1 --pair ana,bo --param version=v1"
    #expect(try desk.run(plan + " --at \"2999-12-07 09:00\" --told support").output == "1\n")
    #expect(try desk.run("run list --state planned --json").list.count == 1)
    #expect(try desk.run("run move 1 --at 2999-12-08T09:30:00Z").exitCode == 0)
    let planned = try #require(try desk.run("run show 1 --json").object["plan"] as? [String: Any])
    #expect(planned["at"] as? String == "2999-12-08T09:30:00.000Z")
    #expect(planned["told"] as? String == "support")
    #expect(try desk.run("run start 1").output == "1\n")
    #expect(try desk.run("run tick 1 final-release --as ana").exitCode == 0)
    let failed = try desk.run("run fail 1 deploy --reason \"two runners down\" --as ana")
    #expect(failed.output.contains("Roll back when more than one runner fails"))
    #expect(try desk.run("run rollback 1 --reason \"two runners down\" --as ana").exitCode == 0)
    #expect(try desk.run("run tick 1 rollback-deploy --as ana").exitCode == 0)
    #expect(try desk.run("run na 1 canary deploy --reason \"rolled back\" --as ana").exitCode == 0)
    #expect(try desk.run("run confirm 1 deploy --as bo").exitCode == 0)
    #expect(try desk.run("run na 1 publish --reason \"rolled back\" --as ana").exitCode == 0)
    #expect(try desk.run("run finish 1 --as ana").exitCode == 0)
    #expect(try desk.run("run show 1 --json").object["state"] as? String == "rolled-back")
    #expect(try desk.run(plan + " --at 2999-12-07T09:00:00Z").output == "2\n")
    #expect(try desk.run("run cancel 2 --reason \"not needed\"").exitCode == 0)
  }

  @Test("CI attests an artifact in staging, and production may follow on it")
  func attestation() throws {
    let desk = try Desk.ready()
    let digest = "sha256:" + String(repeating: "ab", count: 32)
    #expect(
      try desk.run("run attest cf@v1 --env staging --digest \(digest) --url https://ci.example/1").output == "1\n")
    let start = "run start new-release --env prod --artifact cf@v1 --pair ana,bo --param version=v1 --override drill"
    #expect(try desk.run(start + " --digest \(digest)").exitCode == 0)
    let run = try desk.run("run show 1 --json").object
    #expect((run["proof"] as? String)?.contains("https://ci.example/1") == true)
    let rules = try #require(run["overrides"] as? [[String: Any]])
    #expect(!rules.contains { $0["rule"] as? String == "staging-first" })
  }

  @Test("Evidence from a pipe comes back byte for byte")
  func evidence() throws {
    let desk = try Desk.ready()
    try desk.run(Samples.start)
    let kept = try desk.run("run attach 1 -", input: "14 healthy\r\n")
    let sha256 = try #require(kept.output.split(separator: " ").last).trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(try desk.run("run show 1 --evidence \(sha256.prefix(12))").output == "14 healthy\r\n")
  }

  @Test("People join, hand over and leave")
  func people() throws {
    let desk = try Desk.ready()
    try desk.run("person add eve --name Eve")
    try desk.run(Samples.start)
    #expect(try desk.run("run join 1 eve").output == "run 1: eve joined as helper\n")
    #expect(try desk.run("run handover 1 eve --from bo --as bo").output.hasSuffix("the pair is ana and eve\n"))
    #expect(try desk.run("run leave 1 ana").exitCode == 1)
    #expect(try desk.run("run leave 1 ana --reason \"end of shift\"").exitCode == 0)
    #expect(try desk.run("run show 1 --json").object["pair"] as? [String] == ["eve"])
  }

  @Test("An entry says when it really happened, in the team's own time")
  func happenedEarlier() throws {
    let desk = try Desk.ready()
    try desk.run(Samples.start)
    let startedAt = try #require(try desk.run("run show 1 --json").object["startedAt"] as? String)
    #expect(try desk.run("run tick 1 final-release --as ana --at \(startedAt)").exitCode == 0)
    let steps = try #require(try desk.run("run show 1 --json").object["steps"] as? [[String: Any]])
    #expect((steps[0]["entries"] as? [[String: Any]])?.last?["at"] as? String == startedAt)
  }

  @Test("Undo takes back one's own last action, redo brings it back, and a run's entries stay")
  func undoAndRedo() throws {
    let desk = try Desk.ready()
    #expect(try desk.run("person add eve --name Eve").exitCode == 0)
    #expect(try desk.run("undo").exitCode == 0)
    #expect(try desk.run("person show eve").exitCode == 66)
    #expect(try desk.run("redo").exitCode == 0)
    #expect(try desk.run("person show eve").exitCode == 0)
    try desk.run(Samples.start)
    let seq = try #require(try desk.run("journal --json --limit 1").list.first?["seq"] as? Int)
    let refused = try desk.run("undo \(seq)")
    #expect(refused.exitCode == 1 && refused.errors.contains("run abort"))
  }
}
