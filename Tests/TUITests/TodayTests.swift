import Domain
import Store
import Terminal
import Testing

@testable import TUI

@Suite("Today")
struct TodayTests {
  @Test("It answers first what needs me: a killer to confirm, reasons owed, what I am at; then who is on and what runs")
  func needs() throws {
    let real = try RealStore()
    let number = try real.startRun()
    let version = try real.store.read { try $0.run(number).version }
    let killer = try #require(version.steps.first { $0.isKiller })
    for step in version.steps.prefix(while: { $0.id != killer.id }) {
      let outcome: Settlement = Settlement(.skipped, reason: .owed)
      try real.store.perform(ActOnRun(run: number, action: .settle(step.id, outcome)), by: .own("ana"), at: .t0)
    }
    let done = Settlement(.done, value: killer.attributes.value.map { _ in "20; 40" })
    try real.store.perform(ActOnRun(run: number, action: .settle(killer.id, done)), by: .own("bo"), at: .t0)
    let driver = Driver(real: real)
    let lines = driver.lines.map { $0.drop { $0 == " " } }
    #expect(lines[2].hasPrefix("NEEDS YOU 3"))
    #expect(lines[3].hasPrefix("? run 1  confirm what bo did: step 2"))
    #expect(lines[4].hasPrefix("! run 1  you owe a reason for step 1"))
    #expect(lines[5].hasPrefix("> run 1  next: step 3"))
    #expect(driver.line("WHO IS ON") == "WHO IS ON 2")
    #expect(driver.line("bo  Bo").contains("run 1 staging"))
    #expect(driver.line("▶ run 1").contains("manifest-only v1  staging"))
    // Enter goes to the very step, and v confirms it.
    driver.press("Enter", "v", "y")
    let confirmation = try real.store.read { try $0.run(number).progress(of: killer.id).confirmation }
    #expect(confirmation == .confirmed(by: "ana", .unverified) || confirmation == .confirmed(by: "ana", .verified))
    driver.press("Esc")
    #expect(!driver.text.contains("confirm what bo did"))
  }

  @Test("Where nothing waits it says so, and a store without people begins with the three questions")
  func quiet() throws {
    #expect(Driver(real: try RealStore()).text.contains("Nothing waits for you."))
    let fresh = Driver(real: try RealStore(people: []), as: "root")
    #expect(fresh.lines[0].contains("Welcome to prodpair"))
    fresh.press("Esc")
    #expect(fresh.text.contains("Nobody is known here yet"))
    fresh.press("Enter")
    #expect(fresh.lines[0].contains("Welcome to prodpair"))
  }

  @Test("The three questions are written down, and one is the person that one said")
  func welcome() throws {
    let real = try RealStore(people: [])
    let file = try real.write("# Mine\n\n- [ ] Look <!-- id: look -->\n", to: "mine.md")
    let driver = Driver(real: real, as: "root")
    driver.press("Tab", "^U")
    driver.type("Europe/Ber")
    driver.press("Right", "Tab", "^U")
    driver.type("ana")
    driver.press("Tab", "Tab")
    driver.type("bo cy:cyrus")
    driver.press("Tab")
    driver.type(file)
    driver.press("^S")
    #expect(driver.text.contains("written down: team platform, 3 people, 1 checklist"))
    let (team, people, checklists) = try real.store.read {
      (try $0.team(TeamName("platform")), try $0.people(), try $0.checklists())
    }
    #expect(team.timeZone == "Europe/Berlin")
    #expect(people.map(\.login) == ["root", nil, "cyrus"])
    #expect(checklists.contains { $0.name.text == "mine" })
    #expect(driver.app.viewer.handle == "ana" && driver.app.viewer.isPerson)
    #expect(driver.lines[0].hasSuffix("ana"))
  }

  @Test("A path that is not there is said before anything is written, and what was typed stays")
  func welcomeRefused() throws {
    let real = try RealStore(people: [])
    let driver = Driver(real: real, as: "root")
    driver.press("Down", "Down", "Down", "Down", "Down")
    driver.type("/nowhere/at/all.md")
    driver.press("^S")
    #expect(driver.text.contains("there is no such file"))
    #expect(driver.text.contains("/nowhere/at/all.md"))
    #expect(try real.store.read { try $0.people() }.isEmpty)
  }

  @Test("What others changed since one last looked is told, and what one did oneself is not")
  func changes() throws {
    let real = try RealStore()
    let seen = try real.store.read { try $0.journalHead().seq }
    try real.store.perform(EditPerson("cy") { $0.name = "Cyrus" }, by: .own("bo"), at: .t0)
    try real.store.perform(EditPerson("oz") { $0.name = "Ozan" }, by: .own("ana"), at: .t0)
    let driver = Driver(real: real, seen: seen)
    #expect(driver.line("CHANGED SINCE YOU LAST LOOKED").hasSuffix(" 1"))
    #expect(driver.line("bo  changed cy") != "")
    #expect(driver.app.shownHead == seen + 2)
    driver.press("G", "Enter")
    #expect(driver.text.contains("name: Cy -> Cyrus"))
  }

  @Test("Planned runs stand in the order of their time, the late ones said to be late; Enter opens one")
  func planned() throws {
    let real = try RealStore()
    let order = RunOrder(
      checklist: ChecklistName("manifest-only"), environment: "staging", artifact: .release, pair: ["ana", "bo"],
      parameters: ["commit": "abcdef1"])
    for minutes in [600, -60] {
      let plan = Plan(at: .t0 + .minutes(Int64(minutes)))
      try real.store.perform(PlanRun(order, plan: plan), by: .own("bo"), at: .t0)
    }
    let driver = Driver(real: real)
    let planned = driver.lines.filter { $0.contains("manifest-only v1  staging") }
    #expect(planned.count == 2)
    #expect(planned[0].contains("run 2") && planned[0].contains("should have begun"))
    #expect(planned[1].contains("run 1") && planned[1].contains("19:30"))
    while driver.app.topScreen(TodayScreen.self)?.list.selectedRow?.text.contains("should have begun") == false {
      let before = driver.app.topScreen(TodayScreen.self)?.list.selected
      driver.press("j")
      if driver.app.topScreen(TodayScreen.self)?.list.selected == before { break }
    }
    driver.press("Enter")
    #expect(driver.lines[0].contains("RUN 2"))
  }
}
