import Domain
import Store
import Testing

@testable import TUI

@Suite("The journal")
struct JournalTests {
  @Test("It says who did what, newest first, and Enter shows what was changed")
  func list() throws {
    let real = try RealStore()
    try real.store.perform(EditPerson("bo") { $0.name = "Bo Lind" }, by: .own("cy"), at: .t0 + .minutes(5))
    let driver = Driver(real: real)
    driver.press("g j")
    #expect(driver.text.contains("1 of 9"))
    #expect(driver.lines[3].contains("cy") && driver.lines[3].contains("changed bo"))
    driver.press("Enter")
    #expect(driver.text.contains("changed person bo"))
    #expect(driver.text.contains("name: Bo -> Bo Lind"))
  }

  @Test("An entry is undone from there, after a question whose answer is no; a refusal says what changed since")
  func undo() throws {
    let real = try RealStore()
    try real.store.perform(EditPerson("bo") { $0.name = "Bo Lind" }, by: .own("cy"), at: .t0)
    try real.store.perform(EditPerson("bo") { $0.name = "Bo Lindqvist" }, by: .own("ana"), at: .t0)
    let driver = Driver(real: real)
    driver.press("g j", "j", "U")
    #expect(driver.text.contains("Undo entry 9?"))
    driver.press("Enter")
    #expect(try real.store.read { try $0.journalHead().seq } == 10)
    driver.press("U", "y")
    #expect(driver.words.contains("by ana"))
    #expect(try real.store.read { try $0.person("bo").name } == "Bo Lindqvist")
    driver.press("g g", "U", "y")
    #expect(driver.text.contains("undone: changed bo"))
    #expect(try real.store.read { try $0.person("bo").name } == "Bo Lind")
  }

  @Test("What is written on a run can't be undone there, and it says what to do instead")
  func facts() throws {
    let real = try RealStore()
    _ = try real.startRun()
    let driver = Driver(real: real)
    driver.press("g j", "U")
    #expect(driver.words.contains("a run that was begun stays"))
  }

  @Test("u offers what one changed last in an earlier session, and does nothing without a yes")
  func olderUndo() throws {
    let real = try RealStore()
    let driver = Driver(real: real, as: "bo")
    driver.press("u")
    #expect(driver.text.contains("there is nothing of yours to undo"))
    try real.store.perform(EditPerson("oz") { $0.name = "Ozan" }, by: .own("bo"), at: .t0)
    driver.press("u")
    #expect(driver.text.contains("Undo this?") && driver.text.contains("changed oz"))
    driver.press("Enter")
    #expect(try real.store.read { try $0.person("oz").name } == "Ozan")
    driver.press("u", "y")
    #expect(try real.store.read { try $0.person("oz").name } == "Oz")
  }

  @Test("/ narrows by the words of an entry in the store, whatever signs they are made of")
  func narrowing() throws {
    let real = try RealStore()
    try real.store.perform(
      AddPerson(Person(handle: "percy", name: "100%_sure", login: nil)), by: .own("cy"), at: .t0)
    let driver = Driver(real: real)
    driver.press("g j", "/")
    driver.type("added PERCY")
    #expect(driver.text.contains("1 of 1"))
    driver.press("^U")
    driver.type("%")
    #expect(driver.text.contains("Nothing matches /%"))
  }
}
