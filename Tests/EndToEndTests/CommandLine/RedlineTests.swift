import Foundation
import Testing

@Suite("Redlines meet the next run, and the record says what a line is worth")
struct RedlineTests {
  @Test("A redline on a killer step stands in the way of the next run; an override passes and is recorded (rule 7)")
  func killer() throws {
    let desk = try Desk.ready()
    try desk.run(Samples.start)
    #expect(try desk.run("lesson add --run 1 --wrong deploy --learned \"It takes two hours\"").output == "1\n")
    #expect(try desk.run("lesson add --run 1 --reword canary --step \"Watch both\"").output == "2\n")
    try desk.run("run abort 1 --reason late")
    let refused = try desk.run(Samples.start)
    #expect(refused.exitCode == 1)
    #expect(refused.errors.contains("redline") && refused.errors.contains("lesson 1"))
    let passed = try desk.run(Samples.start + " --override \"we know\"")
    #expect(passed.output == "2\n")
    #expect(
      passed.errors.contains("2 redlines are open:\n  lesson 1 on deploy: It takes two hours\n  lesson 2 on canary: "))
    let overrides = try #require(try desk.run("run show 2 --json").object["overrides"] as? [[String: Any]])
    #expect(overrides.map { $0["rule"] as? String } == ["redline"])
    #expect(overrides.first?["reason"] as? String == "we know")
    try desk.run("run abort 2 --reason late")
    try desk.run("lesson decline 1 --reason \"it does not\"")
    let free = try desk.run(Samples.start)
    #expect(free.exitCode == 0 && free.errors.contains("1 redline is open:\n  lesson 2 on canary"))
  }

  @Test("The next run opens with what changed, why, and the lessons it came from (rule 8)")
  func whatChanged() throws {
    let desk = try Desk.ready()
    try desk.run(Samples.start + " --incident 9")
    try desk.run("lesson add --run 1 --reword canary --step \"Watch both canaries\"")
    try desk.run("run abort 1 --reason late")
    try desk.run("lesson fold 1 --reason \"the other one failed\" --as bo")
    let start = try desk.run(Samples.start)
    #expect(start.errors.contains("why: v2, bo: the other one failed, from lesson 1 (run 1, incident 9)"))
    #expect(!start.errors.contains("redline"))
  }

  @Test("diff marks the words, as text and as pieces")
  func diff() throws {
    let desk = try Desk.ready()
    try desk.write("release.md", Samples.release.replacing("Watch the canary", with: "Watch both canaries"))
    try desk.run("checklist sync")
    #expect(
      try desk.run("checklist diff new-release").output == "reworded 2: \"Watch [-the canary-]{+both canaries+}\"\n")
    let change = try #require(try desk.run("checklist diff new-release --json").list.first)
    #expect(change["old"] as? String == "Watch the canary" && change["new"] as? String == "Watch both canaries")
    let pieces = try #require(change["pieces"] as? [[String: String]])
    #expect(
      pieces == [
        ["kind": "kept", "text": "Watch "], ["kind": "removed", "text": "the canary"],
        ["kind": "added", "text": "both canaries"],
      ])
  }

  @Test("stats count what became of each step, and say how many runs they are made of")
  func stats() throws {
    let desk = try Desk.ready()
    for number in 1...5 {
      try desk.run(Samples.start)
      try desk.run("run begin \(number) final-release --as ana")
      try desk.run("run tick \(number) final-release --as ana")
      if number == 5 {
        try desk.run("run fail 5 canary --reason \"port 34567 in use\" --as bo")
      } else {
        try desk.run("run skip \(number) canary --reason late --as bo")
      }
      try desk.run("run abort \(number) --reason enough")
    }
    let stats = try desk.run("checklist stats new-release --json").object
    #expect(stats["runs"] as? Int == 5 && stats["version"] as? Int == 1)
    let steps = try #require(stats["steps"] as? [[String: Any]])
    #expect(steps.count == 5)
    #expect(steps[0]["done"] as? Int == 5 && steps[0]["timed"] as? Int == 5)
    #expect(steps[0]["expectSeconds"] as? Int == 600)
    #expect(steps[1]["ran"] as? Int == 5 && steps[1]["skipped"] as? Int == 4 && steps[1]["failed"] as? Int == 1)
    let caught = try #require(steps[1]["caught"] as? [[String: Any]])
    #expect(caught.map { $0["run"] as? Int } == [5] && caught.first?["reason"] as? String == "port 34567 in use")
    let advice = try #require(stats["advice"] as? [[String: Any]])
    #expect(advice.contains { $0["kind"] as? String == "estimate-off" && $0["step"] as? String == "final-release" })
    let text = try desk.run("checklist stats new-release --last 2").output
    #expect(text.hasPrefix("new-release v1, made of 2 runs\n"))
    #expect(text.contains("run 5: port 34567 in use"))
    #expect(try desk.run("checklist stats new-release --all").output.contains("made of 5 runs"))
  }
}
