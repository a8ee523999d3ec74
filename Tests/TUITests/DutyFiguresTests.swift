import Domain
import Store
import Terminal
import Testing
import Text

@testable import TUI

@Suite("The figures of a team's duties on the screen")
struct DutyFiguresTests {
  private static let team = Team.sample.name

  /// So many people who have had ten weeks of duties, and have two more ahead; the first two are kept apart.
  private static func world(_ count: Int = 5) throws -> RealStore {
    let real = try RealStore()
    let people = (0..<count).map { Handle(($0 < 10 ? "p0" : "p") + "\($0)") }
    for who in people {
      let person = Person(handle: who, name: "Person \(who)", login: who.text, teams: [team])
      try real.store.perform(AddPerson(person), by: .own("ana"), at: .t0)
    }
    try real.store.perform(SetRosterMembers(people, of: team), by: .own("ana"), at: .t0)
    let rule = PairRule(.never, DutyPair("p00", "p01"), reason: "a couple")
    try real.store.perform(AddPairRule(rule, of: team), by: .own("ana"), at: .t0)
    try real.store.perform(PlanDuties(team, weeks: 12), by: .own("ana"), at: .t0 - .seconds(70 * 86_400))
    return real
  }

  private static func driver(
    _ real: RealStore, _ kind: DutyFiguresScreen.Kind = .matrix, width: Int = 80, height: Int = 24,
    glyphs: Glyphs = .unicode
  ) -> Driver {
    let driver = Driver(real: real, width: width, height: height, glyphs: glyphs)
    driver.open(DutyFiguresScreen(of: team, kind: kind))
    return driver
  }

  @Test("Tab turns between the four, S-Tab back, and Esc goes back")
  func turning() throws {
    let driver = Self.driver(try Self.world())
    for name in ["[matrix] load coverage call", "matrix [load] coverage call", "matrix load [coverage] call"] {
      #expect(driver.lines[0].contains("Figures  \(name)"))
      driver.press("Tab")
    }
    #expect(driver.lines[0].contains("[call]"))
    driver.press("S-Tab", "S-Tab")
    #expect(driver.lines[0].contains("[load]"))
    driver.press("Esc")
    #expect(driver.app.topScreen(DutyFiguresScreen.self) == nil)
  }

  @Test("The selected pair is told in words: how often, when last, when next, and the rule with its reason")
  func pair() throws {
    let driver = Self.driver(try Self.world())
    #expect(
      driver.words.contains("p00 + p01: never on together yet; none is planned; a rule keeps them apart (a couple)"))
    #expect(driver.line("1 p00").contains("-"))
    driver.press("j", "l")
    #expect(driver.words.contains("p01 + p02: on together"))
    #expect(driver.words.contains("* on now, 0-9 weeks since, + longer, . not yet, x kept apart by a rule"))
    driver.press("h")
    #expect(
      driver.words.contains("p01 has not been on with") || driver.words.contains("p01 has been on with everybody"))
  }

  @Test("Each cell has a sign that reads without colour, the same in ASCII")
  func signs() throws {
    for glyphs in [Glyphs.unicode, .ascii] {
      let driver = Self.driver(try Self.world(), glyphs: glyphs)
      let row = driver.line("1 p00")
      #expect(row.contains(" x"), "\(row)")
      #expect(driver.text.contains("*"))
      if glyphs == .ascii { #expect(driver.text.unicodeScalars.allSatisfy { $0.isASCII }) }
    }
  }

  @Test("A matrix of many scrolls both ways in a small window, and the cursor stays in sight")
  func many() throws {
    let driver = Self.driver(try Self.world(24), width: 60, height: 16)
    #expect(driver.text.contains(" 1 p00") && !driver.text.contains("24 p23"))
    driver.press("G")
    for _ in 0..<30 { driver.press("l") }
    #expect(driver.text.contains("24 p23") && driver.lines[1].contains("24"))
    #expect(driver.words.contains("p23 has"))
    #expect(driver.lines.allSatisfy { $0.displayWidth <= 60 })
    driver.press("g g")
    #expect(driver.text.contains(" 1 p00"))
    driver.press("/")
    driver.type("p17")
    driver.press("Enter")
    #expect(driver.text.contains("18 p17") && !driver.text.contains(" 1 p00"))
    driver.press("/")
    driver.type("nobody")
    driver.press("Enter")
    #expect(driver.words.contains("Nobody matches /p17nobody"))
  }

  @Test("Names that would be cut to the same are numbers above the square")
  func alike() throws {
    let real = try RealStore()
    let people: [Handle] = ["person-one", "person-two", "zoe"]
    for who in people {
      try real.store.perform(
        AddPerson(Person(handle: who, name: who.text, login: who.text, teams: [Self.team])), by: .own("ana"), at: .t0)
    }
    try real.store.perform(SetRosterMembers(people, of: Self.team), by: .own("ana"), at: .t0)
    let driver = Self.driver(real)
    #expect(driver.lines[1].split(separator: " ") == ["1", "2", "3"])
    #expect(driver.text.contains("2 person-two"))
  }

  @Test("The load has bars, the limits that are not kept, and says what it does not know")
  func load() throws {
    let driver = Self.driver(try Self.world(), .load)
    #expect(driver.lines[0].contains("the last 13 weeks") && driver.line("p02").contains("█"))
    #expect(driver.words.contains("was on duty") && driver.words.contains("above 25 %"))
    #expect(driver.words.contains("more: Y shows all") || driver.words.contains("the plan ends"))
    driver.press("w")
    #expect(driver.lines[0].contains("the next 13 weeks"))
    driver.press("w")
    #expect(driver.lines[0].contains("the last 52 weeks"))
    driver.press("Y")
    #expect(driver.text.contains("WHO"))
  }

  @Test("Coverage has what the fewest know first, says who never did, and Enter reads the checklist")
  func coverage() throws {
    let real = try Self.world()
    _ = try real.startRun(pair: ["p00", "p01"])
    let driver = Self.driver(real, .coverage)
    #expect(driver.words.contains("nobody has run it"))
    driver.press("/")
    driver.type("manifest-only")
    driver.press("Enter")
    #expect(driver.words.contains("manifest-only 2 of 5"))
    #expect(driver.words.contains("manifest-only: p00 1 time, last"))
    #expect(driver.words.contains("never ran it: p02, p03, p04"))
    driver.press("Enter")
    #expect(driver.app.topScreen(ChecklistScreen.self) != nil)
  }

  @Test("Whom to call stands in the order to call, with what is said of the component")
  func call() throws {
    let real = try Self.world()
    let component = Component(
      ComponentName("router"), team: Self.team, developers: ["p02", "p00"], note: "see \u{1B}[2J")
    try real.store.perform(AddComponent(component), by: .own("ana"), at: .t0)
    let driver = Self.driver(real, .call)
    #expect(driver.line("router").contains("1 p"))
    #expect(driver.words.contains("see ␛[2J") && !driver.text.contains("\u{1B}"))
    driver.press("y")
    #expect(
      driver.requests.contains {
        if case .copy(let text) = $0 { text.contains("router, run by platform") } else { false }
      })
    let none = Self.driver(try Self.world(), .call)
    #expect(none.words.contains("No component is known yet"))
  }

  @Test("A team without a rotation is told what to do", arguments: DutyFiguresScreen.Kind.allCases)
  func none(kind: DutyFiguresScreen.Kind) throws {
    let driver = Self.driver(try RealStore(), kind)
    #expect(driver.text.contains("yet"))
    driver.press("j", "l", "Enter", "y", "w")
    #expect(driver.lines.count == 24)
  }

  @Test(
    "Every figure stays within its window, whatever people are called",
    arguments: [(60, 16), (80, 24), (160, 50)], DutyFiguresScreen.Kind.allCases)
  func sizes(size: (Int, Int), kind: DutyFiguresScreen.Kind) throws {
    let real = try Self.world(20)
    let wide = Handle("藤井芙美藤井芙美")
    try real.store.perform(
      AddPerson(Person(handle: wide, name: "藤井 芙美", login: "fumi", teams: [Self.team])), by: .own("ana"), at: .t0)
    try real.store.perform(SetRosterMembers([wide], of: Self.team), by: .own("ana"), at: .t0)
    try real.store.perform(
      AddComponent(Component(ComponentName("router"), team: Self.team, developers: [wide, "p00"])), by: .own("ana"),
      at: .t0)
    let driver = Self.driver(real, kind, width: size.0, height: size.1)
    for key in ["G", "l", "l", "j", "g g"] {
      #expect(driver.lines.count == size.1 && driver.lines.allSatisfy { $0.displayWidth <= size.0 })
      driver.press(key)
    }
  }

  @Test("An answer about a figure that one has turned away from changes nothing")
  func late() throws {
    let driver = Self.driver(try Self.world())
    driver.isHolding = true
    driver.press("Tab", "S-Tab")
    driver.releaseAll()
    #expect(driver.lines[0].contains("[matrix]") && driver.text.contains("1 p00"))
  }

  @Test("A click goes to its cell")
  func click() throws {
    let driver = Self.driver(try Self.world())
    let x =
      driver.lines[1].firstRange(of: "p03").map {
        driver.lines[1].distance(from: driver.lines[1].startIndex, to: $0.lowerBound)
      } ?? 0
    driver.send(.mouse(Mouse(.press(.left), at: Point(x: x, y: 4))))
    #expect(driver.words.contains("p02 + p03:"))
  }
}
