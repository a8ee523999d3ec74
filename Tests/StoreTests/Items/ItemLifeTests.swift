import Domain
import Testing

@testable import Store

@Suite("The life of an item")
struct ItemLifeTests {
  private func advance(_ world: World, _ number: ItemNumber, _ move: StateMove, _ reason: String? = nil) throws {
    try world.perform(AdvanceItems([number], move, reason: reason, override: "for the test"))
  }

  /// Expects the refusal, and that nothing was written.
  private func refused(_ world: World, _ refusal: ItemRefusal, _ body: () throws -> Void) throws {
    let before = try world.content()
    #expect(throws: refusal) { try body() }
    #expect(try world.content() == before)
  }

  @Test("What is added is what was asked for")
  func added() throws {
    let world = try World()
    let blocker = try world.add("cable")
    let number = try world.add("router", .bug, .unstarted) {
      $0.description = "It *reboots*."
      $0.labels = ["net", "net", "core"]
      $0.epic = "network"
      $0.owners = [Handle("ana"), Handle("bo")]
      $0.blockers = [Blocker(item: blocker), Blocker(text: "the vendor")]
      $0.tasks = [ItemTask("look"), ItemTask("mend", isDone: true)]
      $0.due = "2026-12-24"
      $0.links = [ItemLink(.incident, "7")]
    }
    let item = try world.item(number)
    #expect(item.labels == ["net", "core"])
    #expect(item.requester == Handle("ana"))
    #expect(item.isBlocked && item.tasks.count == 2 && item.due == "2026-12-24" && item.links.count == 1)
    #expect(try world.store.read { try $0.epics(of: World.platform) }.map(\.name) == ["network"])
    #expect(try world.store.read { try $0.items(waitingFor: blocker) } == [number])
    #expect(try world.store.read { try $0.labels() } == ["core", "net"])
    #expect(try world.store.read { try $0.items(in: .backlog, of: World.platform, limit: 9) } == [ItemLine(item)])
  }

  @Test("A number is never given again")
  func numbers() throws {
    let world = try World()
    try world.add("one")
    let two = try world.add("two")
    try world.perform(RemoveItems([two]))
    #expect(try world.add("three") == ItemNumber(3))
    try world.store.undo(by: .ana, at: .morning)
    #expect(try world.add("four") == ItemNumber(4))
  }

  @Test("An item that can't be is refused, and nothing is written")
  func refusedDrafts() throws {
    let world = try World()
    try refused(world, .titleEmpty) { try world.add(" ") }
    try refused(world, .labelUnusable("a,b")) { try world.add("x") { $0.labels = ["a,b"] } }
    try refused(world, .offTheScale(4, scale: [0, 1, 2, 3, 5, 8])) { try world.add("x") { $0.points = 4 } }
    try refused(world, .notPointed(.bug, World.platform)) { try world.add("x", .bug) { $0.points = 1 } }
    try refused(world, .noSuchState(.delivered, .chore)) { try world.add("x", .chore, .delivered) }
    try refused(world, .dateUnreadable("2026-02-30")) { try world.add("x") { $0.due = "2026-02-30" } }
    let before = try world.content()
    #expect(throws: Missing.self) { try world.add("x") { $0.owners = [Handle("cy")] } }
    #expect(throws: Missing.item(ItemNumber(9))) { try world.add("x") { $0.blockers = [Blocker(item: ItemNumber(9))] } }
    #expect(throws: Missing.self) { try world.add("x") { $0.team = TeamName("apps") } }
    #expect(throws: ItemRefusal.titleEmpty) {
      try world.perform(AddItems(["good", ""].map { ItemDraft(team: World.platform, title: $0) }))
    }
    #expect(try world.content() == before)
  }

  @Test("Every type goes through its own states and no others", arguments: ItemType.allCases)
  func states(type: ItemType) throws {
    let world = try World()
    for from in type.states {
      for to in ItemState.allCases {
        let number = try world.add("x", type, from)
        if from == to {
          try refused(world, .alreadyIn(number, to)) { try advance(world, number, .to(to)) }
        } else if !type.states.contains(to) {
          try refused(world, .noSuchState(to, type)) { try advance(world, number, .to(to)) }
        } else {
          try advance(world, number, .to(to), "so it is")
          let item = try world.item(number)
          #expect(item.state == to)
          #expect((item.acceptedAt != nil) == (to == .accepted))
          #expect(try world.store.read { try $0.transitions(of: number) }.map(\.to) == [to])
        }
      }
    }
    let end = try world.add("x", type, .accepted)
    try refused(world, .noNextState(end, .accepted)) { try advance(world, end, .ahead) }
    let start = try world.add("x", type)
    try refused(world, .noPreviousState(start, .unscheduled)) { try advance(world, start, .back) }
  }

  @Test("Sending back takes a reason, and a feature is estimated before it is started")
  func reasons() throws {
    let world = try World()
    let number = try world.add("x", .feature, .unstarted)
    try refused(world, .unestimated(number)) { try world.perform(AdvanceItems([number], .ahead)) }
    try world.perform(EstimateItems([number], points: 3))
    try world.perform(AdvanceItems([number], .ahead))
    #expect(try world.item(number).owners == [Handle("ana")])
    try refused(world, .needsReason(number, .unstarted)) { try world.perform(AdvanceItems([number], .back)) }
    try world.perform(AdvanceItems([number], .back, reason: "not now"))
    let transitions = try world.store.read { try $0.transitions(of: number) }
    #expect(transitions.map(\.reason) == [nil, "not now"])
    #expect(transitions.map(\.seq) == [1, 2])
  }

  @Test("The product manager accepts and rejects; where there is none, whoever does not own it alone")
  func gate() throws {
    let world = try World()
    let number = try world.add("x", .feature, .delivered) {
      $0.points = 1
      $0.owners = [Handle("ana")]
    }
    try refused(world, .notYours(number, productManager: nil)) { try world.perform(AdvanceItems([number], .ahead)) }
    try world.perform(SetBacklog(World.platform) { $0.productManager = "bo" })
    try refused(world, .notYours(number, productManager: Handle("bo"))) {
      try world.perform(AdvanceItems([number], .to(.rejected), reason: "no"))
    }
    try world.perform(AdvanceItems([number], .to(.rejected), reason: "it reboots"), by: .bo)
    try world.perform(AdvanceItems([number], .ahead))
    #expect(try world.item(number).state == .started)
    try world.perform(AdvanceItems([number], .to(.accepted), override: "bo is away"))
    #expect(try world.store.read { try $0.transitions(of: number) }.last?.reason == "override: bo is away")
  }

  @Test("What nobody has worked on is neither rejected nor accepted, but with a reason to override")
  func tooEarly() throws {
    let world = try World()
    let number = try world.add("x", .bug)
    try refused(world, .nothingToReject(number, .unscheduled)) {
      try world.perform(AdvanceItems([number], .to(.rejected), reason: "no"))
    }
    try refused(world, .nothingToAccept(number, .unscheduled)) {
      try world.perform(AdvanceItems([number], .to(.accepted)))
    }
    try world.perform(AdvanceItems([number], .to(.started)), by: .bo)
    try refused(world, .nothingToReject(number, .started)) {
      try world.perform(AdvanceItems([number], .to(.rejected), reason: "no"))
    }
    try world.perform(AdvanceItems([number], .to(.rejected), reason: "no", override: "it was shown half done"))
    #expect(try world.item(number).state == .rejected)
  }

  @Test("Items that wait for each other in a circle are refused, with the circle")
  func circle() throws {
    let world = try World()
    let one = try world.add("one")
    let two = try world.add("two") { $0.blockers = [Blocker(item: one)] }
    let three = try world.add("three") { $0.blockers = [Blocker(item: two)] }
    try refused(world, .blockerCycle([one, three, two, one])) {
      try world.perform(EditItems([one]) { $0.blockers = [Blocker(item: three)] })
    }
    try refused(world, .blocksItself(one)) {
      try world.perform(EditItems([one]) { $0.blockers = [Blocker(item: one)] })
    }
    try world.perform(EditItems([two]) { $0.blockers[0].isResolved = true })
    try world.perform(EditItems([one]) { $0.blockers = [Blocker(item: three)] })
    #expect(try world.store.read { try $0.items(waitingFor: one) } == [])
  }

  @Test("An item whose blocker was removed can still be edited")
  func blockerGone() throws {
    let world = try World()
    let one = try world.add("one")
    let two = try world.add("two") { $0.blockers = [Blocker(item: one)] }
    try world.perform(RemoveItems([one]))
    try world.perform(EditItems([two]) { $0.title = "second" })
    #expect(try world.item(two).title == "second")
    let three = try world.add("three")
    try world.perform(MergeItems([two], into: three))
    #expect(try world.item(three).blockers.map(\.itemNumber) == [one])
  }

  @Test("An edit keeps the number, the place and the times; another type brings the nearest state with its time")
  func edited() throws {
    let world = try World()
    let number = try world.add("x", .feature, .finished) { $0.points = 2 }
    let before = try world.item(number)
    try world.perform(
      EditItems([number]) {
        $0.title = "y"
        $0.number = ItemNumber(77)
        $0.order = .first
        $0.state = .accepted
      }, at: Instant(milliseconds: Instant.morning.milliseconds + 1000))
    var after = before
    after.title = "y"
    after.updatedAt = Instant(milliseconds: Instant.morning.milliseconds + 1000)
    #expect(try world.item(number) == after)
    try world.perform(EditItems([number]) { $0.type = .chore })
    let chore = try world.item(number)
    #expect(chore.state == .accepted && chore.acceptedAt == .morning && chore.points == nil)
    #expect(try world.store.read { try $0.acceptedItems(of: World.platform, limit: 9) }.map(\.number) == [number])
    let head = try world.head()
    try world.perform(EditItems([number]) { $0.title = "y" })
    #expect(try world.head() == head)
  }

  @Test("Of several edited together none is changed where one can't be")
  func allOrNone() throws {
    let world = try World()
    let (one, two) = (try world.add("one"), try world.add("two", .bug))
    try refused(world, .notPointed(.bug, World.platform)) {
      try world.perform(EstimateItems([one, two], points: 3))
    }
  }

  @Test("Parts stand after the whole, with what it had")
  func split() throws {
    let world = try World()
    let whole = try world.add("whole", .feature, .started) {
      $0.labels = ["net"]
      $0.epic = "network"
      $0.owners = [Handle("bo")]
    }
    try world.add("last", .feature, .unstarted)
    let parts = try world.perform(SplitItem(whole, into: ["first", "second"]))
    #expect(try world.order() == [whole.value] + parts.map(\.value) + [2])
    let part = try world.item(parts[0])
    #expect(part.labels == ["net"] && part.epic == "network" && part.owners == [Handle("bo")])
    #expect(part.state == .unstarted && part.links == [ItemLink(.splitFrom, "\(whole)")])
    try refused(world, .nothingToSplit(whole)) { try world.perform(SplitItem(whole, into: [])) }
    try refused(world, .titleEmpty) { try world.perform(SplitItem(whole, into: ["a", ""])) }
  }

  @Test("A merge takes over all that was said, and one undo gives everything back")
  func merge() throws {
    let world = try World()
    try world.start()
    let into = try world.add("router") { $0.description = "First." }
    let duplicate = try world.add("router again") {
      $0.description = "Second."
      $0.labels = ["net"]
      $0.owners = [Handle("bo")]
      $0.tasks = [ItemTask("look")]
      $0.links = [ItemLink(.incident, "7")]
    }
    let waiting = try world.add("waiting") { $0.blockers = [Blocker(item: duplicate)] }
    try world.perform(CommentOnItem(duplicate, text: "seen again"))
    try world.perform(CarryItems([duplicate], by: RunNumber(1)))
    let before = try world.liveRows()
    try world.perform(MergeItems([duplicate], into: into))
    let item = try world.item(into)
    #expect(item.description == "First.\n\nSecond.")
    #expect(item.labels == ["net"] && item.owners == [Handle("bo")] && item.tasks == [ItemTask("look")])
    #expect(item.links == [ItemLink(.incident, "7"), ItemLink(.duplicateOf, "\(duplicate)")])
    #expect(try world.item(waiting).blockers == [Blocker(item: into)])
    #expect(try world.store.read { try $0.comments(of: into) }.map(\.text) == ["seen again"])
    #expect(try world.store.read { try $0.runs(carrying: into) } == [RunNumber(1)])
    #expect(throws: Missing.removedItem(duplicate, by: try world.head().seq)) { try world.item(duplicate) }
    try world.checkDerived()
    try world.store.undo(by: .ana, at: .morning)
    #expect(try world.liveRows() == before)
    try world.checkDerived()
    try refused(world, .mergedWithItself(into)) { try world.perform(MergeItems([into], into: into)) }
  }

  @Test("Texts are kept with one kind of line break, so that a file brings them back as they are")
  func lineBreaks() throws {
    let world = try World()
    let number = try world.add("x") { $0.description = "one\r\ntwo\rthree" }
    #expect(try world.item(number).description == "one\ntwo\nthree")
    try world.perform(EditItems([number]) { $0.description = "four\r\nfive" })
    #expect(try world.item(number).description == "four\nfive")
    try world.perform(CommentOnItem(number, text: "six\r\nseven"))
    #expect(try world.store.read { try $0.comments(of: number) }.map(\.text) == ["six\nseven"])
  }

  @Test("Comments are numbered within their item, and an empty one is refused")
  func comments() throws {
    let world = try World()
    let number = try world.add("x")
    try world.perform(CommentOnItem(number, text: "one"))
    try world.perform(CommentOnItem(number, text: "two"), by: .bo)
    let comments = try world.store.read { try $0.comments(of: number) }
    #expect(comments.map(\.seq) == [1, 2] && comments.map(\.by) == [Handle("ana"), Handle("bo")])
    let before = try world.content()
    #expect(throws: ItemRefusal.self) { try world.perform(CommentOnItem(number, text: " ")) }
    #expect(throws: Missing.item(ItemNumber(9))) { try world.perform(CommentOnItem(ItemNumber(9), text: "x")) }
    #expect(try world.content() == before)
  }

  @Test("Views are kept, replaced and forgotten")
  func views() throws {
    let world = try World()
    func views() throws -> [String] { try world.store.read { try $0.savedViews(of: World.platform) }.map(\.filter) }
    try world.perform(SaveView(SavedView(team: World.platform, name: "mine", filter: "owner:me")))
    try world.perform(SaveView(SavedView(team: World.platform, name: "mine", filter: "owner:ana")))
    #expect(try views() == ["owner:ana"])
    try world.perform(RemoveView("mine", of: World.platform))
    #expect(try views() == [])
    #expect(throws: Missing.savedView("mine", team: World.platform, known: [])) {
      try world.perform(RemoveView("mine", of: World.platform))
    }
    try world.store.undo(by: .ana, at: .morning)
    #expect(try views() == ["owner:ana"])
  }

  @Test("Settings out of range are refused, and others are kept")
  func settings() throws {
    let world = try World()
    try world.perform(
      SetBacklog(World.platform) {
        $0.scale = [8, 1, 1]
        $0.pointed = [.bug]
      })
    let settings = try world.store.read { try $0.backlogSettings(of: World.platform) }
    #expect(settings.scale == [1, 8] && settings.isPointed(.bug) && settings.isPointed(.feature))
    let before = try world.content()
    #expect(throws: ItemRefusal.self) { try world.perform(SetBacklog(World.platform) { $0.iterationWeeks = 5 }) }
    #expect(throws: ItemRefusal.self) { try world.perform(SetBacklog(World.platform) { $0.scale = [] }) }
    #expect(throws: Missing.self) { try world.perform(SetBacklog(World.platform) { $0.productManager = "cy" }) }
    #expect(try world.content() == before)
  }
}
