import Foundation
import Testing

@Suite("Runs carry items, by the command line")
struct ItemsOfRunTests {
  static let deploy = """
    ---
    without-staging: there is no staging of it
    ---
    ## During
    - [ ] Deploy <!-- id: deploy; deploys -->
    ## Rollback
    - [ ] Deploy what was there before <!-- id: back -->

    """

  private func desk() throws -> Desk {
    let desk = try Desk.withItems()
    try desk.write("deploy.md", Self.deploy)
    try desk.must("checklist import deploy.md")
    return desk
  }

  static let start = "run start deploy --env prod --artifact cf@v206 --pair ana,bo --override drill"

  @Test("A run that is started or planned names its items; a release stands for what is before it")
  func carry() throws {
    let desk = try desk()
    #expect(try desk.must(Self.start + " --item 2,5").lines.first == "1")
    let items = try desk.must("run items 1 --json").list
    #expect(items.map { $0["number"] as? Int } == [2, 5])
    #expect(items.first?.keys.sorted() == ["number", "state", "title", "type"])
    #expect(try desk.run("run show 1 --json").object["items"] as? [[String: String]] == nil)
    #expect(try desk.run("run show 1").output.contains("item 5, feature, delivered: Faster staging"))
    #expect(try desk.item(5)["runs"] as? [Int] == [1])
    let planned = try desk.must(
      "run plan deploy --env prod --artifact cf@v207 --pair ana,bo --at 2999-12-07T09:00:00Z --item 4")
    #expect(planned.lines.first == "2")
    #expect(try desk.must("run items 2 --json").list.map { $0["number"] as? Int } == [1, 2, 3, 4])
    try desk.must("run items 2 --take 2,3")
    let text = try desk.must("run items 2 --add 6").output
    #expect(text.contains("Someday") && !text.contains("Rotate the keys"))
    #expect(try desk.must("item list run:2 --numbers").lines == ["1", "4", "6"])
    #expect(try desk.run(Self.start + " --item 99").exitCode == 66)
    #expect(try desk.run("run items 9").exitCode == 66)
  }

  @Test("A run that went well delivers what it carries, and says so on the items")
  func deliver() throws {
    let desk = try desk()
    try desk.must(Self.start + " --item 1,2,3,4")
    try desk.must("item start 1 --as ana")
    try desk.must("run tick 1 deploy --as ana")
    let finished = try desk.must("run finish 1 --deliver --as ana")
    #expect(finished.errors.contains("delivered items 1, 2, 4"))
    #expect(
      try [1, 2, 3, 4].map { try desk.item($0)["state"] as? String } == [
        "delivered", "delivered", "unstarted", "accepted",
      ])
    let change = try #require((try desk.item(1)["transitions"] as? [[String: Any]])?.last)
    #expect(change["run"] as? Int == 1)
    #expect(try desk.run("item show 1").output.contains(", by run 1"))
  }

  @Test("Without --deliver a run in production offers it; rolled back, it offers to reject, or rejects")
  func offer() throws {
    let desk = try desk()
    try desk.must(Self.start + " --item 2")
    try desk.must("run tick 1 deploy --as ana")
    #expect(try desk.must("run finish 1 --as ana").errors.contains("prodpair run items 1 --deliver"))
    #expect(try desk.item(2)["state"] as? String == "started")
    try desk.must("run items 1 --deliver")
    let back = try desk.must("run rollback 1 --reason \"errors rose\" --reject --as bo")
    #expect(back.errors.contains("rejected item 2"))
    #expect(try desk.item(2)["state"] as? String == "rejected")
    let change = try #require((try desk.item(2)["transitions"] as? [[String: Any]])?.last)
    #expect(change["reason"] as? String == "errors rose" && change["run"] as? Int == 1)
  }

  @Test("What was not in production is not delivered, and that is said")
  func notInProduction() throws {
    let desk = try desk()
    try desk.must("run start deploy --env staging --artifact cf@v206 --pair ana,bo --item 2")
    try desk.must("run tick 1 deploy --as ana")
    let finished = try desk.must("run finish 1 --deliver --as ana")
    #expect(finished.errors.contains("a run in staging delivers nothing"))
    #expect(try desk.item(2)["state"] as? String == "started")
    try desk.must(Self.start + " --rehearsal --item 2")
    try desk.must("run tick 2 deploy --as ana")
    #expect(try desk.must("run finish 2 --deliver --as ana").errors.contains("a rehearsal delivers nothing"))
    #expect(try desk.item(2)["state"] as? String == "started")
  }

  @Test("Only a run that went well in production delivers, and only one that was rolled back rejects")
  func settledByRun() throws {
    let desk = try desk()
    try desk.must("run start deploy --env staging --artifact cf@v206 --pair ana,bo --item 2")
    try desk.must("run tick 1 deploy --as ana")
    try desk.must("run finish 1 --as ana")
    try desk.must("run plan deploy --env prod --artifact cf@v207 --pair ana,bo --at 2999-12-07T09:00:00Z --item 2")
    try desk.must(Self.start + " --item 2,5")
    let head = try desk.head()
    for (line, says) in [
      ("run items 1 --deliver", "run 1 is in staging"), ("run items 1 --reject x", "run 1 is in staging"),
      ("run items 2 --deliver", "run 2 is planned"), ("run items 3 --deliver", "run 3 is running"),
      ("run items 3 --reject x", "run 3 is running"),
    ] {
      let outcome = try desk.run(line)
      #expect(outcome.exitCode == 1 && outcome.errors.contains(says), "\(line): \(outcome)")
      #expect(try desk.head() == head, "\(line)")
    }
  }

  @Test("Items of a run are added, taken off, delivered or rejected wholly or not at all")
  func wholly() throws {
    let desk = try desk()
    try desk.must(Self.start + " --item 2")
    let head = try desk.head()
    for (line, exitCode) in [
      ("run items 1 --add 1 --reject \" \"", 64), ("run items 1 --add 1 --take 99", 66),
      ("run items 1 --take 1", 1), ("run items 1 --take 2,1", 1),
      ("run items 1 --add 99", 66), ("run items 1 --deliver --reject x", 64), ("run items 1 --add one", 64),
    ] as [(String, Int32)] {
      #expect(try desk.run(line).exitCode == exitCode, "\(line)")
      #expect(try desk.head() == head, "\(line)")
    }
  }
}
