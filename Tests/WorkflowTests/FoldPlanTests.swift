import ChecklistFile
import Domain
import Store
import Testing

@testable import Workflow

@Suite("What the next version would be with lessons in it")
struct FoldPlanTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.importText(Desk.release)
  }

  @Test("Several lessons are one version, and each is carried by its step")
  func several() throws {
    let (ports, sales) = (try desk.learn(.ports), try desk.learn(.sales))
    let killer = try desk.learn(.set(StepID("smoke-tests"), key: "expect", value: "10m"))
    let plan = try desk.plan(ports, sales, killer, ports)
    #expect(plan.obstacle == nil)
    #expect(
      plan.changes.map(\.summary) == [
        #"reworded 2: "Tell support" is now "Tell support and sales""#,
        #"added 3: "Check that no static port lies in 32768-61000""#, "attributes of 4: none is now expect: 10m",
      ])
    let outcome = try desk.fold(plan)
    #expect(outcome.version.number == 2 && outcome.path == nil)
    let added = try #require(try desk.latest().steps.first { $0.number == 3 }).id
    #expect(try desk.lesson(ports).fate?.outcome == .folded(version: 2, step: added))
    #expect(try desk.lesson(sales).fate?.outcome == .folded(version: 2, step: StepID("tell-support")))
    #expect(try desk.latest().reason == "we learned it")
  }

  @Test("A step that has changed meanwhile is a conflict with both sides, and nothing is folded")
  func conflict() throws {
    let sales = try desk.learn(.sales)
    try desk.importText(Desk.release.replacing("Tell support", with: "Tell support at once"))
    let head = try desk.head()
    let plan = try desk.plan(sales)
    let sides = EditConflict.Sides(
      then: "Tell support", now: "Tell support at once", proposed: "Tell support and sales")
    #expect(plan.conflicts.first?.conflict == .changed(StepID("tell-support"), .text, sides))
    let error = #expect(throws: FoldError.self) { try desk.fold(plan) }
    for side in ["v1: Tell support", "v2: Tell support at once", "lesson 1: Tell support and sales"] {
      #expect(error?.description.contains(side) == true)
    }
    #expect(try desk.head() == head)
    #expect(try desk.lesson(sales).isOpen)
  }

  @Test("Two lessons that say one line otherwise are a conflict; two that say the same are carried by it both")
  func sameLine() throws {
    let (sales, again) = (try desk.learn(.sales), try desk.learn(.sales))
    let other = try desk.learn(.reword(StepID("tell-support"), to: "Tell everybody"))
    let removed = try desk.learn(.remove(StepID("tell-support")))
    let clash = try desk.plan(sales, other)
    #expect(clash.conflicts.map(\.lesson.number) == [other] && clash.conflicts.first?.isAmongLessons == true)
    #expect(clash.obstacle?.description.contains("with the others: Tell support and sales") == true)
    #expect(try desk.plan(removed, sales).conflicts.map(\.lesson.number) == [sales])
    #expect(try desk.plan(sales, removed).conflicts.map(\.lesson.number) == [removed])
    try desk.fold(desk.plan(sales, again))
    for lesson in [sales, again] {
      #expect(try desk.lesson(lesson).fate?.outcome == .folded(version: 2, step: StepID("tell-support")))
    }
  }

  @Test("What the latest version says already is nothing to fold, and no second version")
  func already() throws {
    let sales = try desk.learn(.sales)
    try desk.importText(Desk.release.replacing("Tell support", with: "Tell support and sales"))
    let plan = try desk.plan(sales)
    #expect(plan.conflicts.isEmpty && plan.changes.isEmpty)
    let error = #expect(throws: FoldError.self) { try desk.fold(plan) }
    #expect(error?.description.contains("--into 2") == true)
    #expect(try desk.latest().reference.number == 2)
  }

  @Test("A step that is gone is a conflict that says what it was")
  func stepGone() throws {
    let sales = try desk.learn(.sales)
    try desk.importText(Desk.release.replacing("- [ ] Tell support\n", with: ""))
    let plan = try desk.plan(sales)
    #expect(plan.conflicts.first?.conflict == .stepGone(StepID("tell-support"), text: "Tell support"))
    #expect(plan.changes.isEmpty)
  }

  @Test("A lesson without an edit waits for one, or for a page that was written by hand")
  func unproposed() throws {
    let lesson = try desk.learn(nil, "Nobody told sales")
    let plan = try desk.plan(lesson)
    guard case .nothingProposed(let numbers)? = plan.obstacle else {
      Issue.record("\(String(describing: plan.obstacle))")
      return
    }
    #expect(numbers == [lesson])
    let page = Desk.release.replacing("Tell support", with: "Tell support and sales")
    try desk.fold(plan.edited(to: Array(page.utf8)))
    #expect(try desk.latest().source == page)
    #expect(try desk.lesson(lesson).fate?.outcome == .folded(version: 2, step: StepID("tell-support")))
  }

  @Test("What somebody writes by hand settles a conflict")
  func editedByHand() throws {
    let sales = try desk.learn(.sales)
    try desk.importText(Desk.release.replacing("Tell support", with: "Tell support at once"))
    let page = Desk.release.replacing("Tell support", with: "Tell support at once, and sales")
    let plan = try desk.plan(sales).edited(to: Array(page.utf8))
    #expect(plan.isEditedByHand && plan.obstacle == nil)
    try desk.fold(plan)
    #expect(try desk.latest().steps.map(\.id.text) == ["check-the-manifests", "tell-support", "smoke-tests"])
  }

  @Test("A page that is the same as the latest version is nothing to fold")
  func unchanged() throws {
    let plan = try desk.plan(desk.learn(.sales))
    #expect(throws: FoldError.self) { try plan.edited(to: Array(Desk.release.utf8)) }
  }

  @Test("A settled lesson, and those of several checklists, are refused")
  func refused() throws {
    let sales = try desk.learn(.sales)
    try desk.importText(Desk.release, as: "other")
    let other = try desk.learn(.sales, on: "other")
    #expect(throws: Clash.lessonsOfSeveral([ChecklistName("other"), ChecklistName("release")])) {
      try desk.plan(sales, other)
    }
    try desk.fold(desk.plan(sales))
    #expect(throws: Clash.self) { try desk.plan(sales) }
    #expect(throws: Missing.lesson(LessonNumber(99))) { try desk.plan(LessonNumber(99)) }
  }

  @Test("Who planned before somebody else made a version is refused, and nothing is written")
  func movedOn() throws {
    let plan = try desk.plan(desk.learn(.sales))
    try desk.importText(Desk.release + "- [ ] Publish\n")
    let head = try desk.head()
    #expect(throws: Clash.parentMoved(plan.latest.reference, latest: 2)) { try desk.fold(plan) }
    #expect(try desk.head() == head)
  }
}
