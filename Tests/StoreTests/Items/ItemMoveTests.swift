import Dispatch
import Domain
import Testing

@testable import Store

@Suite("One hand-set order")
struct ItemMoveTests {
  private func places(_ world: World) throws -> [ItemPlace] {
    try world.store.read { try $0.items(matching: ItemFilter(), of: World.platform, limit: 10_000) }.map(\.place)
  }

  /// The icebox read in windows, downwards and upwards.
  private func inWindows(_ world: World, of limit: Int) throws -> (down: [Int], up: [Int]) {
    try world.store.read { reader in
      var down: [ItemLine] = []
      while case let next = try reader.items(in: .icebox, of: World.platform, after: down.last?.place, limit: limit),
        !next.isEmpty
      {
        down += next
      }
      var up: [ItemLine] = []
      while case let next = try reader.items(in: .icebox, of: World.platform, before: up.last?.place, limit: limit),
        !next.isEmpty
      {
        up += next
      }
      return (down.map(\.number.value), up.reversed().map(\.number.value))
    }
  }

  /// What the order has to be after a move.
  private func moved(_ numbers: [Int], to target: ItemTarget, in order: [Int]) -> [Int] {
    var rest = order.filter { !numbers.contains($0) }
    let index: Int? =
      switch target {
      case .top: 0
      case .bottom: rest.count
      case .before(let number): rest.firstIndex(of: number.value)
      case .after(let number): rest.firstIndex(of: number.value).map { $0 + 1 }
      }
    guard let index else { return order }
    rest.insert(contentsOf: numbers, at: index)
    return rest
  }

  @Test("Whatever several people add, move, remove and undo, there is one order", arguments: 1...6)
  func oneOrder(seed: UInt64) throws {
    let world = try World()
    let other = try world.another()
    defer { try? other.close() }
    var dice = ItemDice(state: seed)
    for title in 1...8 { try world.add("item \(title)") }
    for _ in 0..<120 {
      let store = dice.chance(2) ? world.store : other
      let actor: Actor = dice.chance(2) ? .ana : .bo
      let before = try world.order()
      guard let anchor = before.randomElement(using: &dice) else { break }
      let target: ItemTarget =
        [.top, .bottom, .before(ItemNumber(anchor)), .after(ItemNumber(anchor))].randomElement(using: &dice) ?? .top
      switch dice.below(10) {
      case 0:
        let draft = ItemDraft(team: World.platform, title: "new", target: target)
        let new = try store.perform(AddItems(draft), by: actor, at: .morning)[0].value
        #expect(try world.order() == moved([new], to: target, in: before))
      case 1 where before.count > 3:
        try store.perform(RemoveItems([ItemNumber(anchor)]), by: actor, at: .morning)
        #expect(try world.order() == before.filter { $0 != anchor })
      case 2, 3:
        do { try store.undo(by: actor, at: .morning) } catch is StoreError {}
      default:
        let numbers = Array(before.shuffled(using: &dice).prefix(1 + dice.below(3))).filter {
          ![.before(ItemNumber($0)), .after(ItemNumber($0))].contains(target)
        }
        guard !numbers.isEmpty else { continue }
        try store.perform(MoveItems(numbers.map { ItemNumber($0) }, to: target), by: actor, at: .morning)
        #expect(try world.order() == moved(numbers, to: target, in: before))
        let places = try places(world)
        let isChanged = places.map(\.number.value) != before
        for place in places where isChanged && numbers.contains(place.number.value) {
          #expect(places.count { $0.order == place.order } == 1)
        }
      }
      let order = try world.order()
      #expect(try places(world) == places(world).sorted())
      let windows = try inWindows(world, of: 1 + dice.below(4))
      #expect(windows.down == order)
      #expect(windows.up == order)
    }
    #expect(try world.store.verify().isSound)
    try world.checkDerived()
  }

  @Test("Two who move at the same time both win")
  func atOnce() throws {
    let world = try World()
    for title in 1...20 { try world.add("item \(title)") }
    let path = world.path
    DispatchQueue.concurrentPerform(iterations: 3) { writer in
      do {
        let store = try untilFree { try Store.open(path: path, options: StoreOptions(catalogue: .prodpair)) }
        var dice = ItemDice(state: UInt64(writer))
        for _ in 0..<40 {
          let number = ItemNumber(1 + dice.below(20))
          let anchor = ItemNumber(1 + dice.below(20))
          if number == anchor { continue }
          try untilFree { try store.perform(MoveItems([number], to: .after(anchor)), by: .ana, at: .morning) }
        }
        try store.close()
      } catch {
        Issue.record(error)
      }
    }
    let places = try places(world)
    #expect(places.map(\.number.value).sorted() == Array(1...20))
    #expect(Set(places.map(\.order)).count == 20)
  }

  @Test("Whoever moves next to an item that is gone is told, and nothing is moved")
  func anchorGone() throws {
    let world = try World()
    let (one, two) = (try world.add("one"), try world.add("two"))
    try world.perform(RemoveItems([two]), by: .bo)
    let before = try world.content()
    let gone = Missing.removedItem(two, by: try world.head().seq)
    #expect(throws: gone) { try world.perform(MoveItems([one], to: .before(two))) }
    #expect(throws: gone) { try world.perform(MoveItems([one, two], to: .top)) }
    #expect(throws: Missing.item(ItemNumber(3))) { try world.perform(MoveItems([ItemNumber(3)], to: .top)) }
    #expect(try world.content() == before)
  }

  @Test("An item whose making was undone never was")
  func undoneItem() throws {
    let world = try World()
    let number = try world.add("one")
    try world.store.undo(by: .ana, at: .morning)
    #expect(throws: Missing.item(number)) { try world.perform(MoveItems([number], to: .top)) }
  }

  @Test("Items are not moved next to one of themselves")
  func nextToItself() throws {
    let world = try World()
    let (one, two) = (try world.add("one"), try world.add("two"))
    let before = try world.content()
    for target in [ItemTarget.after(two), .before(two)] {
      #expect(throws: ItemRefusal.movedNextToItself(two)) { try world.perform(MoveItems([one, two], to: target)) }
    }
    #expect(try world.content() == before)
  }

  @Test("An item is not moved into another team's order")
  func otherTeam() throws {
    let world = try World()
    try world.perform(AddTeam(Team(name: TeamName("apps"))))
    let one = try world.add("one")
    let two = try world.add("two") { $0.team = TeamName("apps") }
    #expect(throws: ItemRefusal.otherTeam(two, TeamName("apps"), World.platform)) {
      try world.perform(MoveItems([one], to: .after(two)))
    }
    #expect(throws: ItemRefusal.otherTeam(two, TeamName("apps"), World.platform)) {
      try world.perform(MoveItems([one, two], to: .top))
    }
  }

  @Test("A move writes one row, and keys that grow long at one place are spread, in their order")
  func spreading() throws {
    let world = try World()
    let numbers = try (1...6).map { try world.add("item \($0)") { $0.target = .bottom } }
    var longest = 0
    var spreads = 0
    for turn in 0..<400 {
      let before = try world.order()
      let moving = numbers[4 + turn % 2]
      try world.perform(MoveItems([moving], to: .after(numbers[0])))
      #expect(try world.order() == moved([moving.value], to: .after(numbers[0]), in: before))
      let seq = try world.head().seq
      if try world.store.read({ try $0.journalChanges(of: seq) }).count > 1 { spreads += 1 }
      longest = max(longest, try places(world).map(\.order.text.utf8.count).max() ?? 0)
    }
    #expect((1...20).contains(spreads))
    #expect(longest <= OrderKey.longest + 1)
    try world.store.undo(by: .ana, at: .morning)
    #expect(try world.store.verify().isSound)
  }

  @Test("Several that are added at one place stand there as they are named")
  func addedInOrder() throws {
    let world = try World()
    let anchor = try world.add("anchor")
    func add(_ target: ItemTarget?) throws -> [Int] {
      try world.perform(
        AddItems(["a", "b", "c"].map { ItemDraft(team: World.platform, title: $0, target: target) })
      ).map(\.value)
    }
    let plain = try add(nil)
    #expect(try world.order() == plain + [1])
    let after = try add(.after(anchor))
    #expect(try world.order() == plain + [1] + after)
    let before = try add(.before(anchor))
    #expect(try world.order() == plain + before + [1] + after)
    let bottom = try add(.bottom)
    #expect(try world.order() == plain + before + [1] + after + bottom)
  }
}
