import Domain
import Testing

@testable import Exchange

@Suite("Tracker's CSV")
struct TrackerTests {
  @Test("The export of 2009 is read whole", .enabled(if: Imported.realFile("tracker-2009.csv") != nil))
  func real2009() throws {
    let read = try Imported(try #require(Imported.realFile("tracker-2009.csv")))
    #expect(read.items.count == 48 && read.report.problemCount == 0)
    let first = try #require(read.items.first)
    #expect(first.source == ItemSource(.tracker, id: "1817033") && first.labels == ["this", "that", "another"])
    #expect(first.acceptedAt == Imported.day("2009-11-28") && first.type == .bug && first.state == .accepted)
    let noted = try #require(read.items.first { $0.source.id == "2045690" })
    #expect(noted.comments.map(\.author) == ["Test User"] && noted.comments[0].at == Imported.day("2010-02-08"))
  }

  @Test(
    "Short rows are read, and the nearest is reported", .enabled(if: Imported.realFile("tracker-short-rows.csv") != nil)
  )
  func realShort() throws {
    let read = try Imported(try #require(Imported.realFile("tracker-short-rows.csv")))
    #expect(read.items.map(\.type) == [.bug, .feature])
    #expect(read.items.map(\.points) == [nil, 8])
    #expect(read.report.problems.map(\.kind) == [.unknownType, .offScale])
    #expect(read.report.problems.map(\.row) == [3, 3])
    #expect(
      read.report.problems[0].description == "row 3 (line 3), Story Type \"flunk\": no such type; taken as feature")
  }

  @Test("Broken quoting is refused with its row", .enabled(if: Imported.realFile("tracker-broken-quoting.csv") != nil))
  func realBroken() throws {
    let refusal = Imported.refusal(try #require(Imported.realFile("tracker-broken-quoting.csv")))
    #expect(refusal == ImportError(.illegalQuoting, row: 1, line: 1, column: 16))
  }

  @Test("The columns of 2014 repeat and pair up")
  func era2014() throws {
    let read = try Imported(
      """
      Id,Title,Labels,Iteration,Iteration Start,Iteration End,Type,Estimate,Current State,Created at,Accepted at,Deadline,Requested By,Description,URL,Owned By,Owned By,Comment,Comment,Task,Task Status,Task,Task Status
      7,'=SUM is wrong,"a, b,a",3,"Nov 17, 2014","Nov 23, 2014",feature,-1,unstarted,"Nov 22, 2014",,12/24/2014,Ana,"","http://x/7",Ana,Bo,"Seen
      again (Ana (ops) - May 6, 2014)",plain,First,completed,Second,not completed

      """)
    let item = try #require(read.items.first)
    #expect(item.title == "=SUM is wrong" && item.labels == ["a", "b"] && item.points == nil)
    #expect(item.owners == ["Ana", "Bo"] && item.due == "2014-12-24")
    #expect(item.tasks == [ItemTask("First", isDone: true), ItemTask("Second")])
    #expect(
      item.comments == [
        ImportedComment("Seen\nagain", author: "Ana (ops)", at: Imported.day("2014-05-06")), ImportedComment("plain"),
      ])
    #expect(item.links == [ItemLink(.url, "http://x/7")])
    #expect(item.extra.first == SourceField("Iteration", "3"))
    #expect(read.report.problemCount == 0)
  }

  @Test("The columns of 2018, epics, blockers and reviews are read, whatever the header's case")
  func era2018() throws {
    let read = try Imported(
      """
      ID,TITLE,labels,Type,Estimate,Priority,Current State,Created at,Blocker,Blocker Status,Blocker,Blocker Status,Pull Request,Git Branch,Reviewer,Review Type,Review Status
      1,Router,"router, toil",chore,,p2 - Medium,finished,"Nov 22, 2014",#2 first,resolved,the vendor,blocked,http://pr/1,fix-1,Bo,Code,pass
      2,Routing,router,epic,,,,"Nov 22, 2014"

      """)
    let item = try #require(read.items.first)
    #expect(item.type == .toil && item.labels == ["router"] && item.state == .accepted)
    #expect(
      item.blockers == [
        ImportedBlocker("first", reference: ItemSource(.tracker, id: "2"), isResolved: true),
        ImportedBlocker("the vendor"),
      ])
    #expect(item.links == [ItemLink(.pullRequest, "http://pr/1"), ItemLink(.branch, "fix-1")])
    #expect(item.extra.map(\.name) == ["Priority", "Reviewer", "Review Type", "Review Status"])
    #expect(read.epics.map(\.name) == ["Routing"] && read.epics[0].label == "router")
    var index = EpicIndex()
    read.epics.forEach { index.add($0) }
    #expect(index.epic(of: item) == "Routing")
    #expect(read.report.problems.map(\.kind) == [.unknownState])
  }

  @Test("What cannot be taken as it is says its row, its line and what was done")
  func problems() throws {
    let read = try Imported(
      "Id,Title,Type,Current State,Estimate,Deadline,Odd\r\n"
        + "1,\"a\nb\",feature,limbo,5,\"Feb 30, 2014\",kept\r\n1,again,bug,started\r\n,,,started\r\n,No id,bug,started,4,,,over\r\n"
    )
    #expect(
      read.report.problems.map(\.kind) == [
        .unknownState, .badTitle, .unreadableDate, .duplicateID, .unreadableRow, .tooManyFields, .noID, .offScale,
      ])
    #expect(read.report.problems.map(\.row) == [2, 2, 2, 3, 4, 5, 5, 5])
    #expect(read.report.problems.map(\.line) == [2, 2, 2, 4, 5, 6, 6, 6])
    #expect(read.items.map(\.title) == ["a b", "No id"] && read.report.skipped == 2)
    #expect(read.report.columns.last == ImportColumn("Odd", .extra, count: 1, example: "kept"))
  }

  @Test("Ten thousand bad rows are counted, and the first are kept")
  func manyProblems() throws {
    let rows = (1...10_000).map { "\($0),T,flunk,started\n" }.joined()
    let report = try Imported("Id,Title,Type,Current State\n" + rows).report
    #expect(report.problems.count == 200 && report.problemCount == 10_000)
    #expect(ImportReportText.text(report).hasSuffix("and 9800 more\n"))
  }

  @Test("Another program's file, and an empty one, are refused")
  func foreign() {
    #expect(Imported.refusal("")?.reason == .empty)
    #expect(Imported.refusal("Summary,Issue key\n")?.description.contains("there is no column Title or Story") == true)
  }
}
