import Domain
import Testing

@testable import Store

@Suite("An import that comes again leaves what was done here")
struct ImportAgainTests {
  private func story(_ id: String, _ title: String) -> ImportedItem {
    ImportedItem(source: ItemSource(.tracker, id: id), row: 2, line: 2, title: title)
  }

  private func take(_ items: [ImportedItem], in world: World) throws -> ImportOutcome {
    try world.perform(
      ImportItems(team: World.platform, origin: "stories.csv", epics: []) { take in for item in items { try take(item) }
      })
  }

  @Test("What was removed, merged away or closed in grooming is left out, and counted")
  func removed() throws {
    let world = try World()
    let file = ["removed", "merged", "closed", "kept"].enumerated().map { story("\($0)", $1) }
    #expect(try take(file, in: world).created == 4)
    try world.perform(RemoveItems([ItemNumber(1)]))
    try world.perform(MergeItems([ItemNumber(2)], into: ItemNumber(4)))
    try world.perform(DecideGrooming(ItemNumber(3), .close))
    let head = try world.head()
    let again = try take(file, in: world)
    #expect(again.created == 0 && again.leftOutCounts == [.removedHere: 3])
    #expect(again.leftOut.map(\.item) == [1, 2, 3].map { ItemNumber($0) })
    #expect(try world.head() == head)
    try world.perform(RemoveItems([ItemNumber(4)]))
    try world.store.undo(by: .ana, at: .morning)
    #expect(try take(file, in: world).unchanged == 1)
    try world.store.redo(by: .ana, at: .morning)
    #expect(try take(file, in: world).leftOutCounts == [.removedHere: 4])
  }

  @Test("An import that was undone can be had again")
  func undone() throws {
    let world = try World()
    let file = [story("1", "one")]
    _ = try take(file, in: world)
    try world.store.undo(by: .ana, at: .morning)
    #expect(try take(file, in: world).created == 1)
    #expect(try world.order() == [2])
  }

  @Test("What was written and removed here does not come back with an older export of one's own")
  func ownRemoved() throws {
    let world = try World()
    let number = try world.add("x")
    let item = try world.item(number)
    let own = ImportedItem(
      source: ItemSource(.prodpair, id: "\(number)"), number: number.value, title: "x", createdAt: item.createdAt)
    try world.perform(RemoveItems([number]))
    #expect(try take([own], in: world).leftOutCounts == [.removedHere: 1])
    #expect(try world.order() == [])
  }

  @Test("What one's own file waits for stays a link, in another team's backlog and when it was removed")
  func blockers() throws {
    let world = try World()
    try world.perform(AddTeam(Team(name: TeamName("apps"))))
    let theirs = try world.add("theirs") { $0.team = TeamName("apps") }
    let gone = try world.add("gone")
    let number = try world.add("x") { $0.blockers = [Blocker(item: theirs), Blocker(item: gone)] }
    try world.perform(RemoveItems([gone]))
    let item = try world.item(number)
    let own = ImportedItem(
      source: ItemSource(.prodpair, id: "\(number)"), number: number.value, title: "x again", requester: "ana",
      blockers: [theirs, gone].map { ImportedBlocker("", reference: ItemSource(.prodpair, id: "\($0)")) },
      createdAt: item.createdAt)
    #expect(try take([own], in: world).updated == 1)
    #expect(try world.item(number).blockers == [Blocker(item: theirs), Blocker(item: gone)])
    try world.perform(EditItems([number]) { $0.blockers = [] })
    let restored = ImportedItem(
      source: own.source, number: number.value, title: "x again", requester: "ana",
      blockers: [ImportedBlocker("", reference: ItemSource(.prodpair, id: "\(theirs)"))], createdAt: item.createdAt)
    _ = try take([restored], in: world)
    #expect(try world.item(number).blockers == [Blocker(item: theirs)])
  }

  @Test("An older export of one's own does not revert what was changed here since")
  func older() throws {
    let world = try World()
    let number = try world.add("old title")
    let before = try world.item(number)
    let own = ImportedItem(
      source: ItemSource(.prodpair, id: "\(number)"), number: number.value, row: 1, title: "old title",
      requester: "ana", createdAt: before.createdAt, updatedAt: before.updatedAt)
    #expect(try take([own], in: world).unchanged == 1)
    try world.perform(EditItems([number]) { $0.title = "new title" }, at: .morning + .minutes(5))
    var older = own
    older.owners = ["Nobody Here"]
    let again = try take([older], in: world)
    #expect(again.people == [], "nobody is made for what is not taken")
    #expect(again.leftOutCounts == [.changedHere: 1] && again.leftOut.map(\.row) == [1])
    #expect(try world.item(number).title == "new title")
    var newer = own
    newer.title = "newest title"
    newer.updatedAt = .morning + .minutes(6)
    #expect(try take([newer], in: world).updated == 1)
    #expect(try world.item(number).title == "newest title")
  }
}
