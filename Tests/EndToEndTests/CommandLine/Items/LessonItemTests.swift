import Foundation
import Testing

@Suite("Lessons become items, by the command line")
struct LessonItemTests {
  private func desk() throws -> Desk {
    let desk = try Desk.withItems()
    try desk.must(
      "lesson add --checklist new-release --reword canary --step \"Watch both\" --learned \"Nobody looked\"")
    try desk.must("lesson add --checklist new-release --incident 9 --learned \"Ports clash\"")
    return desk
  }

  @Test("A number is an item that is here, and item and lesson show each other")
  func existing() throws {
    let desk = try desk()
    #expect(try desk.must("lesson item 1 2 --item #3").output == "lesson 1: item 3\nlesson 2: item 3\n")
    let lesson = try desk.must("lesson show 1 --json").object
    #expect((lesson["fate"] as? [String: Any])?["item"] as? String == "3")
    #expect((lesson["item"] as? [String: Any])?["title"] as? String == "Rotate the keys")
    #expect(try desk.must("lesson show 1").output.contains("item 3, chore, unstarted: Rotate the keys"))
    #expect(try desk.must("item show 3").output.contains("lesson       2, item 3, new-release: Ports clash"))
    #expect(try desk.must("item list lesson:1 --numbers").lines == ["3"])
    try desk.must("item remove 3")
    #expect(try desk.must("lesson show 1").output.contains("item 3, which was removed"))
    #expect(try desk.must("lesson show 1 --json").object["item"] is NSNull)
  }

  @Test("A number that no item has is an error, and no lesson is settled")
  func missing() throws {
    let desk = try desk()
    let head = try desk.head()
    let refused = try desk.run("lesson item 1 2 --item 99")
    #expect(refused.exitCode == 66 && refused.errors.contains("there is no item 99"))
    #expect(try desk.run("lesson item 1 9 --new").exitCode == 66)
    for line in ["lesson item 1", "lesson item 1 --item 3 --new", "lesson item 1 --item 3 --type bug"] {
      #expect(try desk.run(line).exitCode == 64, "\(line)")
    }
    #expect(try desk.head() == head)
  }

  @Test("--new makes an item of what the lessons say, and its number stands alone on the first line")
  func new() throws {
    let desk = try desk()
    #expect(try desk.must("lesson item 1 2 --new").lines == ["7", "lesson 1: item 7", "lesson 2: item 7"])
    let item = try desk.item(7)
    #expect(item["title"] as? String == "Nobody looked" && item["type"] as? String == "chore")
    #expect(item["state"] as? String == "unscheduled" && item["team"] as? String == "platform")
    let description = try #require(item["description"] as? String)
    #expect(description.contains("Lesson 1, out of the blue: checklist new-release, step canary; proposed: "))
    #expect(description.contains("Ports clash\n\nLesson 2, incident 9"))
    #expect((item["links"] as? [[String: Any]])?.map { $0["target"] as? String } == ["1", "2"])
    #expect(try desk.run("lesson item 1 --new").exitCode == 1)
    try desk.must("lesson edit 1 --reopen")
    #expect(try desk.must("lesson item 1 --new --title Look --type toil").lines.first == "8")
    #expect(try desk.item(8)["title"] as? String == "Look")
  }

  @Test("Another backlog's item is kept by its name")
  func elsewhere() throws {
    let desk = try desk()
    #expect(try desk.must("lesson item 1 --item OPS-31").output == "lesson 1: item OPS-31\n")
    #expect(try desk.must("lesson show 1 --json").object["item"] is NSNull)
    #expect(try desk.must("lesson show 1").output.contains("fate        item OPS-31\n"))
  }
}
