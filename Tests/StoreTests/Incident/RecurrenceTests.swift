import Domain
import Testing

@testable import Store

@Suite("This happened before")
struct RecurrenceTests {
  @Test("A person's word links an incident with an earlier one, and with a lesson; and takes it back")
  func link() throws {
    let world = try World()
    let lesson = try world.learn()
    try world.openIncident()
    try world.openIncident("again", at: .after(5))
    let second = IncidentNumber(2)
    try world.perform(LinkRecurrence(second, of: .incident(IncidentNumber(1))))
    try world.perform(LinkRecurrence(second, of: .lesson(lesson)))
    #expect(
      try world.store.read { try $0.recurrences(of: second) } == [.incident(IncidentNumber(1)), .lesson(lesson)])
    #expect(try world.store.read { try $0.recurred(.incident(IncidentNumber(1))) } == [second])
    #expect(try world.store.read { try $0.recurred(.lesson(lesson)) } == [second])
    try world.perform(LinkRecurrence(second, of: .lesson(lesson), isTrue: false))
    #expect(try world.store.read { try $0.recurred(.lesson(lesson)) } == [])
    #expect(try world.store.verify().isSound)
  }

  @Test("Not of itself, not of what came later, and not of what is not there")
  func refused() throws {
    let world = try World()
    let (first, second) = (IncidentNumber(1), IncidentNumber(2))
    try world.openIncident()
    try world.openIncident("again", at: .after(5))
    let lesson = try world.learn(at: .after(9))
    func link(_ origin: Recurrence) throws -> IncidentRefusal? {
      try world.refusal { try world.perform(LinkRecurrence(first, of: origin)) }
    }
    #expect(try link(.incident(first)) == .happenedBeforeItself(first))
    #expect(try link(.incident(second)) == .cameLater(first, .incident(second)))
    #expect(try link(.lesson(lesson)) == .cameLater(first, .lesson(lesson)))
    let before = try world.content()
    #expect(throws: Missing.self) { try world.perform(LinkRecurrence(first, of: .incident(IncidentNumber(9)))) }
    #expect(throws: Missing.self) { try world.perform(LinkRecurrence(first, of: .lesson(LessonNumber(9)))) }
    try world.perform(LinkRecurrence(second, of: .incident(first), isTrue: false))
    #expect(try world.content() == before)
  }
}
