import Domain
import Store
import Terminal
import Testing
import Text

@testable import TUI

@Suite("A grooming session by keys")
struct GroomTests {
  private func item(_ number: Int, in real: RealStore) throws -> Item {
    try real.store.read { try $0.item(ItemNumber(number)) }
  }

  private func log(_ real: RealStore) throws -> [String] {
    try real.store.read { try $0.groomingLog(of: GroomingNumber(1), limit: 100) }.map {
      "\($0.decision.item) \($0.decision.words)"
    }
  }

  private func shown(_ driver: Driver) -> Int? { driver.app.topScreen(GroomScreen.self)?.item?.number.value }

  private static func real() throws -> RealStore {
    let real = try RealStore()
    try real.add("Drain the cells", "Rotate the certificates", "Compare the digests", "Move the runners", "Publish it")
    return real
  }

  @Test("Each decision is one key, the next item follows, and u takes the last one back")
  func session() throws {
    let real = try Self.real()
    let driver = Driver(real: real)
    driver.press("g b", "s")
    #expect(driver.text.contains("1 of 5") && driver.words.contains("1 Drain the cells"))
    #expect(driver.text.contains("it has no estimate"))
    driver.press("Space")
    #expect(driver.text.contains("2 of 5") && shown(driver) == 2)
    driver.press("3")
    #expect(try item(2, in: real).points == 3)
    driver.press("I")
    #expect(try item(3, in: real).state == .unscheduled)
    driver.press("S")
    driver.type("half; rest")
    driver.press("Enter")
    #expect(driver.text.contains("item 4: split into 6, 7") && shown(driver) == 6)
    driver.press("D")
    #expect(shown(driver) == 7)
    driver.press("x")
    driver.type("nobody asks")
    driver.press("Enter")
    #expect(shown(driver) == 5)
    #expect(
      try log(real) == [
        "7 closed, not to be done: nobody asks", "4 split into 6, 7", "3 put on ice", "2 estimated 3", "1 kept",
      ])
    driver.press("u")
    #expect(shown(driver) == 7 && driver.text.contains("undone"))
    driver.press("Space", "2", "1")
    #expect(driver.words.contains("Nothing needs a decision any more: 7 items are decided. F ends session 1."))
    driver.press("F", "y")
    #expect(driver.text.contains("grooming session 1 has ended"))
    #expect(try real.store.read { try $0.openGrooming(of: Team.sample.name) } == nil)
  }

  @Test("It reads well in 80 by 24")
  func picture() throws {
    let real = try RealStore()
    let draft = ItemDraft(
      team: Team.sample.name, title: "Move the runners off the ephemeral ports", state: .unstarted,
      description: "The kernel gives them on to whoever asks.", points: 5, labels: ["runner"],
      blockers: [Blocker(text: "the network team's new range")],
      tasks: [ItemTask("Ask for a range", isDone: true), ItemTask("Change the manifest")], due: "2026-01-31")
    try real.store.perform(AddItems(draft), by: .own("ana"), at: .t0)
    try real.add("Publish the release from the pipeline", "Drain the cells")
    let driver = Driver(real: real)
    driver.press("g b", "s", "D", "2", "Space")
    driver.pass(.seconds(9))
    expectScreen(driver, Self.expected)
  }

  private static let expected = """
    ─ Groom platform ───────────────────────────────────────── ▮▮▮▮▮▮▮▮▯▯▯▯ 3 of 3 ─
     1  Move the runners off the ephemeral ports
     feature  · unstarted  5 points  nobody's  due 2026-01-31  runner
     asked for by ana  written 2026-12-07

     ⚠ it was due on 2026-01-31
     ⚠ it waits for something: the network team's new range
     ↷ it was put off, and all else is decided

     Description
     The kernel gives them on to whoever asks.

     Tasks, 1 of 2 done
     ✔ Ask for a range
     · Change the manifest



    ─ Decided 2 ──────────────────────────────────── session 1, begun 09:40 by ana ─
     3  Drain the cells                                                        kept
     2  Publish the release from the pipeline                           estimated 2


     Space keep  S split  I ice  x close  D defer  Enter open  O owners      ? more
    """

  @Test("Left in the middle and opened again, it stands where it was, for somebody else as well")
  func resumes() throws {
    let real = try Self.real()
    let driver = Driver(real: real)
    driver.press("g b", "s", "Space", "D", "Esc")
    #expect(driver.app.topScreen(BacklogScreen.self) != nil)
    driver.press("g o")
    #expect(shown(driver) == 3 && driver.text.contains("2 of 5"))
    let bo = Driver(real: real, as: "bo")
    bo.press("g o")
    #expect(shown(bo) == 3 && bo.text.contains("kept, ana"))
    bo.press("1", "1", "1")
    #expect(shown(bo) == 2 && bo.text.contains("it was put off, and all else is decided"))
  }

  @Test("Keys that are typed ahead decide about the items that they are meant for")
  func typedAhead() throws {
    let real = try Self.real()
    let driver = Driver(real: real)
    driver.press("g b", "s")
    driver.isHolding = true
    driver.press("1", "2", "3")
    driver.releaseAll()
    #expect(try [1, 2, 3].map { try item($0, in: real).points } == [1, 2, 3])
    #expect(shown(driver) == 4)
  }

  @Test("Of two who decide about one item at once the second is told, and sees the next")
  func atOnce() throws {
    let real = try Self.real()
    let (ana, bo) = (Driver(real: real), Driver(real: real, as: "bo"))
    ana.press("g o")
    bo.press("g o", "3")
    ana.press("5")
    #expect(ana.words.contains("bo has decided item 1 in this session already: estimated 3") && shown(ana) == 2)
    #expect(try item(1, in: real).points == 3)
    bo.press("5")
    ana.notice()
    #expect(ana.text.contains("bo has decided item 2 meanwhile: estimated 5") && shown(ana) == 3)
  }

  @Test("The item's page opens and leads back to the same item, whose change may have settled it")
  func page() throws {
    let real = try Self.real()
    let driver = Driver(real: real)
    driver.press("g o", "Space", "Enter")
    #expect(driver.app.topScreen(ItemScreen.self) != nil)
    driver.press("c")
    driver.type("who asks?")
    driver.press("Enter", "Esc")
    #expect(shown(driver) == 2 && driver.text.contains("who asks?"))
    driver.press("Enter", "3", "Esc")
    #expect(shown(driver) == 3)
  }

  @Test("What can't be decided says why: an estimate off the scale, ice for what is on ice, and nothing that waits")
  func refusals() throws {
    let real = try RealStore()
    try real.add("ice", state: .unscheduled)
    let driver = Driver(real: real)
    driver.press("g o", "4")
    #expect(driver.text.contains("4 is not on the scale") && shown(driver) == 1)
    driver.press("I")
    #expect(driver.text.contains("it is on ice already"))
    driver.press("F")
    #expect(driver.text.contains("no session has begun"))
    driver.press("Space", "Space")
    #expect(driver.text.contains("nothing waits for a decision"))
  }

  @Test("The palette finds it from anywhere; without a team it says so")
  func everywhere() throws {
    let driver = Driver(real: try Self.real())
    driver.press("g j", ":")
    driver.type("grooming session")
    driver.press("Enter")
    #expect(shown(driver) == 1)
  }

  @Test(
    "Hostile titles stay within every window",
    arguments: [(60, 16), (80, 24), (131, 30), (200, 60)], [Glyphs.unicode, .ascii])
  func hostile(size: (Int, Int), glyphs: Glyphs) throws {
    let real = try RealStore()
    let title = "\u{1B}[31mred\u{202E} 藤井 👩‍👩‍👧 \u{7}\r\nsecond " + String(repeating: "長い", count: 200)
    try real.add(title, "plain", title)
    let driver = Driver(real: real, width: size.0, height: size.1, glyphs: glyphs)
    for keys in ["g o", "G", "Space", "x", "Esc", "S", "Esc", "F", "Esc", "1", "1"] {
      driver.press(keys)
      for line in driver.lines {
        #expect(line.displayWidth <= size.0, "\(keys)")
        #expect(!line.unicodeScalars.contains { $0.value < 32 || $0.value == 0x202E }, "\(keys)")
      }
    }
  }
}
