import Foundation
import Testing

@Suite("Items by the command line")
struct ItemVerbTests {
  private static let lineKeys = [
    "acceptedAt", "createdAt", "due", "epic", "isBlocked", "labels", "number", "owners", "points", "requester",
    "startedAt", "state", "team", "title", "type", "updatedAt",
  ]
  private static let shownKeys =
    lineKeys + [
      "blockers", "comments", "deliveredAt", "description", "extra", "links", "runs", "source", "tasks",
      "transitions", "waiting",
    ]

  @Test("The lines of the contract: add, list with a filter, import")
  func contract() throws {
    let desk = try Desk.ready()
    let added = try desk.must("item add \"Scale the log aggregators\" --team platform --type toil")
    #expect(added.output == "1\n")
    #expect(try desk.must("item add \"Scale the routers\" --team platform --points 2").output == "2\n")
    try desk.must("item edit 2 --label router")
    try desk.must("item schedule 2")
    let found = try desk.must("item list 'state:unstarted label:router' --json").list
    #expect(found.map { $0["number"] as? Int } == [2])
    #expect(found.first?.keys.sorted() == Self.lineKeys)
    #expect(found.first?["points"] as? Int == 2 && found.first?["labels"] as? [String] == ["router"])
    try desk.write("stories.csv", "Id,Title,Type,Current State\n7,Dig,chore,unstarted\n")
    let dry = try desk.must("item import stories.csv --from tracker --dry-run --team platform")
    #expect(dry.output.contains("would be: 1 new") && dry.output.contains("nothing was written"))
    #expect(try desk.must("item import stories.csv --from tracker --team platform").output.contains("imported: 1 new"))
    #expect(try desk.must("item list --all --json").list.count == 3)
  }

  @Test("Everything that can be said when an item is added is shown, to people and to programs")
  func show() throws {
    let desk = try Desk.withItems()
    try desk.run("lesson add --checklist new-release --learned \"Nobody watched the canary\"")
    try desk.must(
      """
      item add "Watch it" --type bug --description - --label a,b --label c --epic Routing --owner ana,bo \
      --requester bo --due 2026-12-24 --blocked-by 1 --blocked-by "the vendor" --task One --task Two --incident 9 \
      --lesson 1 --url https://example.org/x --state unstarted --before 3 --as ana
      """, input: "# Why\n\nIt \"hurts\".\n")
    try desk.must("item comment 7 \"Seen again\" --as bo")
    let item = try desk.item(7)
    #expect(item.keys.sorted() == Self.shownKeys.sorted())
    #expect(item["description"] as? String == "# Why\n\nIt \"hurts\".\n" && item["epic"] as? String == "Routing")
    #expect(item["labels"] as? [String] == ["a", "b", "c"] && item["owners"] as? [String] == ["ana", "bo"])
    #expect(item["isBlocked"] as? Bool == true && item["due"] as? String == "2026-12-24")
    let blockers = try #require(item["blockers"] as? [[String: Any]])
    #expect(blockers.map { $0["item"] as? Int } == [1, nil] && blockers[1]["text"] as? String == "the vendor")
    #expect(blockers.allSatisfy { $0["isResolved"] as? Bool == false })
    let tasks = try #require(item["tasks"] as? [[String: Any]])
    #expect(tasks.map { $0["text"] as? String } == ["One", "Two"] && tasks[0]["isDone"] as? Bool == false)
    let links = try #require(item["links"] as? [[String: Any]])
    #expect(links.map { $0["kind"] as? String } == ["incident", "lesson", "url"])
    #expect((item["comments"] as? [[String: Any]])?.first?["by"] as? String == "bo")
    #expect(try desk.item(1)["waiting"] as? [Int] == [7])
    let text = try desk.must("item show 7").output
    for line in [
      "item 7 (bug, unstarted, blocked)", "Watch it", "  waits for    item 1, Scale the router",
      "  task 2       [ ] Two",
      "  lesson       1, open, no edit, new-release: Nobody watched the canary", "               | Seen again",
    ] { #expect(text.contains(line), "\(line)\n\(text)") }
    #expect(try desk.order() == [1, 2, 7, 3, 4, 5, 6])
  }

  @Test("edit adds what is named and takes away what it is told to")
  func edit() throws {
    let desk = try Desk.withItems()
    try desk.must("item edit 1 2 --label night --task Look --blocked-by 3 --epic Ports")
    try desk.must("item edit 1 --title \"Scale all routers\" --type bug --owner bo --url https://x.example --done 1")
    var item = try desk.item(1)
    #expect(item["title"] as? String == "Scale all routers" && item["labels"] as? [String] == ["router", "night"])
    #expect(item["points"] is NSNull, "bugs take no points here")
    try desk.must(
      "item edit 1 --no-label router --no-owner bo --no-epic --unblock 3 --no-task Look --no-link https://x.example")
    item = try desk.item(1)
    #expect(item["labels"] as? [String] == ["night"] && item["owners"] as? [String] == [])
    #expect(item["epic"] is NSNull && item["isBlocked"] as? Bool == false)
    #expect((item["tasks"] as? [Any])?.isEmpty == true && (item["links"] as? [Any])?.isEmpty == true)
    try desk.must("team add web --timezone UTC")
    try desk.must("item edit 1 --team web")
    #expect(try desk.run("item list --team web --numbers").output == "1\n")
    #expect(try desk.run("item list").exitCode == 64)
  }

  @Test("Every state has its verb, and each says where the item is now")
  func states() throws {
    let desk = try Desk.withItems()
    #expect(try desk.must("item schedule 6").output == "item 6: unstarted\n")
    #expect(try desk.must("item plan 1").output == "item 1: planned\n")
    #expect(try desk.must("item start 1 3 --as bo").output == "item 1: started\nitem 3: started\n")
    #expect(try desk.item(1)["owners"] as? [String] == ["bo"])
    #expect(try desk.must("item finish 1 3").output == "item 1: finished\nitem 3: accepted\n")
    #expect(try desk.must("item deliver 1").output == "item 1: delivered\n")
    #expect(try desk.run("item accept 1 --as bo").exitCode == 1)
    #expect(try desk.must("item accept 1 --as ana").output == "item 1: accepted\n")
    #expect(try desk.must("item reject 5 --reason \"it is slow\" --as ana").output == "item 5: rejected\n")
    #expect(try desk.must("item next 5").output == "item 5: started\n")
    #expect(try desk.must("item back 5 --reason \"not now\"").output == "item 5: unstarted\n")
    #expect(try desk.must("item ice 5 --reason later").output == "item 5: unscheduled\n")
    let changes = try #require(try desk.item(5)["transitions"] as? [[String: Any]])
    #expect(
      changes.map { $0["to"] as? String } == [
        "started", "finished", "delivered", "rejected", "started", "unstarted", "unscheduled",
      ])
    #expect(changes.map { $0["seq"] as? Int } == Array(1...7) && changes[3]["reason"] as? String == "it is slow")
    try desk.must("item settings --product-manager bo")
    try desk.must("item deliver 2 --as ana")
    #expect(try desk.run("item accept 2 --as ana").errors.contains("is for bo"))
    #expect(try desk.must("item accept 2 --as ana --override \"bo is away\"").output == "item 2: accepted\n")
  }

  @Test("move puts items where it says, one below the other as they are named")
  func move() throws {
    let desk = try Desk.withItems()
    #expect(try desk.order() == [1, 2, 3, 4, 5, 6])
    try desk.must("item move 5 3 --top")
    #expect(try desk.order() == [5, 3, 1, 2, 4, 6])
    try desk.must("item move 1 --bottom")
    #expect(try desk.must("item move 6 --before 3").output == "item 6: before item 3\n")
    try desk.must("item move - --after 4", input: "2, 3\n")
    #expect(try desk.order() == [5, 6, 4, 2, 3, 1])
  }

  @Test("Long lists come from standard input: numbers and titles, one action each")
  func standardInput() throws {
    let desk = try Desk.withItems()
    let added = try desk.must("item add - --label net --state unstarted --top", input: "\n One \n\nTwo\r\nThree")
    #expect(added.output == "7\n8\n9\n")
    #expect(try desk.order().prefix(3) == [7, 8, 9])
    let numbers = try desk.must("item list label:net --numbers").output
    #expect(numbers == "7\n8\n9\n")
    try desk.must("item estimate - 2", input: numbers)
    try desk.must("item edit - --owner ana", input: "#7 8,9\n")
    #expect(try desk.run("item list label:net --json").list.allSatisfy { $0["points"] as? Int == 2 })
    try desk.must("undo")
    try desk.must("undo")
    #expect(try desk.run("item list label:net --json").list.allSatisfy { $0["points"] is NSNull })
    #expect(try desk.shell("prodpair item list label:net --numbers | prodpair item remove -").exitCode == 0)
    #expect(try desk.order() == [1, 2, 3, 4, 5, 6])
    #expect(try desk.run("item move - --top", input: " \n").exitCode == 65)
    #expect(try desk.run("item add -", input: "\n").exitCode == 65)
  }

  @Test("split makes parts below the whole; merge takes over what the duplicates say")
  func splitAndMerge() throws {
    let desk = try Desk.withItems()
    #expect(try desk.must("item split 1 \"One half\" \"The other\"").output == "7\n8\n")
    #expect(try desk.order() == [1, 7, 8, 2, 3, 4, 5, 6])
    #expect(try desk.item(7)["labels"] as? [String] == ["router"])
    try desk.must("item comment 8 \"mine\"")
    try desk.must("item edit 3 --blocked-by 8")
    #expect(
      try desk.must("item merge 8 7 --into 1").output == "item 8: merged into item 1\nitem 7: merged into item 1\n")
    #expect(try desk.order() == [1, 2, 3, 4, 5, 6])
    let item = try desk.item(1)
    #expect((item["comments"] as? [[String: Any]])?.map { $0["text"] as? String } == ["mine"])
    #expect(item["waiting"] as? [Int] == [3])
    #expect(try desk.run("item show 8").exitCode == 66)
  }

  @Test("A list is what is not accepted, in its order, cut off with a word about it")
  func list() throws {
    let desk = try Desk.withItems()
    try desk.must("item accept 5 --as ana")
    #expect(try desk.must("item list --numbers").lines == ["1", "2", "3", "4", "6"])
    #expect(try desk.must("item list panel:done --numbers").lines == ["5"])
    #expect(try desk.must("item list -type:release -owner:ana --numbers").lines == ["1", "3", "6"])
    #expect(try desk.must("item list --numbers -- -type:release").lines == ["1", "2", "3", "6"])
    let cut = try desk.must("item list --limit 2")
    #expect(cut.lines.count == 3 && cut.errors.contains("the first 2 of more"))
    #expect(cut.lines.first == "ITEM  TYPE     STATE      PTS  OWNERS  DUE  LABELS  TITLE")
    let none = try desk.must("item list label:none")
    #expect(none.output.isEmpty && none.errors.contains("no items that match"))
    try desk.must("item views --save bugs type:bug")
    #expect(try desk.must("item views --json").list.first?["filter"] as? String == "type:bug")
    #expect(try desk.must("item list --view bugs --numbers").lines == ["2"])
    try desk.must("item views --forget bugs")
    #expect(try desk.run("item list --view bugs").exitCode == 66)
  }

  @Test("The settings of a backlog are shown, changed, and checked as a whole")
  func settings() throws {
    let desk = try Desk.ready()
    let shown = try desk.must("item settings --json").object
    #expect(shown["scale"] as? [Int] == [0, 1, 2, 3, 5, 8] && shown["productManager"] is NSNull)
    try desk.must(
      """
      item settings --scale 0,1,2,4 --pointed bug --iteration-weeks 2 --start-day wed --velocity-over 2 \
      --initial-velocity 12 --duty-percent 30 --product-manager ana
      """)
    let iterations = try #require(try desk.must("item iterations --json").object["iterations"] as? [[String: Any]])
    let first = try #require(iterations.first?["first"] as? String)
    let last = try #require(iterations.first?["last"] as? String)
    try desk.must("item settings --strength \(first)=80 --on-duty \(first)")
    let changed = try desk.must("item settings --json").object
    #expect(changed["scale"] as? [Int] == [0, 1, 2, 4] && changed["startDay"] as? Int == 3)
    #expect(changed["pointed"] as? [String] == ["feature", "bug"])
    let strength = try #require((changed["strengths"] as? [[String: Any]])?.first)
    #expect(strength["percent"] as? Int == 80 && strength["isOnDuty"] as? Bool == true)
    #expect(try desk.must("item settings").output.contains("accepts     ana"))
    let head = try desk.head()
    for line in [
      "--scale 0,101", "--iteration-weeks 5 --duty-percent 10", "--strength 2026-13-01=50", "--velocity-over 0",
    ] {
      #expect(try desk.run("item settings " + line).exitCode == 1, "\(line)")
    }
    #expect(try desk.run("item settings --product-manager zed").exitCode == 66)
    for line in ["--strength \(last)=50", "--on-duty \(last)"] {
      let outcome = try desk.run("item settings " + line)
      #expect(outcome.exitCode == 1 && outcome.errors.contains("name \(first)"), "\(outcome)")
    }
    #expect(try desk.head() == head)
  }
}
