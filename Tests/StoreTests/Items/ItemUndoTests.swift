import Domain
import Foundation
import Schema
import Testing

@testable import Store

@Suite("Undo and redo of items")
struct ItemUndoTests {
  @Test("Undo of every action gives back what was before, and redo what was after", arguments: 1...8)
  func identity(seed: UInt64) throws {
    let world = try World()
    try world.start()
    for title in ["router", "cable", "crème"] { try world.add(title, .feature, .unstarted) }
    var dice = ItemDice(state: seed)
    var states = [try world.liveRows()]
    for _ in 0..<40 {
      let head = try world.head()
      do {
        try act(in: world, &dice)
      } catch is ItemRefusal {
      } catch is GroomingRefusal {
      } catch is Missing {}
      if try world.head() == head {
        #expect(try world.liveRows() == states.last)
      } else {
        states.append(try world.liveRows())
      }
    }
    try world.checkDerived()
    for state in states.dropLast().reversed() {
      try world.store.undo(by: .ana, at: .morning)
      #expect(try world.liveRows() == state)
    }
    try world.checkDerived()
    for state in states.dropFirst() {
      try world.store.redo(by: .ana, at: .morning)
      #expect(try world.liveRows() == state)
    }
    try world.checkDerived()
    #expect(try world.store.verify().isSound)
  }

  private func act(in world: World, _ dice: inout ItemDice) throws {
    let all = try world.order().map { ItemNumber($0) }
    guard let one = all.randomElement(using: &dice), let two = all.randomElement(using: &dice) else {
      try world.add("router")
      return
    }
    let word = ["router", "cable", "crème", "deploy", "reboot"].randomElement(using: &dice) ?? "router"
    let turn = dice.below(100)
    switch dice.below(15) {
    case 0, 1:
      try world.add("\(word) \(turn)", ItemType.allCases[turn % 5]) {
        $0.labels = [word]
        $0.epic = turn % 3 == 0 ? "epic of \(word)" : nil
        $0.owners = turn % 2 == 0 ? [Handle("ana"), Handle("bo")] : []
      }
    case 2:
      try world.perform(
        EditItems([one, two]) { item in
          item.title = "\(word) again"
          item.labels.append(word)
          item.type = ItemType.allCases[turn % 5]
        })
    case 3: try world.perform(EditItems([one]) { $0.blockers.append(Blocker(item: two)) })
    case 4: try world.perform(EstimateItems([one, two], points: [nil, 0, 3, 4][turn % 4]))
    case 5: try world.perform(RemoveItems([one]))
    case 6: try world.perform(CommentOnItem(one, text: "seen \(word) here"))
    case 7, 8:
      try world.perform(
        AdvanceItems(
          [one], [.ahead, .back, .done, .to(ItemState.allCases[turn % 8])][dice.below(4)], reason: "again",
          override: "today"))
    case 9: try world.perform(MoveItems([one], to: turn % 2 == 0 ? .after(two) : .top))
    case 10: try world.perform(SplitItem(one, into: [word, "the rest"]))
    case 11: try world.perform(MergeItems([one], into: two))
    case 12, 13:
      let choices: [GroomingChoice] = [.keep, .estimate(turn % 4), .split([word]), .ice, .close, .skip]
      try world.perform(DecideGrooming(one, choices[turn % 6], why: turn % 2 == 0 ? word : nil))
    default:
      switch turn % 4 {
      case 0:
        try world.perform(
          turn % 8 == 0
            ? CarryItems([], takingOff: [one, two], by: RunNumber(1)) : CarryItems([one, two], by: RunNumber(1)))
      case 1:
        try world.perform(
          SaveView(SavedView(team: World.platform, name: word == "crème" ? "a" : word, filter: "\(turn)")))
      case 2: try world.perform(SetBacklog(World.platform) { $0.initialVelocity = turn })
      default: try world.perform(CarryItems([two], by: RunNumber(1)))
      }
    }
  }

  @Test("What was done before the backlog came can be undone and redone after it")
  func acrossMigration() throws {
    let directory = NSTemporaryDirectory() + "prodpair-migration-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let path = directory + "/team.sqlite"
    let later: Set = [
      "item", "epic", "item_comment", "item_transition", "run_item", "backlog", "saved_view", "grooming",
      "grooming_decision", "roster_member", "absence", "pair_rule", "rota", "duty", "toil_entry", "handoff",
      "contact", "component", "incident", "incident_run", "incident_entry", "incident_evidence", "incident_update",
      "incident_alert", "incident_recurrence", "retro", "retro_incident", "retro_action", "hook_run", "execution",
      "team_command",
    ]
    let old = try Store.create(
      path: path, kind: .personal, at: .morning,
      options: StoreOptions(
        catalogue: Catalogue(Catalogue.prodpair.tables.filter { !later.contains($0.name) }),
        migrations: Array(Schema.migrations.prefix(3))))
    try old.perform(AddTeam(Team(name: World.platform)), by: .ana, at: .morning)
    try old.perform(EditTeam(Team(name: World.platform, timeZone: "Europe/Paris")), by: .ana, at: .morning)
    try old.close()

    let store = try Store.open(path: path, options: StoreOptions(catalogue: .prodpair))
    defer { try? store.close() }
    func zone() throws -> String { try store.read { try $0.team(World.platform) }.timeZone }
    try store.undo(by: .ana, at: .morning)
    #expect(try zone() == "UTC")
    try store.redo(by: .ana, at: .morning)
    #expect(try zone() == "Europe/Paris")
    try store.perform(AddItems(ItemDraft(team: World.platform, title: "router")), by: .ana, at: .morning)
    try store.undo(by: .ana, at: .morning)
    try store.undo(by: .ana, at: .morning)
    #expect(try zone() == "UTC")
    try store.redo(by: .ana, at: .morning)
    try store.redo(by: .ana, at: .morning)
    #expect(try store.read { try $0.item(ItemNumber(1)) }.title == "router")
    #expect(try store.verify().isSound)
    #expect(try store.read { try $0.catalogueProblems() } == [])
  }

  @Test("A team with items in its backlog is not taken back; the refusal names the item")
  func teamInUse() throws {
    let world = try World()
    try world.perform(AddTeam(Team(name: TeamName("apps"))))
    let entry = try world.head().seq
    try world.add("router", by: .bo) { $0.team = TeamName("apps") }
    #expect {
      try world.store.undo(entry, by: .ana, at: .morning)
    } throws: { error in
      guard case StoreError.undoRefused(entry, .referredTo("team", "apps", "item", "1", _)) = error else {
        return false
      }
      return true
    }
  }
}
