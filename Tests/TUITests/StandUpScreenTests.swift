import Domain
import Store
import Terminal
import Testing
import Text

@testable import TUI

@Suite("A team's morning on the screen")
struct StandUpScreenTests {
  private static let team = Team.sample.name

  /// Three are in the rotation, with a run under way, an item that cy is asked to accept, and one that was accepted.
  private static func world() throws -> RealStore {
    let real = try RealStore()
    try real.store.perform(SetRosterMembers(["ana", "bo", "cy"], of: team), by: .own("ana"), at: .t0)
    try real.store.perform(PlanDuties(team, weeks: 3), by: .own("ana"), at: .t0 - .seconds(8 * 86_400))
    _ = try real.startRun()
    for (title, state) in [("Scale the routers", ItemState.delivered), ("Rotate \u{1B}the keys", .accepted)] {
      var draft = ItemDraft(team: team, title: title, state: state, points: 1, target: .bottom)
      draft.requester = "cy"
      try real.store.perform(AddItems(draft), by: .own("ana"), at: .t0)
    }
    return real
  }

  private static func driver(_ real: RealStore, as who: Handle = "ana", width: Int = 80, height: Int = 24) -> Driver {
    let driver = Driver(real: real, as: who, width: width, height: height)
    driver.open(StandUpScreen(of: team))
    return driver
  }

  @Test("It has who is on, what was, what was accepted, what is planned, and what waits for whom")
  func whole() throws {
    let driver = Self.driver(try Self.world())
    #expect(driver.lines[0].contains("Stand-up of team platform"))
    for heading in ["ON DUTY 2", "RUNS 1  since Fri 2026-12-04", "ACCEPTED 1", "PLANNED TODAY", "WAITING "] {
      #expect(driver.text.contains(heading), "\(heading)")
    }
    #expect(driver.line("run 1 ").contains("manifest-only v1  staging  running"))
    #expect(driver.words.contains("Nothing is planned.") && driver.words.contains("Rotate ␛the keys"))
    #expect(driver.line("accept or reject").hasPrefix("cy  accept or reject #1  Scale the routers"))
    #expect(driver.words.contains("sign the hand-over of duty"))
  }

  @Test("What waits for whoever looks stands first, with a sign")
  func mine() throws {
    let driver = Self.driver(try Self.world(), as: "cy")
    let waiting = driver.lines.firstIndex { $0.contains("WAITING") } ?? 0
    #expect(driver.lines[waiting + 1].contains("?") && driver.lines[waiting + 1].contains("cy"))
  }

  @Test("Enter leads to the run and to the item")
  func open() throws {
    let driver = Self.driver(try Self.world())
    driver.press("/")
    driver.type("manifest-only")
    driver.press("Enter", "Enter")
    #expect(driver.app.topScreen(RunScreen.self) != nil)
    driver.press("Esc", "Esc", "/")
    driver.type("accept or")
    driver.press("Enter", "Enter")
    #expect(driver.app.topScreen(ItemScreen.self) != nil)
    driver.press("Esc", "Esc", "g g", "Enter")
    #expect(driver.app.topScreen(TeamDutiesScreen.self)?.duty?.number == DutyNumber(2))
    driver.press("Esc", "/")
    driver.type("sign")
    driver.press("Enter", "Enter")
    #expect(driver.app.topScreen(HandoffScreen.self) != nil)
  }

  @Test("y copies the whole morning")
  func copy() throws {
    let driver = Self.driver(try Self.world())
    driver.press("y")
    let copied = driver.requests.compactMap { if case .copy(let text) = $0 { text } else { nil } }.last ?? ""
    #expect(copied.contains("On duty\n") && copied.contains("accept or reject item 1: Scale the routers"))
  }

  @Test("An empty morning says so, line by line")
  func empty() throws {
    let driver = Self.driver(try RealStore())
    for words in ["Nobody is on duty.", "Nothing was run.", "Nothing was accepted.", "Nothing waits for anybody."] {
      #expect(driver.text.contains(words), "\(words)")
    }
    driver.press("j", "k", "G", "Enter")
    #expect(driver.text.contains("there is no line here"))
  }

  @Test("A team that is gone is said to be")
  func gone() throws {
    let driver = Driver(real: try RealStore())
    driver.open(StandUpScreen(of: TeamName("none")))
    #expect(driver.words.contains("there is no team none"))
  }

  @Test("It stays within its window, and everything can be reached", arguments: [(60, 16), (80, 24), (160, 50)])
  func sizes(size: (Int, Int)) throws {
    let driver = Self.driver(try Self.world(), width: size.0, height: size.1)
    #expect(driver.text.contains("ON DUTY"))
    driver.press("G")
    #expect(driver.lines.count == size.1 && driver.lines.allSatisfy { $0.displayWidth <= size.0 })
    #expect(driver.text.contains("accept or reject"))
    driver.press("g g")
    #expect(driver.text.contains("ON DUTY"))
  }

  @Test("When the duty ends the next pair is on, though nobody did anything")
  func turn() throws {
    let driver = Self.driver(try Self.world())
    #expect(driver.line("▶").hasPrefix("▶ bo + cy"))
    driver.pass(.seconds(20 * 60))
    #expect(driver.line("▶").hasPrefix("▶ cy + ana"))
  }

  @Test("What somebody else commits shows at once")
  func others() throws {
    let real = try Self.world()
    let driver = Self.driver(real)
    let draft = ItemDraft(team: Self.team, title: "Another", state: .accepted, points: 1, target: .bottom)
    try real.store.perform(AddItems(draft), by: .own("bo"), at: .t0)
    driver.notice()
    #expect(driver.text.contains("Another"))
  }
}
