import Domain
import Testing

@testable import Exchange

@Suite("GitHub's, Taskwarrior's and Jira's files")
struct OtherFormatTests {
  @Test("Issues of gh are read, with their comments")
  func gh() throws {
    let read = try Imported(
      #"""
      [{"number":12,"title":"It \u00fcberl\u00e4uft","body":"a\r\nb","state":"CLOSED","stateReason":"COMPLETED",
        "labels":[{"name":"bug"},{"name":"a,b"}],"assignees":[{"login":"ana"}],"milestone":{"title":"v2"},
        "createdAt":"2024-01-02T03:04:05Z","closedAt":"2024-02-02T00:00:00Z","url":"https://github.com/o/r/issues/12",
        "comments":[{"author":{"login":"bo"},"body":"yes","createdAt":"2024-01-03T00:00:00Z"}],"author":{"login":"cy"}}]
      """#, as: .github)
    let item = try #require(read.items.first)
    #expect(item.source == ItemSource(.github, id: "o/r#12") && item.title == "It überläuft" && item.type == .bug)
    #expect(item.state == .accepted && item.acceptedAt == Imported.day("2024-02-02") && item.description == "a\nb")
    #expect(item.labels == ["bug", "a b"] && item.owners == ["ana"] && item.requester == "cy")
    #expect(item.comments == [ImportedComment("yes", author: "bo", at: Imported.day("2024-01-03"))])
    #expect(item.extra.contains(SourceField("milestone", "v2")))
    #expect(read.report.problems.map(\.kind) == [.badLabel])
  }

  @Test("REST issues one a line are read; pull requests are skipped and reported")
  func rest() throws {
    let read = try Imported(
      #"""
      {"number":1,"title":"A","state":"open","user":{"login":"ana"},"created_at":"2024-01-02T00:00:00Z","comments":3,"html_url":"https://github.com/o/r/issues/1"}
      {"number":2,"title":"B","state":"open","pull_request":{"url":"x"}}
      """#, as: .github)
    #expect(read.items.map(\.state) == [.unscheduled] && read.items[0].requester == "ana")
    #expect(read.report.problems.map(\.kind) == [.pullRequest] && read.report.problems[0].line == 2)
  }

  @Test("Numbered issues that do not say their repository are refused, with the field to ask for")
  func noRepository() throws {
    let refusal = try #require(
      Imported.refusal(#"[{"number":1,"title":"A","state":"OPEN"}]"#, as: .github))
    #expect(refusal.reason == .noRepository("1") && refusal.line == 1)
    #expect(refusal.description.contains("--json number,title,url"))
    #expect(refusal.description.contains("nothing was imported"))
    #expect(try Imported(#"[{"title":"A","state":"OPEN"}]"#, as: .github).items.count == 1)
  }

  @Test("Tasks are read from an array, an object and lines")
  func taskwarrior() throws {
    let task =
      #"{"id":1,"uuid":"u1","description":"T","status":"completed","entry":"20200102T030405Z","end":"20200103T000000Z","project":"ops","tags":["x","bug"],"priority":"H","urgency":3.5,"depends":"u2,u3","annotations":[{"entry":"20200102T000000Z","description":"note"}]}"#
    for text in [task, "[\(task)]", task + "\n"] {
      let read = try Imported(text, as: .taskwarrior)
      let item = try #require(read.items.first)
      #expect(item.type == .bug && item.state == .accepted && item.labels == ["ops", "x"])
      #expect(item.acceptedAt == Imported.day("2020-01-03") && item.extra == [SourceField("priority", "H")])
      #expect(item.blockers.map(\.reference?.id) == ["u2", "u3"])
      #expect(item.comments == [ImportedComment("note", at: Imported.day("2020-01-02"))])
      #expect(read.report.problemCount == 0)
    }
  }

  @Test("Waiting, recurring and deleted tasks are reported")
  func taskStates() throws {
    let read = try Imported(
      #"""
      {"uuid":"a","description":"A","status":"waiting"}
      {"uuid":"b","description":"B","status":"recurring"}
      {"uuid":"c","description":"C","status":"deleted"}
      {"uuid":"d","description":"D","status":"pending","start":"20200102T030405Z"}
      """#, as: .taskwarrior)
    #expect(read.items.map(\.state) == [.unscheduled, .unscheduled, .started])
    #expect(read.report.problems.map(\.kind) == [.waiting, .recurring, .deleted])
  }

  @Test("Jira's rows are read in several locales, also those that are too wide")
  func jira() throws {
    let read = try Imported(
      """
      Summary,Issue key,Issue Type,Status,Assignee,Created,Resolved,Labels,Labels,Comment,Custom field (Story Points),Custom field (Epic Link),Priority
      A,OPS-1,Story,Done,ana,25/Jun/20 12:44 PM,6/21/2025 16:14,x,y,25/Jun/20 12:44 PM;bo;said; so,3.0,OPS-3,High,over
      B,OPS-2,Sub-task,Blocked somehow,,2020-06-25 12:44
      C,OPS-3,Epic,To Do

      """, as: .jira)
    let item = try #require(read.items.first)
    #expect(item.points == 3 && item.labels == ["x", "y"] && item.state == .accepted && item.epicID == "OPS-3")
    #expect(item.createdAt == Instant(rfc3339: "2020-06-25T12:44:00Z"))
    #expect(item.acceptedAt == Instant(rfc3339: "2025-06-21T16:14:00Z"))
    #expect(item.comments.first?.text == "said; so" && item.comments.first?.author == "bo")
    #expect(read.items[1].type == .chore && read.items[1].state == .started && read.epics.map(\.name) == ["C"])
    #expect(read.report.problems.map(\.kind) == [.tooManyFields, .unknownState])
  }

  @Test("JSON that is cut short or in conflict is refused with its place", arguments: 1..<60)
  func cutShort(length: Int) {
    let whole = #"[{"uuid": "u", "description": "a\n", "status": "pending", "n": [1, 2]}]"#
    let refusal = Imported.refusal(String(whole.prefix(length)), as: .taskwarrior)
    #expect(refusal?.line == 1 && refusal?.description.contains("nothing was imported") == true)
  }

  @Test("JSON is read alike wherever it is cut into pieces", arguments: [1, 2, 3, 7, 64, 65_536])
  func pieces(chunk: Int) throws {
    let task = #"{"uuid": "u\#u{E9}1", "description": "a\u00e9 👩‍🚒 \ud83d\ude92", "status": "pending", "n": -1.5e3}"#
    let text = "\u{FEFF}[" + (1...40).map { task.replacing("1\"", with: "\($0)\"") }.joined(separator: ",\n") + "]\n"
    let read = try Imported(Array(text.utf8), as: .taskwarrior, chunk: chunk)
    #expect(read.items.count == 40 && read.items[39].line == 40 && read.items[0].title == "aé 👩‍🚒 🚒")
    let cut = Array(text.utf8.dropLast(30))
    do {
      _ = try Imported(cut, as: .taskwarrior, chunk: chunk)
      Issue.record("what is cut short was read")
    } catch let refusal as ImportError { #expect(refusal.line == 40) }
  }

  @Test("Bytes that are not UTF-8 are refused with their place, however far down", arguments: [1, 5, 65_536])
  func notUTF8(chunk: Int) throws {
    let filler = String(repeating: "x", count: 70_000)
    let text =
      Array("[{\"uuid\": \"1\", \"description\": \"\(filler)\"},\n\n {\"uuid\": \"é".utf8) + [0xE9] + Array("\"}]".utf8)
    #expect {
      _ = try Imported(text, as: .taskwarrior, chunk: chunk)
    } throws: { error in
      guard let refusal = error as? ImportError else { return false }
      return refusal.reason == .notUTF8(0xE9) && refusal.line == 3 && refusal.column == 13
    }
  }

  @Test("An error in JSON names its line and column")
  func jsonPlace() {
    #expect(Imported.refusal("[\n {\"uuid\" 1}]", as: .taskwarrior)?.line == 2)
    #expect(Imported.refusal("[\n {\"uuid\" 1}]", as: .taskwarrior)?.column == 10)
    #expect(Imported.refusal("[\n<<<<<<< HEAD\n", as: .github)?.reason == .conflictMarker("<<<<<<<"))
  }

  @Test(
    "Dates are read as they are written",
    arguments: [
      ("Nov 22, 2014", "2014-11-22"), ("11/22/2014", "2014-11-22"), ("25/06/2020", "2020-06-25"),
      ("25.06.2020", "2020-06-25"), ("2014-11-22 10:00:00 UTC", "2014-11-22"), ("25/Jun/20 12:44", "2020-06-25"),
      ("1. Mai 2020", "2020-05-01"),
    ])
  func dates(text: String, day: String) {
    #expect(ImportDate(text)?.day == day)
  }

  @Test("What is no date is none", arguments: ["Feb 30, 2014", "yesterday", "13/13/2014", "2014", "25:00", ""])
  func noDates(text: String) {
    #expect(ImportDate(text) == nil)
  }
}
