import Foundation
import Testing

@Suite("Tracker's files of every era come in, go out, and come in again unchanged")
struct TrackerFileTests {
  static let files = TrackerFile.Era.allCases.flatMap { era in
    [TrackerFile(era: era), TrackerFile(era: era, isFromSpreadsheet: true)]
  }

  @Test("All that an era could say is there, and nothing is lost in silence", arguments: files)
  func content(_ file: TrackerFile) throws {
    let desk = try Desk.ready()
    try desk.write("stories.csv", file.bytes)
    let head = try desk.head()
    let dry = try desk.must("item import stories.csv --dry-run")
    #expect(dry.output.contains("11 rows: 10 items, 1 epic\n") && dry.output.contains("would be: 10 new"), "\(dry)")
    #expect(try desk.head() == head)
    let report = try desk.must("item import stories.csv --json").object
    #expect(report["format"] as? String == "tracker" && report["created"] as? Int == 10)
    #expect(report["people"] as? [String] == ["mia-long"])
    let problems = (report["report"] as? [String: Any])?["problems"] as? [[String: Any]] ?? []
    #expect(problems.allSatisfy { $0["kind"] as? String == "ambiguous-date" }, "\(problems)")
    let items = try desk.must("item list --all --json").list
    #expect(items.prefix(8).compactMap { $0["state"] as? String } == TrackerFile.states)
    #expect(items.map { $0["points"] as? Int } == [3, nil, nil, nil, nil, nil, 0, nil, nil, nil])
    let second = try desk.item(2)
    #expect(second["labels"] as? [String] == ["router", "logging", "über"] && second["epic"] as? String == "Logging")
    #expect(second["description"] as? String == "One \"line\",\n\n- and a list\n  of two\n")
    #expect(try desk.item(3)["title"] as? String == "=1+1" && desk.item(1)["labels"] as? [String] == [])
    let fourth = try desk.item(4)
    #expect(fourth["owners"] as? [String] == (file.era == .y2009 ? ["ana"] : ["ana", "bo"]))
    let comments = try #require(fourth["comments"] as? [[String: Any]])
    #expect(comments.map { $0["by"] as? String }.first == "mia-long" && comments.count == 2)
    #expect(comments.first?["text"] as? String == "Seen (twice)\nand again")
    #expect(try desk.item(5)["due"] as? String == "2026-12-24" && desk.item(10)["type"] as? String == "release")
    if file.era != .y2009 {
      let tasks = try #require(try desk.item(6)["tasks"] as? [[String: Any]])
      #expect(tasks.map { $0["isDone"] as? Bool } == [true, false])
      #expect(tasks.first?["text"] as? String == "One, \"quoted\"")
    }
    if file.era == .y2018 {
      let blockers = try #require(try desk.item(7)["blockers"] as? [[String: Any]])
      #expect(blockers.map { $0["item"] as? Int } == [4, nil] && blockers[0]["isResolved"] as? Bool == true)
      let kinds = try #require(try desk.item(7)["links"] as? [[String: Any]]).map { $0["kind"] as? String }
      #expect(kinds == ["url", "pull-request", "branch"])
      let extra = try #require(try desk.item(8)["extra"] as? [[String: Any]])
      #expect(Set(extra.compactMap { $0["name"] as? String }).isSuperset(of: ["Priority", "Reviewer"]))
    }
  }

  @Test("The same file again, one's own CSV and one's own JSON change nothing", arguments: files)
  func again(_ file: TrackerFile) throws {
    let desk = try Desk.ready()
    try desk.write("stories.csv", file.bytes)
    try desk.must("item import stories.csv")
    let (head, backlog) = (try desk.head(), try desk.backlog())
    let csv = try desk.must("item export --to tracker").output
    try desk.write("own.csv", csv)
    try desk.write("own.json", try desk.must("item export --to json").output)
    for name in ["stories.csv", "own.csv", "own.json"] {
      let outcome = try desk.must("item import \(name)")
      #expect(outcome.output.contains("imported: 0 new, 0 changed, 10 as they were"), "\(name): \(outcome.output)")
      #expect(try desk.head() == head, "\(name)")
    }
    #expect(try desk.backlog() == backlog)
    try desk.must("undo")
    #expect(try desk.order().isEmpty)
    try desk.must("redo")
    #expect(try desk.backlog() == backlog)
    #expect(try desk.must("item export --to tracker").output == csv)
  }

  @Test("What one store exports another reads, and exports the same", arguments: files)
  func elsewhere(_ file: TrackerFile) throws {
    let (here, there) = (try Desk.ready(), try Desk.ready())
    try here.write("stories.csv", file.bytes)
    try here.must("item import stories.csv")
    let csv = try here.must("item export --to tracker").output
    try there.write("own.csv", csv)
    #expect(try there.must("item import own.csv --json").object["created"] as? Int == 10)
    #expect(try there.must("item export --to tracker").output == csv)
    try there.must("undo")
    try there.write("own.json", try here.must("item export --to json").output)
    #expect(try there.must("item import own.json --json").object["created"] as? Int == 10)
    #expect(try there.must("item export --to tracker").output == csv)
  }
}

extension TrackerFile: CustomTestStringConvertible {
  var testDescription: String { era.rawValue + (isFromSpreadsheet ? ", from a spreadsheet" : "") }
}
