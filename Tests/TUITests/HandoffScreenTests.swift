import Domain
import Foundation
import Store
import Terminal
import Testing

@testable import TUI

@Suite("A hand-over, on the screen")
struct HandoffScreenTests {
  /// ana and bo hand over to bo and cy within the hour.
  private func world() throws -> RealStore {
    let real = try RealStore()
    try real.handOverSoon()
    return real
  }

  private func sides(_ real: RealStore, _ number: Int = 1) throws -> HandoffSides {
    try real.store.read { try $0.handoffSides(of: try $0.duty(DutyNumber(number))) }
  }

  @Test("Today says that it waits, Enter opens it, and it says who hands over to whom and who is still to sign")
  func page() throws {
    let driver = Driver(real: try world())
    #expect(driver.line("waits for your signature").hasPrefix("! hand over duty 1 of platform"))
    driver.press("Enter")
    #expect(driver.lines[0].contains("Hand-over of platform, duty 1  0 of 3 signed"))
    #expect(driver.line("outgoing").contains("ana (Ana) and bo (Bo)"))
    #expect(driver.line("incoming").contains("bo (Bo) and cy (Cy)"))
    #expect(driver.text.contains("still to sign: ana (Ana), bo (Bo), cy (Cy)"))
    #expect(driver.text.contains("you sign as outgoing: S"))
    #expect(driver.text.contains("nothing is handed over but the duty"))
  }

  @Test("S signs after a question whose answer is no by itself, and the other's terminal shows it")
  func signing() throws {
    let real = try world()
    let (ana, cy) = (Driver(real: real), Driver(real: real, as: "cy"))
    for driver in [ana, cy] { driver.press("Enter") }
    ana.press("S")
    #expect(ana.text.contains("Sign as outgoing: you hand the duty over?"))
    #expect(ana.text.contains("Still to sign: bo, cy."))
    ana.press("Enter")
    #expect(try sides(real).signatures.isEmpty)
    ana.press("S", "y")
    #expect(try sides(real).signatures.map(\.who) == ["ana"])
    #expect(ana.text.contains("u undoes it"))
    cy.notice()
    #expect(cy.lines[0].contains("1 of 3 signed") && cy.text.contains("✔ ana (Ana), outgoing"))
    cy.press("S", "y")
    #expect(try sides(real).signatures.map(\.side) == [.outgoing, .incoming])
    ana.press("S")
    #expect(ana.words.contains("sign: you have signed it"))
    ana.press("E")
    #expect(ana.words.contains("it is signed, and its note stays as it is"))
    ana.press("Esc")
    #expect(!ana.text.contains("waits for your signature"))
    let oz = Driver(real: real, as: "oz")
    #expect(!oz.text.contains("waits for your signature"))
  }

  @Test("The note is written in the editor, or in a line; what somebody else wrote meanwhile is not written over")
  func note() throws {
    let real = try world()
    func note() throws -> String? { try real.store.read { try $0.handoffNote(of: DutyNumber(1))?.note } }
    let driver = Driver(real: real)
    driver.press("Enter", "c")
    driver.type("Watch z1.")
    driver.press("Enter")
    #expect(try note() == "Watch z1." && driver.text.contains("Watch z1."))
    driver.editor = { before in
      #expect(before == "Watch z1.")
      _ = try? real.store.perform(WriteHandoff(DutyNumber(1), note: "All quiet."), by: .own("bo"), at: .t0)
      return .changed("Watch z1.\n\n- and the cells\n")
    }
    driver.press("E")
    #expect(try note() == "All quiet." && driver.words.contains("bo has written another note"))
    #expect(driver.text.contains("All quiet."))
    driver.editor = { mine in .changed(mine) }
    driver.press("E")
    #expect(try note() == "Watch z1.\n\n- and the cells")
    driver.press("c")
    #expect(driver.words.contains("the note has several lines: E changes it in your editor"))
  }

  @Test("What goes on is in it, and Enter opens it; X writes it to a file")
  func parts() throws {
    let real = try world()
    let run = try real.startRun()
    let driver = Driver(real: real)
    driver.press("g d", "H")
    #expect(driver.text.contains("run \(run), manifest-only v1 in staging"))
    let file = NSTemporaryDirectory() + "handoff-\(UUID().uuidString).md"
    defer { try? FileManager.default.removeItem(atPath: file) }
    driver.press("X", "^U")
    driver.type(file)
    driver.press("Enter")
    #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("# Handoff of platform, duty 1\n"))
    driver.press("X", "^U")
    driver.type(file)
    driver.press("Enter")
    #expect(driver.words.contains("is there already and is not written over"))
    driver.press("Enter")
    #expect(driver.app.topScreen(RunScreen.self)?.number == run)
  }

  @Test("H opens it on the board, and among a team's duties; of one that has not begun it says so")
  func wayThere() throws {
    let driver = Driver(real: try world())
    driver.press("g d", "H")
    #expect(driver.lines[0].contains("Hand-over of platform, duty 1"))
    driver.press("Esc", "Enter", "H")
    #expect(driver.lines[0].contains("Hand-over of platform, duty 1"))
    driver.press("Esc", "j", "H")
    #expect(driver.words.contains("it has not begun: there is nothing to hand over yet"))
  }

  @Test("Before the duty has begun there is nothing to sign, and what is unknown says so")
  func early() throws {
    let real = try world()
    let driver = Driver(real: real)
    driver.open(HandoffScreen(of: DutyNumber(2)))
    #expect(driver.lines[0].contains("not begun"))
    driver.press("S")
    #expect(driver.words.contains("sign: the duty has not begun"))
    let none = Driver(real: real)
    none.open(HandoffScreen(of: DutyNumber(9)))
    #expect(none.words.contains("no duty 9"))
  }
}

@Suite("Toil, by one key")
struct ToilTests {
  @Test("From anywhere: minutes, what, and the item; undone by one key")
  func logs() throws {
    let real = try RealStore()
    try real.add("Scale the log aggregators")
    let driver = Driver(real: real)
    for screen in ["g t", "g b"] {
      driver.press(screen, "=")
      driver.type("1h5m restarted the log drain #1")
      driver.press("Enter")
      #expect(driver.words.contains("65 minutes of toil were logged for team platform (u undoes it)"))
    }
    driver.press("u")
    let window = DutyWindow(start: .t0 - .minutes(60), end: .t0 + .minutes(60))
    let toil = try real.store.read { try $0.toil(of: Team.sample.name, in: window) }
    #expect(toil.map(\.what) == ["restarted the log drain"] && toil.first?.item?.value == 1)
    #expect(toil.first?.minutes == 65 && toil.first?.person == "ana")
  }

  @Test(
    "What can't be logged is said while it is typed, and what was typed stays",
    arguments: [
      ("soon", "soon is no number of minutes"), ("0 x", "0 is no length"), ("2000 x", "2000 is no length"),
      ("25", "say what it was"),
    ])
  func complaints(text: String, says: String) throws {
    let driver = Driver(real: try RealStore())
    driver.press("=")
    driver.type(text)
    driver.press("Enter")
    #expect(driver.words.contains(says) && driver.footer.contains("Enter"))
  }

  @Test("An item that is not there is refused, and the line comes back")
  func noItem() throws {
    let driver = Driver(real: try RealStore())
    driver.press("=")
    driver.type("25 restarts #99")
    driver.press("Enter")
    #expect(driver.words.contains("99"))
    driver.press("=")
    #expect(driver.text.contains("25 restarts #99"))
  }

  @Test("Of several teams it is the one that one is on duty for, else the one that is chosen")
  func teams() throws {
    let real = try RealStore()
    let other = TeamName("router")
    try real.store.perform(AddTeam(Team(name: other)), by: .own("ana"), at: .t0)
    try real.store.perform(EditPerson("ana") { $0.teams.append(other) }, by: .own("ana"), at: .t0)
    let driver = Driver(real: real)
    driver.press("=")
    #expect(driver.text.contains("toil for which team?"))
    driver.press("2")
    #expect(driver.text.contains("toil of team router"))
    driver.press("Esc")
    try real.handOverSoon()
    driver.press("=")
    #expect(driver.text.contains("toil of team platform"))
  }
}
