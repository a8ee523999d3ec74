import Domain
import Store
import Testing

@testable import Workflow

@Suite("Why each line is there")
struct BlameTests {
  @Test("A line is put down to the lesson whose step it is, and another line of the same version to none")
  func carrier() throws {
    let desk = try Desk()
    try desk.importText(Desk.release)
    let lesson = try desk.learn(.sales)
    let plan = try desk.plan(lesson)
    let page = plan.page.document.text.replacing("# ", with: "# The ")
    try desk.fold(plan.edited(to: Array(page.utf8)))
    let lines = try desk.store.read { try ChecklistBlame.of(ChecklistName("release"), in: $0) }.lines
    let brought = lines.filter { $0.version.reference.number == 2 }
    #expect(brought.contains { $0.text.contains("and sales") && $0.lesson?.number == lesson })
    #expect(brought.contains { $0.text.contains("# The") && $0.lessons.isEmpty })
    #expect(lines.filter { $0.version.reference.number == 1 }.allSatisfy { $0.lessons.isEmpty })
  }

  @Test("A lesson that the first version is said to have explains none of its lines")
  func first() throws {
    let desk = try Desk()
    try desk.importText(Desk.release)
    let lesson = try desk.learn(.ports)
    try desk.store.perform(SettleLessons([lesson], .folded(version: 1, step: nil)), by: .ana, at: .morning)
    let lines = try desk.store.read { try ChecklistBlame.of(ChecklistName("release"), in: $0) }.lines
    #expect(!lines.isEmpty && lines.allSatisfy { $0.lessons.isEmpty })
  }
}
