import Domain
import Testing

@testable import Store

@Suite("Undo of an action of many rows")
struct LongUndoTests {
  private func chain(_ count: Int) -> ImportItems {
    ImportItems(team: World.platform, origin: "test", epics: []) { take in
      for number in 1...count {
        let next = ImportedBlocker("", reference: ItemSource(.tracker, id: String(number + 1)))
        try take(
          ImportedItem(
            source: ItemSource(.tracker, id: String(number)), title: "router \(number)", labels: ["net"],
            requester: "Ana Ruiz", blockers: number < count ? [next] : [],
            comments: number % 3 == 0 ? [ImportedComment("seen again")] : []))
      }
    }
  }

  @Test("An import of more rows than are held at a time is taken back whole, and brought back whole")
  func everyRow() throws {
    let world = try World()
    try world.add("here before")
    let before = try world.liveRows()
    try world.perform(chain(700), by: .ana)
    let between = try world.liveRows()
    try world.store.undo(by: .ana, at: .morning)
    #expect(try world.liveRows() == before)
    try world.checkDerived()
    try world.store.redo(by: .ana, at: .morning)
    #expect(try world.liveRows() == between)
    try world.checkDerived()
    #expect(try world.store.verify().findings.isEmpty)
  }

  @Test("It is refused for one row that was changed since, however far down, and nothing is taken back")
  func oneChangedRow() throws {
    let world = try World()
    try world.perform(chain(700), by: .ana)
    let seq = try world.store.read { try $0.journalHead().seq }
    try world.perform(MoveItems([ItemNumber(700)], to: .top), by: .ana)
    let before = try world.liveRows()
    #expect(throws: StoreError.self) { try world.store.undo(seq, by: .ana, at: .morning) }
    #expect(try world.liveRows() == before)
  }
}
