import Domain
import Testing

@testable import Store

@Suite("Undo of what is done with incidents")
struct IncidentUndoTests {
  private static let number = IncidentNumber(1)

  /// What can't be undone, and the words that say what to do instead.
  private static var facts: [(name: String, says: String, work: (World) throws -> Void)] {
    [
      ("opening", "incident edit", { _ = try $0.openIncident("another") }),
      ("a note", "--corrects", { _ = try $0.note("x") }),
      ("a correction", "--corrects", { _ = try $0.perform(CorrectIncidentEntry(number, entry: 2, "y")) }),
      ("editing", "incident edit", { _ = try $0.perform(EditIncident(number) { $0.severity = .low }) }),
      ("settling", "incident reopen", { _ = try $0.settle(.mitigate) }),
      ("a status update that was sent", "send another", { _ = try $0.perform(SendStatusUpdate(number, update: 1)) }),
    ]
  }

  @Test("Facts stay, and undo says how they are corrected", arguments: 0..<6)
  func facts(_ index: Int) throws {
    let world = try World()
    try world.openIncident()
    try world.note("first")
    try world.perform(DraftStatusUpdate(Self.number, "We see it."))
    let fact = Self.facts[index]
    try fact.work(world)
    let before = try world.content()
    let seq = try world.head().seq
    #expect {
      try world.store.undo(seq, by: .ana, at: .morning)
    } throws: {
      "\($0)".contains(fact.says)
    }
    #expect(try world.content() == before, "\(fact.name)")
  }

  @Test("A draft and a recurrence are taken back, and brought back")
  func undone() throws {
    let world = try World()
    try world.openIncident()
    try world.openIncident("again", at: .after(5))
    let works: [(World) throws -> Void] = [
      { _ = try $0.perform(DraftStatusUpdate(Self.number, "We see it.")) },
      { try $0.perform(LinkRecurrence(IncidentNumber(2), of: .incident(Self.number)), at: .after(6)) },
    ]
    for work in works {
      let before = try world.rows()
      try work(world)
      let after = try world.rows()
      try world.store.undo(by: .ana, at: .after(7))
      #expect(try world.live() == World.live(before))
      try world.store.redo(by: .ana, at: .after(7))
      #expect(try world.live() == World.live(after))
    }
    #expect(try world.store.verify().isSound)
  }

  @Test("A draft that was sent since is not taken back")
  func sentSince() throws {
    let world = try World()
    try world.openIncident()
    try world.perform(DraftStatusUpdate(Self.number, "We see it."))
    let seq = try world.head().seq
    try world.perform(SendStatusUpdate(Self.number, update: 1), by: .bo)
    #expect {
      try world.store.undo(seq, by: .ana, at: .morning)
    } throws: {
      "\($0)".contains("bo")
    }
  }
}

extension World {
  /// The rows that are no tombstones.
  static func live(_ rows: [String: Set<Row>]) -> [String: Set<Row>] {
    rows.mapValues { $0.filter { $0["deleted"] != .integer(1) } }
  }

  func live() throws -> [String: Set<Row>] { Self.live(try rows()) }
}
