import ChecklistFile
import Domain
import Testing

@testable import TUI

@Suite("What the record says of a line, under it")
struct LineHistoryTests {
  private static func yield(_ minutes: [Int64], failed: [Int] = []) throws -> StepYield {
    var yield = StepYield(step: "deploy")
    for (index, taken) in minutes.enumerated() {
      let number = 40 - index
      var run = try Run.begun(number: number)
      try run.tick("announce", "manifests", "jump")
      try run.act(.start("deploy"))
      if failed.contains(number) {
        try run.act(.settle("deploy", Settlement(.failed, reason: .given("port"))), at: 1)
        try run.act(.start("deploy"), at: 2)
        try run.tick("deploy", value: "95", at: 2 + taken)
      } else {
        try run.tick("deploy", value: "95", at: taken)
      }
      yield.add(run.progress(of: "deploy"), of: run.number)
    }
    return yield
  }

  private func words(_ change: (inout LineHistory) -> Void) throws -> String {
    let store = FakeStore(try Run.begun())
    store.change { change(&$0.history) }
    let driver = Driver.onRun(store, height: 34)
    driver.press("g g", "j", "j", "j")
    return driver.words
  }

  private static func origin(since: Int, reason: String = "", _ lessons: [Lesson] = []) -> StepOrigin {
    StepOrigin(
      since: VersionSummary(
        reference: VersionReference(checklist: ChecklistName("release"), number: since), sha256: "", parent: nil,
        author: "bo", reason: reason, madeAt: .t0),
      lessons: lessons)
  }

  private static func lesson(_ number: Int, _ source: LessonSource, in version: Int) -> Lesson {
    Lesson(
      number: LessonNumber(number), checklist: ChecklistName("release"), text: "logs dropped", source: source,
      step: "deploy", base: 1, by: "bo", at: .t0,
      fate: LessonFate(.folded(version: version, step: "deploy"), by: "bo", at: .t0))
  }

  @Test("How long it usually takes, and when it failed")
  func usual() throws {
    let yield = try Self.yield([41, 58, 80, 57, 60], failed: [38, 36])
    let words = try words { $0.yields["deploy"] = yield }
    #expect(words.contains("Usually 58m (41m-1h20m, timed 5 times). Failed twice: runs 38, 36."))
  }

  @Test("Of many runs only the last are read, and that is said")
  func cut() throws {
    let yield = try Self.yield([9])
    let words = try words {
      $0.yields["deploy"] = yield
      $0.runs = LineHistory.mostRuns
    }
    #expect(words.contains("Usually 9m (timed once in the last 200 runs)."))
  }

  @Test("Nothing is said of what never happened")
  func silent() throws {
    let words = try words { $0.yields["deploy"] = StepYield(step: "deploy") }
    #expect(!words.contains("Usually") && !words.contains("Failed") && !words.contains("Here since"))
  }

  @Test("An estimate that is off by more than half is told")
  func estimate() throws {
    let yield = try Self.yield([10, 11, 12])
    let words = try words { history in
      history.yields["deploy"] = yield
      for advice in Advice.all(on: .deploy, yields: [yield]) { advice.step.map { history.estimates[$0] = advice } }
    }
    #expect(words.contains("The checklist expects 1h: off by more than half"))
  }

  @Test("Why the line is there: its first version, the lesson, and what that came from")
  func origin() throws {
    let lesson = Self.lesson(12, .incident(3), in: 4)
    let carried = try words { $0.origins["deploy"] = Self.origin(since: 4, [lesson]) }
    #expect(
      carried.contains("Here since v4, lesson 12, after incident 3 (logs dropped)."))
    let later = Self.lesson(15, .redline(RunNumber(31)), in: 7)
    let changed = try words { $0.origins["deploy"] = Self.origin(since: 4, reason: "the audit", [later]) }
    #expect(
      changed.contains(
        "Here since v4 (the audit). Changed in v7 by lesson 15, after a redline in run 31 (logs dropped)."))
    let first = try words { $0.origins["deploy"] = Self.origin(since: 1, reason: "first") }
    #expect(first.contains("Here since v1."))
  }

  @Test("The changes since one's last run read version by version, with the reason and the words that changed")
  func changes() throws {
    let store = FakeStore(try Run.begun())
    store.change {
      $0.changes = [
        ChangesSince(
          who: "ana", title: "2 lines changed since ana last ran it (v1)",
          versions: [
            .init(
              Self.origin(since: 2, reason: "support was not told").since,
              changes: [
                StepChange(
                  kind: .reworded, step: "announce", number: 1, old: "Tell the channel",
                  new: "Tell the operations channel")
              ], lessons: [Self.lesson(12, .incident(3), in: 2)]),
            .init(
              Self.origin(since: 3, reason: "nobody reads it").since,
              changes: [StepChange(kind: .removed, step: "x", number: 5, old: "Read the wiki", new: "")]),
          ])
      ]
    }
    let driver = Driver.onRun(store)
    driver.press("b")
    let page = driver.lines.map { String($0.drop { $0 == " " }) }
    #expect(page.contains("2 lines changed since ana last ran it (v1)"))
    #expect(page.contains("v2, bo 2026-12-07: support was not told"))
    #expect(page.contains("lesson 12, after incident 3: logs dropped"))
    #expect(page.contains("~ step 1: Tell the {+operations +}channel"))
    #expect(page.contains("v3, bo 2026-12-07: nobody reads it"))
    #expect(page.contains("- step 5 is gone: Read the wiki"))
  }

  @Test("It is read once, and neither a key nor another's entry reads it again")
  func once() throws {
    let store = FakeStore(try Run.begun())
    let driver = Driver.onRun(store)
    driver.isHolding = true
    driver.press("j", "j", "Enter", "Esc")
    #expect(driver.held.isEmpty)
    driver.notice()
    driver.release()
    let asked = driver.held.compactMap { event -> (any Question)? in
      if case .answered(let question, _, _) = event { question } else { nil }
    }
    #expect(asked.contains { $0 is RedlinesQuestion } && !asked.contains { $0 is LineHistoryQuestion })
  }
}
