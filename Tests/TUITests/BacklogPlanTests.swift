import Domain
import Store
import Terminal
import Testing
import Text

@testable import TUI

@Suite("Iterations on the backlog's screen")
struct BacklogPlanTests {
  private static func release(_ due: String?) -> ItemDraft {
    ItemDraft(
      team: Team.sample.name, title: "v207 in production", type: .release, state: .unstarted, due: due,
      target: .bottom)
  }

  @Test("Each iteration begins below a line with its number, its days and its points; the velocity stands above")
  func heads() throws {
    let real = try RealStore()
    try real.add("one", "two", "three", points: 5)
    let driver = Driver(real: real)
    driver.press("g b")
    #expect(driver.lines[1].contains("velocity 10, a guess"))
    #expect(driver.lines[3].contains("iteration 1, now  12-07 to 12-13") && driver.lines[3].contains("10 of 10 points"))
    #expect(driver.lines[4].contains("one") && driver.lines[5].contains("two"))
    #expect(driver.lines[6].contains("iteration 2  12-14 to 12-20") && driver.lines[7].contains("three"))
  }

  @Test("A release says in its row when it is to be expected, and that it will be late")
  func releases() throws {
    let real = try RealStore()
    try real.add("one", "two", "three", points: 5)
    try real.store.perform(AddItems(Self.release("2026-12-18")), by: .own("ana"), at: .t0)
    let driver = Driver(real: real)
    driver.press("g b")
    #expect(driver.line("v207").contains("⚠ 12-20, at worst 12-20, due 12-18"))
    let wide = Driver(real: real, width: 120)
    wide.press("g b")
    #expect(wide.line("v207").contains("expected 12-20, at worst 12-20, due 12-18: late"))
    let narrow = Driver(real: real, width: 60, height: 16)
    narrow.press("g b")
    #expect(narrow.line("v207").contains("v207") && narrow.line("v207").contains("12-20"))
  }

  @Test("A change moves the lines between iterations along")
  func changes() throws {
    let real = try RealStore()
    try real.add("one", "two", points: 5)
    let driver = Driver(real: real)
    driver.press("g b")
    #expect(!driver.text.contains("iteration 2"))
    driver.press("8")
    #expect(driver.lines[5].contains("iteration 2") && driver.lines[6].contains("two"))
  }

  @Test(
    "With a line above every row the selection stays in sight, and no page passes over a row",
    arguments: [(60, 16), (80, 24), (160, 50)])
  func scrolling(size: (Int, Int)) throws {
    let real = try RealStore()
    for index in 10..<70 { try real.add("work-\(index)", points: index % 3 == 0 ? 1 : 8) }
    let driver = Driver(real: real, width: size.0, height: size.1)
    driver.press("g b")
    func shown() -> Set<Int> { Set((10..<70).filter { driver.text.contains("work-\($0)") }) }
    func selected() -> Int { driver.app.topScreen(BacklogScreen.self)?.list.selectedIndex ?? -1 }
    for (key, indices) in [("j", Array(0..<60)), ("k", Array((0..<60).reversed()))] {
      for index in indices {
        #expect(selected() == index)
        #expect(shown().contains(index + 10), "\(key) \(index)")
        driver.press(key)
      }
    }
    for key in ["PgDn", "PgUp"] {
      var seen = shown()
      for _ in 0..<60 {
        driver.press(key)
        seen.formUnion(shown())
      }
      #expect(seen.count == 60, "\(key)")
      #expect(selected() == (key == "PgDn" ? 59 : 0))
    }
  }

  @Test("A click finds its row between the lines, and a line between iterations is none")
  func clicks() throws {
    let real = try RealStore()
    try real.add("one", "two", "three", points: 8)
    let driver = Driver(real: real)
    driver.press("g b")
    driver.send(.mouse(Mouse(.press(.left), at: Point(x: 10, y: 6))))
    #expect(driver.app.topScreen(BacklogScreen.self)?.list.selected?.number == ItemNumber(2))
    driver.send(.mouse(Mouse(.press(.left), at: Point(x: 10, y: 7))))
    #expect(driver.app.topScreen(BacklogScreen.self)?.list.selected?.number == ItemNumber(2))
  }

  @Test("A filter shows no iterations: what it leaves out is missing from them")
  func filter() throws {
    let real = try RealStore()
    try real.add("one", "two", points: 8)
    let driver = Driver(real: real)
    driver.press("g b", "/")
    driver.type("points:8")
    #expect(driver.text.contains("two") && !driver.text.contains("iteration") && !driver.text.contains("velocity"))
  }

  @Test("The other panels have no iterations, and side by side the backlog alone has them")
  func panels() throws {
    let real = try RealStore()
    try real.add("one", "two", points: 8)
    try real.add("ice", state: .unscheduled)
    let driver = Driver(real: real)
    driver.press("g b", "h")
    #expect(!driver.text.contains("12-07 to"))
    let wide = Driver(real: real, width: 160, height: 40)
    wide.press("g b")
    #expect(wide.lines[1].contains("velocity 10") && wide.text.contains("1, now  12-07 to 12-13"))
  }
}
