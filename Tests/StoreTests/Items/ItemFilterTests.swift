import Domain
import Testing

@testable import Store

@Suite("Filters in the store")
struct ItemFilterTests {
  private static let words = ["router", "reboots", "crème", "Cable", "deploy", "rou", "a-b"]

  /// A backlog of items that have something of everything, and what a filter asks of them besides.
  private func backlog(_ dice: inout ItemDice) throws -> (World, [(Item, ItemFilter.Surroundings)]) {
    let world = try World()
    try world.start()
    var drafts: [ItemDraft] = []
    for _ in 0..<60 {
      let type = ItemType.allCases.randomElement(using: &dice) ?? .bug
      var draft = ItemDraft(
        team: World.platform, title: text(&dice), type: type,
        state: type.states.randomElement(using: &dice) ?? .unstarted,
        description: dice.chance(2) ? "" : text(&dice), points: type == .feature && dice.chance(2) ? 3 : nil)
      if dice.chance(3) { draft.labels = ["Net", "core", "Élan"].filter { _ in dice.chance(2) } }
      if dice.chance(3) { draft.epic = "network" }
      if dice.chance(3) { draft.owners = [Handle("ana")] }
      if dice.chance(4) { draft.due = "2026-12-2\(dice.below(9))" }
      if dice.chance(4) { draft.blockers = [Blocker(text: "the vendor", isResolved: dice.chance(2))] }
      if dice.chance(4) { draft.links = [ItemLink(dice.chance(2) ? .incident : .lesson, "7")] }
      if dice.chance(4) { draft.tasks = [ItemTask("look")] }
      drafts.append(draft)
    }
    let numbers = try world.perform(AddItems(drafts))
    var items: [(Item, ItemFilter.Surroundings)] = []
    for number in numbers {
      var surroundings = ItemFilter.Surroundings()
      if dice.chance(4) {
        surroundings.comments = [text(&dice)]
        try world.perform(CommentOnItem(number, text: surroundings.comments[0]))
      }
      // A release would bring others along.
      if dice.chance(5), try world.item(number).type != .release {
        surroundings.runs = [1]
        try world.perform(CarryItems([number], by: RunNumber(1)))
      }
      items.append((try world.item(number), surroundings))
    }
    return (world, items.sorted { $0.0.place < $1.0.place })
  }

  private func text(_ dice: inout ItemDice) -> String {
    (0...dice.below(3)).map { _ in Self.words.randomElement(using: &dice) ?? "x" }.joined(separator: ", ")
  }

  private func term(_ dice: inout ItemDice) -> ItemFilter.Term {
    let sign = ItemFilter.Comparison.allCases.randomElement(using: &dice) ?? .equal
    let conditions: [ItemFilter.Condition] = [
      .type([.feature, .toil]), .state([.unstarted, .accepted]), .state([.started, .rejected]), .panel([.backlog]),
      .label(["net"]), .label(["élan", "CORE"]), .epic(["network"]), .owner([Handle("ana")]), .owner([Handle("Ana")]),
      .requester([Handle("ana")]), .points(sign, 3), .unestimated([.feature]), .number([1, 7, 99]),
      .time(.started, sign, .morning), .during(.created, .morning, Instant(milliseconds: .max)),
      .due(sign, "2026-12-24"), .overdue("2026-12-24"),
      .has(ItemFilter.Field.allCases.randomElement(using: &dice) ?? .due), .run([1]), .link(.incident, ["7"]),
      .text("rou"), .text("ROUTER"), .text("creme"), .text("reboots, cab"), .text("a-b"), .text("!!"), .text("\""),
      .text("router OR deploy"), .text(""),
    ]
    return ItemFilter.Term(conditions.randomElement(using: &dice) ?? .text("rou"), isNegated: dice.chance(4))
  }

  @Test("The store lets through what the filter says, in the hand-set order, however it finds it", arguments: 1...3)
  func asInMemory(seed: UInt64) throws {
    var dice = ItemDice(state: seed)
    let (world, items) = try backlog(&dice)
    for _ in 0..<150 {
      let filter = ItemFilter((0...dice.below(3)).map { _ in term(&dice) })
      let expected = items.filter { filter.matches($0.0, $0.1) }.map(\.0.number.value)
      for walk in [nil, 1, 9] {
        let found = try world.store.read { reader in
          var lines: [ItemLine] = []
          let search = ItemSearch(filter: filter, team: World.platform, reader: reader, shortWalk: walk)
          while case let next = try search.page(after: lines.last?.place, limit: 7), !next.isEmpty { lines += next }
          return lines.map(\.number.value)
        }
        #expect(found == expected, "\(filter)")
      }
    }
  }

  @Test("All of what is found can be asked for, and the labels in use are each named once")
  func allAndLabels() throws {
    let world = try World()
    for number in 1...450 {
      try world.add("router \(number)") { $0.labels = [["net", "NET", "core"][number % 3], "every"] }
    }
    let filter = ItemFilter([ItemFilter.Term(.text("router"))])
    let found = try world.store.read { try $0.items(matching: filter, of: World.platform, limit: .max) }
    #expect(found.count == 450)
    #expect(try world.store.read { try $0.labels() }.map { $0.lowercased() } == ["core", "every", "net"])
  }
}
