import Domain
import Store
import Testing

@testable import TUI

@Suite("A redline is seen by whoever looks at the checklist next")
struct RedlinePairTests {
  private func at(_ real: RealStore, _ who: Handle) -> Driver {
    let driver = Driver(real: real, as: who)
    driver.press("g r", "Enter", "g g")
    return driver
  }

  @Test("What one marks the other sees, on the line and above the list; for oneself no banner opens")
  func other() throws {
    let real = try RealStore()
    let number = try real.startRun()
    let (ana, bo) = (at(real, "ana"), at(real, "bo"))
    ana.press("r", "w")
    ana.type("support has another number")
    ana.press("Enter")
    #expect(ana.text.contains("✎"))
    #expect(!ana.text.contains("1 redline is open on this checklist"))
    bo.notice()
    #expect(bo.text.contains("✎"))
    #expect(bo.text.contains("1 redline is open on this checklist"))
    bo.press("b")
    #expect(bo.words.contains("this is wrong: support has another number (lesson 1, ana 09:40)"))
    bo.press("Esc")
    #expect(!bo.text.contains("1 redline is open on this checklist"))
    // Settled, it is gone from both, and stays in the step's story.
    try real.store.perform(
      SettleLessons([LessonNumber(1)], .declined(reason: "it is the same")), by: .own("bo"), at: .t0 + .minutes(11))
    ana.notice()
    #expect(!ana.line(" 1 ").contains("✎"))
    ana.press("Enter")
    #expect(ana.words.contains("redlined, settled since: lesson 1: support has another number"))
    let run = try real.store.read { try $0.run(number) }
    #expect(run.entries.last?.kind == .redlined)
    #expect(try real.store.verify().isSound)
  }

  @Test("The next start shows it, and on a killer step it has to be settled or overridden (rule 7)")
  func nextStart() throws {
    let real = try RealStore()
    let number = try real.startRun()
    let version = try real.store.read { try $0.run(number).version }
    let killer = try #require(version.steps.first { $0.isKiller })
    try real.store.perform(
      RedlineStep(run: number, text: "no word of the port", step: killer.id), by: .own("bo"), at: .t0)
    try real.store.perform(ActOnRun(run: number, action: .abort(reason: "tomorrow")), by: .own("ana"), at: .t0)
    let ana = Driver(real: real, as: "ana")
    ana.press("g c", "/")
    ana.type("manifest-only")
    ana.press("Enter", "n")
    #expect(ana.words.contains("1 redline is open on this checklist; it is on a killer step: settle that first"))
    #expect(
      ana.words.contains("✎ step \(killer.number) ⚑, lesson 1 (bo, run \(number)): this is wrong: no word of the port"))
  }

  @Test("A planned run says at its begin what is open, and ! begins it with a reason")
  func planned() throws {
    let real = try RealStore()
    let number = try real.startRun()
    let steps = try real.store.read { try $0.run(number).version.steps }
    let killer = try #require(steps.first { $0.isKiller })
    try real.store.perform(RedlineStep(run: number, edit: .remove(killer.id)), by: .own("bo"), at: .t0)
    try real.store.perform(ActOnRun(run: number, action: .abort(reason: "tomorrow")), by: .own("ana"), at: .t0)
    let order = RunOrder(
      checklist: ChecklistName("manifest-only"), environment: "staging", artifact: .release, pair: ["ana", "bo"],
      parameters: ["commit": "abcdef1"])
    try real.store.perform(PlanRun(order, plan: Plan(at: .t0 + .minutes(5))), by: .own("ana"), at: .t0)
    let ana = at(real, "ana")
    #expect(ana.text.contains("1 redline is open on this checklist"))
    ana.press("s")
    #expect(ana.words.contains("redline: lesson 1, a redline on killer step"))
    #expect(ana.words.contains("(Lessons, g l, settles redlines)"))
    ana.press("!")
    ana.type("it cannot wait")
    ana.press("Enter")
    let run = try real.store.read { try $0.run(RunNumber(number.value + 1)) }
    #expect(run.state == .running)
    #expect(run.entries.contains { $0.kind == .ruleOverridden && $0.reason == "it cannot wait" })
  }
}
