import Foundation
import Testing

@Suite("Lessons by the command line")
struct LessonTests {
  private static let ports = "Check that no static port lies in 32768-61000"
  private static let keys = [
    "at", "base", "by", "checklist", "edit", "fate", "incident", "number", "recurrenceOf", "run", "source", "state",
    "step", "text",
  ]

  @Test("The lines of the contract: add in a run, fold, blame")
  func contract() throws {
    let desk = try Desk.ready()
    #expect(try desk.run(Samples.start + " --incident 9").exitCode == 0)
    let added = try desk.run(
      "lesson add --checklist new-release --after deploy --step \"\(Self.ports)\" --run 1 --as ana")
    #expect(added.output == "1\n")
    #expect(try desk.run("run show 1").output.contains("lesson 1: after deploy"))
    let folded = try desk.run(
      "lesson fold 1 --reason \"runner 96 failed on a port in the ephemeral range\" --as bo")
    #expect(folded.exitCode == 0)
    #expect(folded.lines == ["new-release v2", "wrote \(desk.folder.resolvingSymlinksInPath().path)/release.md"])
    let lines = try desk.run("checklist blame new-release --json").list
    let line = try #require(lines.first { ($0["text"] as? String)?.contains(Self.ports) == true })
    #expect(line["version"] as? Int == 2 && line["by"] as? String == "bo" && line["lesson"] as? Int == 1)
    #expect(line["run"] as? Int == 1 && line["incident"] as? Int == 9 && line["lessons"] as? [Int] == [1])
    #expect(line["reason"] as? String == "runner 96 failed on a port in the ephemeral range")
    #expect(
      line["line"] as? Int == lines.firstIndex { $0["text"] as? String == line["text"] as? String }.map { $0 + 1 })
    #expect(lines.count == Samples.release.split(separator: "\n", omittingEmptySubsequences: false).count)
    let text = try desk.run("checklist blame new-release").output
    #expect(text.contains("lesson 1 (run 1, incident 9)  | - [ ] \(Self.ports)"))
    #expect(try desk.run("checklist blame new-release --checklist-version 1 --json").list.count == lines.count - 1)
    #expect(try desk.run("checklist sync").output.contains("same"))
  }

  @Test("Where a lesson comes from follows from what is named")
  func sources() throws {
    let desk = try Desk.ready()
    try desk.run(Samples.start)
    for line in [
      "run tick 1 final-release --as ana", "run fail 1 canary --reason \"port in use\" --as bo",
      "run abort 1 --reason late",
    ] { #expect(try desk.run(line).exitCode == 0) }
    for line in [
      "--run 1 --reword canary --step \"Watch both canaries\"", "--run 1 --reword deploy --step Deploy",
      "--checklist new-release --incident 9 --learned \"Nobody watched\"",
      "--checklist new-release --retro --learned \"A near miss\"",
      "--run 1 --incident 9 --retro --learned \"Both\"",
      "--checklist new-release --learned \"Out of the blue\" --again 1",
      "--run 1 --wrong canary --learned \"There are two\"",
    ] { #expect(try desk.run("lesson add " + line).exitCode == 0, "\(line)") }
    let lessons = try desk.run("lesson list --json").list
    #expect(
      lessons.map { $0["source"] as? String } == [
        "failure", "observation", "retro", "retro", "incident", "retro", "failure",
      ])
    #expect(lessons.map { $0["run"] as? Int } == [1, nil, 1, nil, nil, 1, 1])
    #expect(lessons.map { $0["incident"] as? Int } == [nil, nil, 9, nil, 9, nil, nil])
    #expect(lessons[1]["recurrenceOf"] as? Int == 1)
    #expect(lessons.allSatisfy { $0.keys.sorted() == Self.keys })
    let edit = try #require(lessons[6]["edit"] as? [String: Any])
    #expect(edit["kind"] as? String == "reword" && edit["text"] as? String == "Watch both canaries")
    #expect(lessons[0]["edit"] is NSNull && lessons[0]["step"] as? String == "canary")
    let again = try desk.run("lesson show 1 --json").object
    #expect(again["recurrences"] as? [Int] == [6])
  }

  @Test("list shows open ones with their ages, and narrows; nothing found is said on standard error")
  func list() throws {
    let desk = try Desk.ready()
    try desk.run("lesson add --checklist new-release --learned \"Ports clash\"")
    try desk.run("lesson add --checklist new-release --learned \"Nobody told sales\"")
    try desk.run("lesson decline 2 --reason \"they read the blog\"")
    let open = try desk.run("lesson list")
    #expect(open.lines.count == 2)
    let words = open.lines.last?.split(separator: " ").map(String.init) ?? []
    #expect(words.first == "1" && words.dropFirst(2).first == "new-release")
    #expect(try words.dropFirst().first?.wholeMatch(of: Regex("now|[0-9]+m")) != nil, "\(words)")
    #expect(try desk.run("lesson list --all").lines.count == 3)
    #expect(try desk.run("lesson list --fate declined").output.contains("Nobody told sales"))
    #expect(try desk.run("lesson list ports CLASH --json").list.count == 1)
    #expect(try desk.run("lesson list --source incident --json").list.isEmpty)
    let nothing = try desk.run("lesson list sales")
    #expect(nothing.output.isEmpty && nothing.errors == "no open lessons\n" && nothing.exitCode == 0)
    #expect(try desk.run("lesson list --all --limit 1").exitCode == 64)
    #expect(try desk.run("lesson list --limit 1 --fate folded --checklist none").exitCode == 66)
  }

  @Test("show says what the next version would be, and both sides of a conflict")
  func show() throws {
    let desk = try Desk.ready()
    try desk.run("lesson add --checklist new-release --reword canary --step \"Watch both canaries\"")
    let before = try desk.run("lesson show 1")
    #expect(before.output.contains("v2 would be"))
    #expect(before.output.contains("reworded 2: \"Watch [-the canary-]{+both canaries+}\""))
    let next = try desk.run("lesson show 1 --json").object
    #expect((next["changes"] as? [[String: Any]])?.first?["kind"] as? String == "reworded")
    #expect(next["conflict"] is NSNull && next["latest"] as? Int == 1)
    try desk.write("release.md", Samples.release.replacing("Watch the canary", with: "Watch a canary"))
    try desk.run("checklist sync")
    let conflict = try #require(try desk.run("lesson show 1 --json").object["conflict"] as? [String: Any])
    #expect(conflict["then"] as? String == "Watch the canary" && conflict["now"] as? String == "Watch a canary")
    #expect(conflict["proposed"] as? String == "Watch both canaries" && conflict["part"] as? String == "text")
    let text = try desk.run("lesson show 1").output
    for side in ["v1        Watch the canary", "v2        Watch a canary", "lesson 1  Watch both canaries"] {
      #expect(text.contains(side), "\(text)")
    }
    let refused = try desk.run("lesson fold 1 --reason x")
    #expect(refused.exitCode == 1 && refused.errors.contains("v2: Watch a canary"))
    #expect(try desk.run("lesson show 2").exitCode == 66)
  }

  @Test("edit changes what is named, and reopens; a folded lesson stays folded")
  func edit() throws {
    let desk = try Desk.ready()
    try desk.run("lesson add --checklist new-release --reword canary --step \"Watch both canaries\"")
    #expect(try desk.run("lesson edit 1").exitCode == 64)
    #expect(try desk.run("lesson edit 1 --after 2 --step Look --incident 9").exitCode == 0)
    var lesson = try desk.run("lesson show 1 --json").object
    #expect(lesson["text"] as? String == "after canary: \"Look\"" && lesson["incident"] as? Int == 9)
    try desk.run("lesson edit 1 --learned \"Nobody looked\"")
    try desk.run("lesson edit 1 --killer canary")
    lesson = try desk.run("lesson show 1 --json").object
    #expect(lesson["text"] as? String == "Nobody looked" && lesson["source"] as? String == "incident")
    #expect((lesson["edit"] as? [String: Any])?["key"] as? String == "killer")
    try desk.run("lesson item 1 --item OPS-31")
    #expect(try desk.run("lesson edit 1 --learned x").exitCode == 1)
    #expect(try desk.run("lesson edit 1 --reopen --learned \"Still nobody looks\"").exitCode == 0)
    #expect(try desk.run("lesson show 1 --json").object["state"] as? String == "open")
    try desk.run("lesson fold 1 --reason x")
    #expect(try desk.run("lesson edit 1 --reopen").exitCode == 1)
  }

  @Test("decline and item settle several at once, or none of them")
  func settle() throws {
    let desk = try Desk.ready()
    for text in ["one", "two", "three"] { try desk.run("lesson add --checklist new-release --learned \(text)") }
    #expect(try desk.run("lesson decline 1").exitCode == 64)
    #expect(try desk.run("lesson decline 1 1 9 --reason x").exitCode == 66)
    #expect(try desk.run("lesson show 1 --json").object["state"] as? String == "open")
    #expect(try desk.run("lesson decline 1 2 1 --reason enough").output == "lesson 1: declined\nlesson 2: declined\n")
    let again = try desk.run("lesson decline 3 2 --reason enough")
    #expect(again.exitCode == 1 && again.errors.contains("declined lesson 2 (enough)"))
    #expect(try desk.run("lesson item 3 --item https://tracker.example/31").exitCode == 0)
    let fate = try #require(try desk.run("lesson show 3 --json").object["fate"] as? [String: Any])
    #expect(fate["item"] as? String == "https://tracker.example/31" && fate["kind"] as? String == "item")
    #expect(try desk.run("undo").exitCode == 0)
    #expect(try desk.run("lesson show 3 --json").object["state"] as? String == "open")
  }

  @Test("A version that has a lesson already is said to with --into")
  func into() throws {
    let desk = try Desk.ready()
    try desk.run("lesson add --checklist new-release --reword canary --step \"Watch both canaries\"")
    #expect(try desk.run("lesson fold 1 --into 3").exitCode == 66)
    try desk.write("release.md", Samples.release.replacing("Watch the canary", with: "Watch both canaries"))
    try desk.run("checklist sync")
    try desk.run("undo")
    #expect(try desk.run("lesson fold 1 --into 2").exitCode == 66)
    try desk.run("redo")
    #expect(try desk.run("lesson fold 1 --into 2").output == "lesson 1: v2 has it\n")
    let fate = try #require(try desk.run("lesson show 1 --json").object["fate"] as? [String: Any])
    #expect(fate["version"] as? Int == 2 && fate["step"] as? String == "canary")
    #expect(try desk.run("checklist blame new-release").output.contains("lesson 1  | - [ ] Watch both canaries"))
  }

  @Test("Names of runs, steps and checklists that are not there or do not fit change nothing")
  func badInput() throws {
    let desk = try Desk.ready()
    try desk.run(Samples.start)
    try desk.write("other.md", "- [ ] Something else\n")
    try desk.run("checklist import other.md")
    let head = try desk.run("verify --json").object["head"] as? String
    for (line, exitCode) in [
      ("lesson add --checklist none --learned x", 66), ("lesson add --run 9 --learned x", 66),
      ("lesson add --checklist other --run 1 --learned x", 64), ("lesson add --run 1 --remove 99", 66),
      ("lesson add --run 1 --incident 9 --learned x", 64), ("lesson add --run 1 --again 9 --learned x", 66),
      ("lesson add --run 1 --wrong deploy", 64), ("lesson show 1", 66), ("lesson fold 1 --reason x", 66),
      ("lesson add --checklist other --reword 1 --step \"\" --learned x", 64),
      ("checklist blame none", 66), ("checklist blame other --checklist-version 9", 66), ("checklist stats none", 66),
    ] as [(String, Int32)] {
      let outcome = try desk.run(line)
      #expect(outcome.exitCode == exitCode, "\(line): \(outcome.errors)")
      #expect(!outcome.errors.isEmpty && outcome.output.isEmpty, "\(line)")
    }
    #expect(try desk.run("verify --json").object["head"] as? String == head)
  }
}
