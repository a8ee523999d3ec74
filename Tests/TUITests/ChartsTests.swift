import Domain
import Store
import Terminal
import Testing
import Text

@testable import TUI

@Suite("Charts on the screen")
struct ChartsTests {
  private static func world() throws -> RealStore {
    let real = try RealStore()
    let team = Team.sample.name
    for (weeks, points) in [(5, 5), (4, 8), (3, 3), (2, 8), (1, 5)] {
      for type in [ItemType.feature, .toil] {
        let draft = ItemDraft(
          team: team, title: "done", type: type, state: .accepted, points: type == .feature ? points : nil)
        try real.store.perform(
          AddItems(draft), by: .own("ana"), at: .t0 - .minutes(Int64(weeks) * 7 * 24 * 60))
      }
    }
    try real.add("one", "two", "three", points: 3)
    let releases = ["v207", "v208"].map {
      ItemDraft(team: team, title: $0, type: .release, state: .unstarted, target: .bottom)
    }
    try real.store.perform(AddItems(releases), by: .own("ana"), at: .t0)
    return real
  }

  @Test("Keys turn between the five charts, and Esc goes back to the backlog")
  func turning() throws {
    let driver = Driver(real: try Self.world())
    driver.press("g b", "C")
    #expect(driver.lines[0].contains("Charts  [iteration] release flow velocity toil"))
    #expect(driver.lines[2].contains("Burndown of iteration 6"))
    driver.press("l")
    #expect(driver.text.contains("Burndown of release 14, v207"))
    driver.press("r")
    #expect(driver.text.contains("Burndown of release 15, v208"))
    driver.press("l")
    #expect(driver.text.contains("Cumulative flow") && driver.text.contains("10 of 15 items are accepted"))
    driver.press("l")
    #expect(driver.text.contains("The velocity is 5 points, the average of the last 3 iterations"))
    driver.press("l")
    #expect(driver.words.contains("Toil is 50 % of what was accepted"))
    driver.press("l")
    #expect(driver.text.contains("Burndown of iteration 6"))
    driver.press("Esc")
    #expect(driver.app.topScreen(BacklogScreen.self) != nil)
  }

  @Test("From a release its own burndown comes first")
  func ofRelease() throws {
    let driver = Driver(real: try Self.world())
    driver.press("g b", "G", "C")
    #expect(driver.text.contains("Burndown of release 15, v208"))
  }

  @Test("Without a release the chart of one says what a release is")
  func none() throws {
    let driver = Driver(real: try RealStore())
    driver.press("g b", "C", "l")
    #expect(driver.words.contains("There is no release ahead."))
    driver.press("r", "X")
    #expect(driver.footer.contains("there is no chart here") || driver.text.contains("there is no chart here"))
  }

  @Test(
    "Every chart fills its window and stays within it, with signs of ASCII alone where there are no others",
    arguments: [(60, 16), (80, 24), (200, 60)], [Glyphs.unicode, .ascii])
  func sizes(size: (Int, Int), glyphs: Glyphs) throws {
    let driver = Driver(real: try Self.world(), width: size.0, height: size.1, glyphs: glyphs)
    driver.press("g b", "C")
    for key in 1...5 {
      #expect(driver.lines.allSatisfy { $0.displayWidth <= size.0 })
      if glyphs == .ascii {
        #expect(driver.lines.dropFirst(2).joined().unicodeScalars.allSatisfy { $0.isASCII }, "\(key)")
      }
      #expect(driver.text.contains("█") || glyphs == .ascii, "\(key)")
      // The axis stands near the footer, whatever the height.
      let axis = driver.lines.lastIndex { $0.contains(glyphs == .ascii ? "+----" : "└────") } ?? 0
      #expect(axis > size.1 - 8, "\(key)")
      driver.press("l")
    }
  }

  @Test("A chart is written to a file as SVG, never over one that is there")
  func export() throws {
    let real = try Self.world()
    let path = try real.write("", to: "there.svg")
    let driver = Driver(real: real)
    driver.press("g b", "C", "h", "h", "X")
    driver.type(path + "2")
    driver.press("Enter")
    #expect(driver.text.contains("written to"))
    #expect(try String(contentsOfFile: path + "2", encoding: .utf8).hasPrefix("<svg"))
    driver.press("X", "^U")
    driver.type(path)
    driver.press("Enter")
    #expect(driver.words.contains("is there already"))
    #expect(try String(contentsOfFile: path, encoding: .utf8).isEmpty)
  }

  @Test("An answer about a chart that one has turned away from changes nothing")
  func late() throws {
    let driver = Driver(real: try Self.world())
    driver.press("g b", "C")
    driver.isHolding = true
    driver.press("h", "h", "l")
    driver.releaseAll()
    #expect(driver.text.contains("Toil is") && driver.lines[0].contains("[toil]"))
  }
}
