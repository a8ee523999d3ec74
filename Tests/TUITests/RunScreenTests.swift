import Domain
import Terminal
import Testing

@testable import TUI

@Suite("The run screen, as text")
struct RunScreenTests {
  /// Ten minutes in: pre is done, ana is at the deploy.
  static func underWay() throws -> FakeStore {
    var run = try Run.begun()
    try run.tick("announce", "manifests", at: 2)
    try run.tick("jump", by: "bo", at: 4)
    try run.act(.start("deploy"), at: 5)
    return FakeStore(run)
  }

  @Test("Where the window is small, list and detail take turns")
  func small() throws {
    let driver = Driver.onRun(try Self.underWay(), width: 60, height: 16)
    expectScreen(driver, Self.smallList)
    driver.press("Enter")
    expectScreen(driver, Self.smallDetail)
    driver.press("Esc")
    expectScreen(driver, Self.smallList)
  }

  @Test("In 80x24 the detail stands below the list")
  func usual() throws {
    expectScreen(Driver.onRun(try Self.underWay()), Self.usual)
  }

  @Test("Where the window is wide, they stand side by side")
  func wide() throws {
    expectScreen(Driver.onRun(try Self.underWay(), width: 120, height: 26), Self.wide)
  }

  @Test("Where the terminal has no UTF-8, everything is ASCII")
  func ascii() throws {
    let store = try Self.underWay()
    let driver = Driver.onRun(store, glyphs: .ascii)
    expectScreen(driver, Self.ascii)
    driver.press("Enter", "?")
    #expect(driver.text.utf8.allSatisfy { $0 < 0x7F })
  }

  @Test(
    "Every size from 60x16 to 200x60 has a footer and help, and nothing of the list is lost",
    arguments: [60, 79, 95, 96, 100, 200])
  func sizes(width: Int) throws {
    let store = try Self.underWay()
    for height in [16, 21, 22, 40, 60] {
      let driver = Driver.onRun(store, width: width, height: height)
      #expect(driver.lines[0].contains("RUN 42"))
      #expect(driver.footer.contains("Space done"))
      #expect(driver.footer.contains("? more"))
      #expect(driver.text.contains("Deploy v205"))
      #expect(driver.lines.count == height)
    }
  }

  @Test("A window that is too small says so, and recovers")
  func tooSmall() throws {
    let driver = Driver.onRun(try Self.underWay())
    let before = driver.text
    driver.send(.resize(Size(width: 59, height: 15)))
    #expect(driver.text.contains("needs 60x16"))
    driver.press("x")
    driver.send(.resize(Size(width: 80, height: 24)))
    #expect(driver.text == before)
    for size in [Size(width: 0, height: 0), Size(width: 1, height: 1), Size(width: 300, height: 2)] {
      driver.send(.resize(size))
      #expect(driver.screen.size == size)
    }
  }

  @Test("Two hundred steps scroll, with the selection always in sight")
  func scrolls() throws {
    let steps = (1...200).map { Step.line("s\($0)", .during, "Step number \($0)") }
    let driver = Driver.onRun(FakeStore(try Run.begun(.sample(steps))))
    for index in 2...200 {
      driver.press("j")
      #expect(driver.text.contains("Step number \(index)"))
    }
    #expect(driver.line("200 of 200") != "")
    driver.press("g g")
    #expect(driver.text.contains("Step number 1 "))
    driver.press("PgDn", "PgUp", "G", "Home", "End")
    #expect(driver.line("200 of 200") != "")
  }

  @Test("Text from files and people can do nothing to the screen, however long and wide it is")
  func hostile() throws {
    let hostile = "\u{1B}[2J\u{202E}evil\u{7}"
    let wide = String(repeating: "長い手順の説明", count: 40)
    let zalgo = "e" + String(repeating: "\u{301}", count: 60) + String(repeating: "x", count: 5000)
    let version = ChecklistVersion.sample([
      .line("a", .during, hostile, body: hostile), .line("b", .during, wide, body: wide), .line("c", .during, zalgo),
    ])
    var run = try Run.begun(version)
    try run.act(.settle("a", Settlement(.failed, reason: .given(hostile))))
    try run.act(.note("a", hostile + wide))
    for width in [60, 80, 140] {
      let driver = Driver.onRun(FakeStore(run), width: width, height: 24)
      for _ in 0..<3 {
        #expect(!driver.text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{7}" })
        #expect(driver.text.contains("RUN 42"))
        #expect((0..<24).allSatisfy { row in driver.screen.row(row).reduce(0) { $0 + Int($1.width) } == width })
        driver.press("Enter", "Esc", "j")
      }
    }
  }

  @Test("The clock of a step counts, and that of a wait counts down")
  func clocks() throws {
    let store = try Self.underWay()
    store.change { $0.runs[RunNumber(42)]?.append([]) }
    let driver = Driver.onRun(store)
    #expect(driver.line("Deploy v205").contains("ana 5m"))
    driver.pass(.seconds(61))
    #expect(driver.line("Deploy v205").contains("ana 6m1s"))
    #expect(driver.app.nextChangeMilliseconds.map { $0 <= 1000 } == true)
    driver.press("j", "s")
    #expect(driver.line("Wait, and watch").contains("◷"))
    #expect(driver.line("Wait, and watch").contains("ana 15m left"))
    driver.pass(.minutes(15))
    #expect(driver.line("Wait, and watch").contains("ana waited"))
  }

  @Test("Nothing wakes the program where nothing counts")
  func idle() throws {
    var run = try Run.begun()
    try run.act(.abort(reason: "no"))
    let driver = Driver.onRun(FakeStore(run))
    #expect(driver.app.nextChangeMilliseconds == nil)
  }

  @Test("/ narrows the list as one types; Esc shows all again")
  func filter() throws {
    let driver = Driver.onRun(try Self.underWay())
    driver.press("/")
    driver.type("zone")
    #expect(driver.text.contains("1 of 2"))
    #expect(!driver.text.contains("Pull the manifests"))
    driver.press("Down", "Enter")
    #expect(driver.text.contains("2 of 2"))
    driver.press("Esc")
    #expect(driver.text.contains("Pull the manifests"))
    driver.press("/")
    driver.type("nothing like it")
    #expect(driver.text.contains("nothing matches"))
    driver.press("Esc")
    #expect(driver.text.contains("Pull the manifests"))
  }

  @Test("A click selects a step, and the wheel moves")
  func mouse() throws {
    let driver = Driver.onRun(try Self.underWay())
    driver.send(.mouse(Mouse(.press(.left), at: Point(x: 10, y: 6))))
    #expect(driver.line("manifests").contains("Pull"))
    #expect(driver.text.contains("2 of 11"))
    driver.send(.mouse(Mouse(.wheelDown, at: Point(x: 10, y: 6))))
    #expect(driver.text.contains("5 of 11"))
  }
}
