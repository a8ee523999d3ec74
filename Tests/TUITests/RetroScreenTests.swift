import Domain
import Store
import Terminal
import Testing
import Text

@testable import TUI

@Suite("A retro, on the screen")
struct RetroScreenTests {
  private func driver(_ real: RealStore, as who: Handle = "ana", width: Int = 80, height: Int = 24) -> Driver {
    let driver = Driver(real: real, as: who, width: width, height: height)
    driver.press("g e", "Enter")
    return driver
  }

  @Test("The list says what it is of, when it is due and how many questions are open; closed ones come with +")
  func list() throws {
    let real = try RealStore()
    try real.review()
    let driver = Driver(real: real)
    driver.press("g e")
    #expect(driver.line("incident 1: Logs were dropped").contains("4 of 4"))
    try real.answerAll()
    try real.store.perform(MoveRetro(RetroNumber(1), to: .closed), by: .own("ana"), at: .t0)
    driver.notice()
    #expect(driver.words.contains("No retro is open."))
    driver.press("+")
    #expect(driver.line("incident 1: Logs").contains("none"))
    driver.press("Enter", "Enter")
    #expect(driver.words.contains("it is closed: U takes it back to reviewed first"))
    driver.press("U")
    #expect(try real.retro().state == .reviewed)
  }

  @Test("n opens one of an incident that has none, or of a near miss, and goes there")
  func opens() throws {
    let real = try RealStore()
    try real.review(isOpened: false)
    let driver = Driver(real: real)
    driver.press("g e", "n")
    #expect(driver.text.contains("incident 1  sev 2, resolved  Logs were dropped"))
    driver.press("1")
    #expect(driver.lines[0].contains("Retro 1 of incident 1"))
    driver.press("Esc", "n")
    #expect(!driver.text.contains("sev 2, resolved"))
    driver.press("1")
    driver.type("Nearly the wrong cluster")
    driver.press("Enter")
    #expect(driver.lines[0].contains("Retro 2 of a near miss  Nearly the wrong cluster"))
    driver.press("u")
    driver.press("Esc")
    #expect(try real.store.read { try $0.retros(limit: 9) }.map(\.number.value) == [1])
  }

  @Test("It begins at the first open question; Enter answers it, w says that nobody knows, a has somebody find out")
  func answers() throws {
    let real = try RealStore()
    try real.review()
    let driver = driver(real)
    #expect(driver.lines[0].contains("draft, due"))
    driver.press("Enter")
    #expect(driver.text.contains("What happened?"))
    driver.type("Logs were dropped")
    driver.press("Enter")
    #expect(try real.retro().content[.whatHappened].text == "Logs were dropped")
    #expect(driver.line("What happened?").contains("answered"))
    #expect(driver.words.contains("ends in nothing yet"))
    driver.press("j", "w")
    #expect(try real.retro().content[.whatWentWrong].isUnknown)
    #expect(driver.line("What went wrong?").contains("open: we don't know"))
    driver.press("a")
    #expect(driver.text.contains("An action of retro 1") && driver.words.contains("settles no question"))
    driver.type("Find out why")
    driver.press("Tab", "Tab", "Tab")
    driver.type("bo")
    driver.press("Tab")
    driver.type("2026-12-20")
    driver.press("^S")
    #expect(driver.line("What went wrong?").contains("an action settles it"))
    let action = try #require(try real.store.read { try $0.actions(of: RetroNumber(1)) }.first)
    #expect(action.question == .whatWentWrong && action.isPromised && action.item.title == "Find out why")
    driver.press("u")
    #expect(try real.store.read { try $0.actions(of: RetroNumber(1)) }.isEmpty)
  }

  @Test("A decision has a name on it, and ends the question; x takes it away, and u brings it back")
  func decision() throws {
    let real = try RealStore()
    try real.review()
    let driver = driver(real)
    driver.press("d")
    #expect(driver.text.contains("who decides?"))
    driver.press("2")
    driver.type("We scale by hand until spring")
    driver.press("Enter")
    #expect(
      try real.retro().content[.whatHappened].decisions == [
        RetroDecision("We scale by hand until spring", by: "bo")
      ])
    #expect(driver.line("decided by bo").contains("We scale by hand until spring"))
    driver.press("j", "x")
    #expect(try real.retro().content[.whatHappened].decisions.isEmpty)
    driver.press("u")
    #expect(try real.retro().content[.whatHappened].decisions.count == 1)
  }

  @Test("Factors, what went well and the like are added line by line, changed and taken away")
  func lists() throws {
    let real = try RealStore()
    try real.review()
    let driver = driver(real, height: 60)
    driver.press("j j j j j", "Enter", "t")
    driver.type("a surge")
    driver.press("Enter")
    #expect(try real.retro().content.factors == [ContributingFactor(.trigger, "a surge")])
    driver.press("j", "Enter", "^U")
    driver.type("a surge before the festival")
    driver.press("Enter")
    #expect(driver.text.contains("trigger: a surge before the festival"))
    driver.press("j", "Enter")
    driver.type("one deploy")
    driver.press("Enter")
    #expect(try real.retro().content.wentWell == ["one deploy"])
    driver.press("j", "x")
    #expect(try real.retro().content.wentWell.isEmpty)
  }

  @Test("Earlier actions come first and are judged by one key each; the cursor on anything else says why not")
  func earlier() throws {
    let real = try RealStore()
    try real.review()
    let item = try real.act()
    try real.review("Again", openedAt: .t0 - .minutes(60))
    let driver = driver(real)
    #expect(driver.lines[0].contains("Retro 2"))
    driver.press("1")
    #expect(driver.words.contains("the cursor is on no earlier action"))
    driver.press("g g", "j")
    #expect(driver.footer.contains("1 worked"))
    for (key, verdict) in zip(["1", "2", "3", "4"], ActionJudgement.Verdict.allCases) {
      driver.press(key)
      #expect(try real.retro(2).content.judgements == [ActionJudgement(item, verdict)])
    }
    #expect(driver.text.contains("it was not done"))
    driver.press("x")
    #expect(driver.text.contains("not judged"))
    driver.press("Enter")
    #expect(driver.app.topScreen(ItemScreen.self)?.number == item)
  }

  @Test(
    "It goes on state by state; closing it is refused in place while a question is open, asks, and closes the incident")
  func states() throws {
    let real = try RealStore()
    try real.review()
    let driver = driver(real)
    driver.press("F", "F")
    #expect(driver.words.contains("These questions are open: What happened?"))
    driver.press("y")
    #expect(driver.lines[0].contains("reviewed"))
    driver.press("F")
    #expect(driver.words.contains("still open: What happened? What went wrong?"))
    try real.answerAll()
    driver.notice()
    driver.press("F")
    #expect(
      driver.words.contains("It closes incident 1, too.") && driver.words.contains("Nothing comes of these answers"))
    driver.press("y")
    #expect(try real.retro().state == .closed)
    #expect(try real.store.read { try $0.incident(IncidentNumber(1)) }.state == .closed)
    driver.press("w")
    #expect(driver.words.contains("it is closed"))
  }

  @Test("Whoever commanded can't lead it; who leads it and who is there are said by name")
  func people() throws {
    let real = try RealStore()
    try real.review()
    let driver = driver(real)
    driver.press("O", "f")
    driver.type("ana")
    driver.press("Enter")
    #expect(driver.words.contains("whoever commanded can't lead"))
    #expect(try real.retro().facilitator == nil)
    driver.press("O", "f", "^U")
    driver.type("cy")
    driver.press("Enter")
    #expect(driver.text.contains("led by cy (Cy)"))
    driver.press("O", "p")
    driver.type(" nobody")
    driver.press("Enter")
    #expect(driver.words.contains("nobody is called nobody"))
    driver.press("^U")
    driver.type("ana, oz")
    driver.press("Enter")
    #expect(try real.retro().attendees == ["ana", "oz"])
  }

  @Test("A long answer is written in the editor; what somebody else wrote meanwhile stays, and mine is not lost")
  func editor() throws {
    let real = try RealStore()
    try real.review()
    let driver = driver(real)
    driver.editor = { _ in
      try? real.store.perform(
        EditRetro(RetroNumber(1), "theirs") { $0.content[.whatHappened].text = "Theirs" }, by: .own("bo"), at: .t0)
      return .changed("Mine\n\n- in *two* parts\n")
    }
    driver.press("E")
    #expect(driver.words.contains("somebody has changed what-happened meanwhile"))
    #expect(try real.retro().content[.whatHappened].text == "Theirs")
    driver.editor = { mine in .changed(mine + "!") }
    driver.press("E")
    #expect(try real.retro().content[.whatHappened].text == "Mine\n\n- in *two* parts!")
    driver.press("Enter")
    #expect(driver.words.contains("it has several lines: E changes it in your editor"))
  }

  @Test("A lesson is written down in its form, for the incident, and the answer ends in it")
  func lesson() throws {
    let real = try RealStore()
    try real.review()
    let driver = driver(real)
    driver.press("l")
    #expect(driver.text.contains("A new lesson of retro 1"))
    driver.type("manifest-only")
    driver.press("Tab", "Tab", "Tab")
    driver.type("Scale the log aggregators with the app")
    driver.press("^S")
    let lesson = try #require(try real.store.read { try $0.lessons(of: IncidentNumber(1)) }.first)
    #expect(lesson.source == .retro(run: nil, incident: 1))
    #expect(try real.retro().content[.whatHappened].lessons == [lesson.number.value])
    #expect(driver.text.contains("lesson \(lesson.number): Scale the log aggregators"))
  }

  @Test("The page of an incident without a retro says so, and Enter opens it; it works in the smallest window")
  func without() throws {
    let real = try RealStore()
    let incident = try real.review(isOpened: false)
    let driver = Driver(real: real, width: 60, height: 16)
    driver.open(RetroScreen(ofIncident: incident))
    #expect(driver.words.contains("There is no retro of it yet: Enter opens one."))
    driver.press("Enter")
    #expect(driver.lines[0].contains("Retro 1 of incident 1"))
    // What was done is said on the last row, for a while.
    driver.pass(.seconds(10))
    driver.press("G")
    #expect(driver.text.contains("ACTIONS"))
    driver.press("g g")
    #expect(driver.text.contains("nobody leads it yet"))
    for _ in 0..<40 { driver.press("j") }
    #expect(driver.text.contains("ACTIONS"))
  }

  @Test("A part that is longer than the window is scrolled through before the cursor goes on")
  func long() throws {
    let real = try RealStore()
    try real.review()
    let text = (1...60).map { "- line \($0)" }.joined(separator: "\n")
    try real.store.perform(
      EditRetro(RetroNumber(1), "long") { $0.content[.whatHappened].text = text }, by: .own("ana"), at: .t0)
    let driver = driver(real)
    driver.press("k")
    var seen: Set<Int> = []
    for _ in 0..<30 {
      for number in 1...60
      where driver.lines.contains(where: { $0.contains("line \(number) ") || $0.hasSuffix("line \(number)") }) {
        seen.insert(number)
      }
      driver.press("j")
    }
    #expect(seen == Set(1...60))
    driver.press("g g")
    #expect(driver.text.contains("nobody leads it yet"))
  }

  @Test("Hostile text stays in its place")
  func hostile() throws {
    let real = try RealStore()
    try real.review("\u{1B}[2J\u{202E}x 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字")
    let driver = driver(real, width: 60, height: 16)
    #expect(!driver.text.contains("\u{1B}") && driver.lines.allSatisfy { $0.displayWidth <= 60 })
    driver.press("Esc")
    #expect(driver.lines.allSatisfy { $0.displayWidth <= 60 })
  }

  @Test("Today tells those who lead or attend when it is due, and Enter goes there; no longer once it was held")
  func today() throws {
    let real = try RealStore()
    try real.review()
    let driver = Driver(real: real, as: "bo")
    #expect(driver.line("retro 1 of incident 1").contains("is due"))
    #expect(driver.line("retro 1 of incident 1").contains("4 questions open"))
    #expect(!Driver(real: real, as: "oz").text.contains("4 questions open"))
    driver.press("Enter")
    #expect(driver.lines[0].contains("Retro 1 of incident 1"))
    try real.store.perform(MoveRetro(RetroNumber(1), to: .reviewed), by: .own("ana"), at: .t0)
    driver.press("Esc")
    #expect(!driver.text.contains("4 questions open"))
  }
}
