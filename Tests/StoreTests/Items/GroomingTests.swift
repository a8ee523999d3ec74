import Domain
import Testing

@testable import Store

@Suite("Grooming sessions")
struct GroomingTests {
  private func queue(_ world: World, at now: Instant = .morning, _ filter: String = "") throws -> GroomingQueue {
    try world.store.read { try $0.groomingQueue(of: World.platform, at: now, filter: filter, limit: 100) }
  }

  private func asked(_ world: World, at now: Instant = .morning, _ filter: String = "") throws -> [Int] {
    try queue(world, at: now, filter).entries.map(\.item.number.value)
  }

  private func log(_ world: World, _ number: Int = 1) throws -> [String] {
    try world.store.read { try $0.groomingLog(of: GroomingNumber(number), limit: 100) }.map {
      "\($0.decision.item) \($0.decision.words)"
    }
  }

  @discardableResult
  private func decide(
    _ world: World, _ item: ItemNumber, _ choice: GroomingChoice, why: String? = nil, by actor: Actor = .ana,
    at now: Instant = .morning
  ) throws -> GroomingDecision {
    try world.perform(DecideGrooming(item, choice, why: why), by: actor, at: now)
  }

  /// Expects the refusal, and that nothing was written.
  private func refused(_ world: World, _ refusal: some Error & Equatable, _ body: () throws -> Void) throws {
    let before = try world.content()
    #expect(throws: refusal) { try body() }
    #expect(try world.content() == before)
  }

  @Test(
    "The queue is what is current, then the backlog, then the icebox, each by hand; what needs nothing is not in it")
  func order() throws {
    let world = try World()
    let ice = try world.add("ice")
    let low = try world.add("low", .feature, .unstarted)
    try world.add("fine", .chore, .unstarted)
    let top = try world.add("top", .feature, .unstarted) { $0.target = .top }
    let current = try world.add("current", .chore, .started)
    #expect(try asked(world) == [current, top, low, ice].map(\.value))
    #expect(try queue(world).entries.map(\.reasons) == [[.unowned], [.unestimated], [.unestimated], [.unestimated]])
    #expect(try queue(world).progress == "1 of 4")
    #expect(try asked(world, at: .morning + .seconds(40 * 86_400)).count == 5)
  }

  @Test("The store and the rules agree, whatever the items are like", arguments: 1...6)
  func agreement(seed: UInt64) throws {
    let world = try World()
    var dice = ItemDice(state: seed)
    for index in 0..<80 {
      let type = ItemType.allCases[dice.below(5)]
      let state = type.states[dice.below(type.states.count)]
      let number = try world.add("item \(index)", type, state) {
        if dice.chance(2) { $0.owners = [Handle("ana")] }
        if dice.chance(3) { $0.blockers = [Blocker(text: "the vendor", isResolved: dice.chance(2))] }
        if dice.chance(3) { $0.due = dice.chance(2) ? "2026-01-01" : "2027-01-01" }
      }
      if type == .feature, dice.chance(2) { try world.perform(EstimateItems([number], points: 2)) }
    }
    for days in [0, 31] as [Int64] {
      let now = Instant.morning + .seconds(days * 86_400)
      let rules = try world.store.read { try $0.groomingRules(of: World.platform, at: now) }
      let items = try world.store.read { try $0.wholeItems(matching: ItemFilter(), of: World.platform) }
      let wanted = items.filter { !rules.reasons(for: GroomingFacts($0)).isEmpty }.map(\.number.value)
      #expect(try asked(world, at: now).sorted() == wanted.sorted())
    }
  }

  @Test("Whoever comes back goes on where it stopped; what was put off comes after all else")
  func resumes() throws {
    let world = try World()
    let items = try (1...4).map { try world.add("item \($0)", .feature, .unstarted) }
    try decide(world, items[0], .keep)
    try decide(world, items[1], .skip)
    #expect(try queue(world).progress == "2 of 4")
    let again = try world.another()
    let queue = try again.read { try $0.groomingQueue(of: World.platform, at: .morning, limit: 100) }
    try again.close()
    #expect(queue.entries.map(\.item.number) == [items[2], items[3], items[1]])
    #expect(queue.entries.map(\.isPutOff) == [false, false, true])
    #expect(queue.session?.number == GroomingNumber(1))
    try decide(world, items[1], .estimate(3))
    #expect(try log(world) == ["\(items[1]) estimated 3", "\(items[0]) kept"])
  }

  @Test("What was decided is not asked again in the session, until it changes in a way that gives a new reason")
  func newReason() throws {
    let world = try World()
    let number = try world.add("one", .feature, .unstarted)
    try decide(world, number, .keep)
    #expect(try asked(world) == [])
    try world.perform(EditItems([number]) { $0.title = "another" })
    #expect(try asked(world) == [])
    try world.perform(EditItems([number]) { $0.blockers = [Blocker(text: "the vendor")] })
    #expect(try queue(world).entries.map(\.reasons) == [[.blocked, .unestimated]])
    try decide(world, number, .estimate(1))
    #expect(try asked(world) == [])
    try world.perform(EstimateItems([number], points: nil))
    #expect(try asked(world) == [number.value])
    // The next session asks for what was kept as it was.
    try decide(world, number, .keep)
    try world.perform(EndGrooming(GroomingNumber(1)))
    #expect(try asked(world) == [number.value])
  }

  @Test("One undo takes back a decision with its effect, and redo is what it was", arguments: 0..<8)
  func undo(which: Int) throws {
    let world = try World()
    let number = try world.add("router", .feature, .unstarted)
    let waiting = try world.add("cable", .feature, .unstarted) { $0.blockers = [Blocker(item: number)] }
    try world.perform(CommentOnItem(number, text: "seen here"))
    try decide(world, waiting, .keep)
    let choices: [GroomingChoice] = [
      .keep, .estimate(3), .split(["crème", "deploy"]), .ice, .close, .skip, .close, .keep,
    ]
    if which == 6 {
      try world.perform(EstimateItems([number], points: 1))
      try world.perform(AdvanceItems([number], .to(.delivered)))
      try world.perform(EditItems([number]) { $0.due = "2026-01-01" })
    }
    // A session that the decision begins goes with it.
    if which == 7 { try world.perform(EndGrooming(GroomingNumber(1))) }
    let before = try world.liveRows()
    try decide(world, number, choices[which], why: "so it is", by: .bo)
    let after = try world.liveRows()
    #expect(before != after)
    try world.checkDerived()
    try world.store.undo(by: .bo, at: .morning)
    #expect(try world.liveRows() == before)
    try world.store.redo(by: .bo, at: .morning)
    #expect(try world.liveRows() == after)
    try world.checkDerived()
    #expect(try world.store.verify().isSound)
  }

  @Test("Two who decide about one item at once: the second is told who was faster, and what it came to")
  func atOnce() throws {
    let world = try World()
    let number = try world.add("one", .feature, .unstarted)
    let seen = try world.item(number).updatedAt
    let made = try decide(world, number, .estimate(3), by: .bo, at: .morning + .minutes(1))
    try refused(world, GroomingRefusal.decided(made)) {
      try world.perform(DecideGrooming(number, .close, seen: seen))
    }
    #expect("\(GroomingRefusal.decided(made))" == "bo has decided item 1 in this session already: estimated 3")
    let other = try world.add("two", .feature, .unstarted)
    let shown = try world.item(other).updatedAt
    try world.perform(EditItems([other]) { $0.title = "three" }, by: .bo, at: .morning + .minutes(1))
    try refused(world, GroomingRefusal.changedMeanwhile(other)) {
      try world.perform(DecideGrooming(other, .close, seen: shown))
    }
  }

  @Test("Two who begin a session at once work in one")
  func oneSession() throws {
    let world = try World()
    let items = try (1...2).map { try world.add("item \($0)", .feature, .unstarted) }
    try decide(world, items[0], .keep)
    try decide(world, items[1], .keep, by: .bo)
    #expect(try world.store.read { try $0.groomings(of: World.platform, limit: 9) }.map(\.decisions) == [2])
    #expect(try world.perform(StartGrooming(World.platform)).number == GroomingNumber(1))
  }

  @Test("What is closed is out of the backlog and stays in the log; what was delivered is accepted")
  func closing() throws {
    let world = try World()
    let dropped = try world.add("dropped", .feature, .unstarted)
    let shipped = try world.add("shipped", .feature, .delivered) {
      $0.owners = [Handle("bo")]
      $0.points = 1
      $0.due = "2026-01-01"
    }
    try decide(world, dropped, .keep)
    try world.perform(EditItems([dropped]) { $0.due = "2026-01-01" })
    try decide(world, dropped, .close, why: "nobody asks for it")
    try decide(world, shipped, .close)
    #expect(throws: Missing.self) { try world.item(dropped) }
    #expect(try world.item(shipped).state == .accepted)
    #expect(
      try log(world) == [
        "\(shipped) closed, accepted", "\(dropped) closed, not to be done: nobody asks for it", "\(dropped) kept",
      ])
  }

  @Test("Parts of what was split are asked about, and the whole is not asked again")
  func splitting() throws {
    let world = try World()
    let number = try world.add("one", .feature, .unstarted)
    try world.add("two", .feature, .unstarted)
    try decide(world, number, .split(["half", "rest"]))
    #expect(try asked(world) == [3, 4, 2])
    #expect(try log(world) == ["1 split into 3, 4"])
  }

  @Test("A session about a filter asks about nothing else, and another filter waits until it ends")
  func filter() throws {
    let world = try World()
    try world.add("one", .feature, .unstarted) { $0.labels = ["router"] }
    try world.add("two", .feature, .unstarted)
    #expect(try asked(world, "label:router") == [1])
    let session = try world.perform(StartGrooming(World.platform, filter: "label:router"))
    #expect(try asked(world) == [1])
    #expect(try asked(world, at: .morning, "-label:router") == [])
    try refused(world, GroomingRefusal.alreadyOpen(session)) {
      try world.perform(StartGrooming(World.platform, filter: "label:cable"))
    }
    try world.perform(EndGrooming(session.number))
    try refused(world, GroomingRefusal.ended(session.number)) { try world.perform(EndGrooming(session.number)) }
    #expect(throws: FilterProblem.self) { try world.perform(StartGrooming(World.platform, filter: "type:bgu")) }
    #expect(try world.store.read { try $0.openGrooming(of: World.platform) } == nil)
  }

  @Test("What can't be decided is refused, and nothing is written")
  func badInput() throws {
    let world = try World()
    let number = try world.add("one", .feature, .unstarted)
    let fine = try world.add("fine", .chore, .unstarted)
    try refused(world, ItemRefusal.offTheScale(4, scale: [0, 1, 2, 3, 5, 8])) {
      try decide(world, number, .estimate(4))
    }
    try refused(world, ItemRefusal.nothingToSplit(number)) { try decide(world, number, .split([])) }
    try refused(world, ItemRefusal.titleEmpty) { try decide(world, number, .split(["half", " "])) }
    try refused(world, GroomingRefusal.nothingToDecide(fine)) { try decide(world, fine, .close) }
    try refused(world, Missing.item(ItemNumber(99))) { try decide(world, ItemNumber(99), .keep) }
    try refused(world, Missing.grooming(GroomingNumber(7))) { try world.perform(EndGrooming(GroomingNumber(7))) }
    let ice = try world.add("ice")
    try refused(world, ItemRefusal.alreadyIn(ice, .unscheduled)) { try decide(world, ice, .ice) }
  }
}
