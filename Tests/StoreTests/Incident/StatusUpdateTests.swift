import Domain
import Testing

@testable import Store

@Suite("Status updates")
struct StatusUpdateTests {
  private static let number = IncidentNumber(1)

  @Test("A draft is written anew until somebody sends it, and then it stands on the timeline")
  func whole() throws {
    let world = try World()
    try world.openIncident()
    #expect(try world.perform(DraftStatusUpdate(Self.number, "We see it."), at: .after(5)) == 1)
    #expect(try world.perform(DraftStatusUpdate(Self.number, update: 1, "We are on it."), by: .bo, at: .after(6)) == 1)
    #expect(try world.updates().map(\.text) == ["We are on it."] && world.updates().first?.by == Handle("bo"))
    #expect(try world.incidentEntries().count == 1)
    let entry = try world.perform(SendStatusUpdate(Self.number, update: 1), at: .after(7))
    #expect(entry.kind == .update && entry.text == "We are on it." && entry.at == .after(7))
    #expect(try world.updates().first?.sent == StatusUpdate.Sent(by: Handle("ana"), at: .after(7), entry: entry.seq))
    #expect(try world.store.verify().isSound)
  }

  @Test("What is not there, was sent or says nothing is refused")
  func refused() throws {
    let world = try World()
    try world.openIncident()
    try world.perform(DraftStatusUpdate(Self.number, "We see it."))
    try world.perform(SendStatusUpdate(Self.number, update: 1), by: .bo)
    func draft(_ text: String, _ update: Int?) throws -> IncidentRefusal? {
      try world.refusal { try world.perform(DraftStatusUpdate(Self.number, update: update, text)) }
    }
    #expect(try draft(" ", nil) == .textMissing("what is to be told"))
    #expect(try draft("x", 2) == .noSuchUpdate(Self.number, 2))
    #expect(try draft("x", 1) == .alreadySent(Self.number, 1, by: Handle("bo")))
    let again = try world.refusal { try world.perform(SendStatusUpdate(Self.number, update: 1)) }
    #expect(again == .alreadySent(Self.number, 1, by: Handle("bo")))
    #expect(throws: Missing.self) { try world.perform(DraftStatusUpdate(IncidentNumber(7), "x")) }
  }

  @Test("A draft that was taken back leaves its number behind")
  func numbers() throws {
    let world = try World()
    try world.openIncident()
    try world.perform(DraftStatusUpdate(Self.number, "first"))
    try world.store.undo(by: .ana, at: .morning)
    #expect(try world.updates().isEmpty)
    #expect(try world.perform(DraftStatusUpdate(Self.number, "second")) == 2)
  }
}
