import ChecklistFile
import Domain
import Terminal
import Testing

@testable import TUI

@Suite("Notices: never in the way, and always there to read again")
struct NoticeTests {
  @Test("What changed since each last ran it, what came back, and what was overridden stand above the list")
  func banner() throws {
    let back = ReturningStep(run: RunNumber(38), step: "publish", text: "Publish the final release", reason: "no time")
    let run = try Run.begun(pair: ["ana"], returning: [back])
    let store = FakeStore(run)
    store.change {
      $0.changes = [
        ChangesSince(
          who: "ana", title: "2 lines changed since ana last ran it (v1)",
          versions: [.init(nil, changes: [StepChange(kind: .added, step: "x", number: 3, old: "", new: "Check")])])
      ]
    }
    let driver = Driver.onRun(store)
    #expect(driver.lines[3].hasPrefix(" ⚠ 1 step that was deferred comes back"))
    #expect(driver.lines[3].hasSuffix("2 more, b reads"))
    driver.press("j", "k", "b")
    #expect(driver.text.contains("step 3 is new: Check"))
    #expect(driver.text.contains("bo is ill"))
    driver.press("Esc")
    #expect(!driver.text.contains("b reads"))
    driver.press("b")
    #expect(driver.text.contains("no time"))
  }

  @Test("After fifteen idle minutes the last two lines show again; a key ends it")
  func idleGuard() throws {
    var run = try Run.begun()
    try run.tick("announce", "manifests", at: 10)
    let driver = Driver.onRun(FakeStore(run))
    driver.pass(.minutes(14))
    #expect(!driver.text.contains("quiet for"))
    driver.pass(.minutes(1))
    #expect(driver.text.contains("1 Tell the operations channel: done, ana 09:40"))
    driver.press("j")
    #expect(!driver.text.contains("quiet for"))
  }

  @Test("The idle guard is silent while a step may take that long, and for those who only watch")
  func idleGuardSilent() throws {
    var run = try Run.begun()
    try run.tick("announce", "manifests", "jump", at: 2)
    try run.act(.start("deploy"), at: 5)
    let store = FakeStore(run)
    let ana = Driver.onRun(store, as: "ana")
    let oz = Driver.onRun(store, as: "oz")
    ana.pass(.minutes(40))
    oz.pass(.zero)
    #expect(!ana.text.contains("quiet for"))
    ana.pass(.minutes(30))
    oz.pass(.zero)
    #expect(ana.text.contains("quiet for"))
    #expect(!oz.text.contains("quiet for"))
  }
}
