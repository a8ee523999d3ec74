import Domain
import Terminal
import Testing

@testable import TUI

@Suite("Two terminals on one run")
struct TwoPeopleTests {
  private func pair() throws -> (ana: Driver, bo: Driver, store: FakeStore) {
    var run = try Run.begun()
    try run.tick("announce", "manifests", "jump")
    let store = FakeStore(run)
    return (.onRun(store, as: "ana"), .onRun(store, as: "bo"), store)
  }

  @Test("A killer step takes both: one does it, the other sees it waiting and confirms")
  func killer() throws {
    let (ana, bo, store) = try pair()
    ana.press("s")
    bo.notice()
    #expect(bo.line("Deploy v205").contains("ana 0s"))
    ana.press("Space")
    ana.type("95 updated")
    ana.press("Enter", "v")
    #expect(ana.words.contains("the other of the pair confirms"))
    bo.notice()
    #expect(bo.text.contains("waits for you to confirm: v"))
    #expect(bo.footer.hasPrefix(" v confirm"))
    bo.press("v")
    #expect(bo.text.contains("Value: 95 updated"))
    bo.press("Enter")
    #expect(store.run()?.progress(of: "deploy").isSettled == false)
    bo.press("v", "y")
    #expect(store.run()?.progress(of: "deploy").confirmation == .confirmed(by: "bo", .verified))
    ana.notice()
    ana.press("g g", "j", "j", "j", "Enter")
    #expect(ana.text.contains("confirmed by bo, verified"))
  }

  @Test("V lets the other confirm at the same keyboard, unverified")
  func unverified() throws {
    let (ana, _, store) = try pair()
    ana.press("Space")
    ana.type("95")
    ana.press("Enter", "V", "1")
    #expect(ana.text.contains("recorded as unverified"))
    ana.press("y")
    #expect(store.run()?.progress(of: "deploy").confirmation == .confirmed(by: "bo", .unverified))
  }

  @Test("V goes on without the other, with a reason, and the other countersigns late")
  func alone() throws {
    let (ana, bo, store) = try pair()
    ana.press("Space")
    ana.type("95")
    ana.press("Enter", "V", "2")
    ana.type("bo's train is late")
    ana.press("Enter")
    #expect(store.run()?.progress(of: "deploy").isSettled == true)
    bo.notice()
    bo.press("g g", "j", "j", "j", "v")
    #expect(bo.text.contains("countersigned, late"))
    bo.press("y")
    #expect(store.run()?.progress(of: "deploy").confirmation == .countersigned(by: "bo", .verified))
  }

  @Test("An answer that is older than the last question never takes the place of a newer one")
  func stale() throws {
    let (ana, bo, _) = try pair()
    bo.isHolding = true
    bo.notice()
    ana.press("j", "j", "t")
    bo.notice()
    #expect(bo.held.count == 2)
    bo.release(1)
    let fresh = bo.text
    #expect(bo.line("Every runner").hasPrefix("✔"))
    bo.release(0)
    #expect(bo.text == fresh)
  }

  @Test("An older answer that comes while one's own tick is written does not take the tick back")
  func ownTick() throws {
    let (ana, _, _) = try pair()
    ana.isHolding = true
    ana.notice()
    ana.press("j", "j", "t")
    #expect(ana.held.count == 2)
    ana.release(1)
    #expect(ana.line("Every runner").hasPrefix("✔"))
    ana.releaseAll()
    #expect(ana.line("Every runner").hasPrefix("✔"))
  }

  @Test("Two who tick the same step: the second is told, and nothing is written twice")
  func race() throws {
    let (ana, bo, store) = try pair()
    ana.press("s")
    bo.press("s")
    #expect(bo.text.contains("already started by ana"))
    #expect(store.run()?.entries.filter { $0.kind == .started }.count == 1)
    #expect(bo.line("Deploy v205").contains("ana 0s"))
  }

  @Test("Somebody who is not on the run sees the keys dimmed, and why; J joins")
  func spectator() throws {
    let (_, _, store) = try pair()
    let cy = Driver.onRun(store, as: "cy")
    cy.press("j", "Space")
    #expect(cy.text.contains("not on this run: J joins"))
    let footer = cy.screen.row(23)
    #expect(footer.dropFirst().first?.style.dim == true)
    cy.press("J", "1")
    #expect(store.run()?.role(of: "cy") == .helper)
    #expect(cy.text.contains("cy (you) helps"))
    cy.press("t")
    #expect(cy.words.contains("no steps stand under this one"))
    cy.press("k", "Space")
    #expect(cy.words.contains("for the pair alone"))
    cy.press("J", "2")
    #expect(store.run()?.role(of: "cy") == .observer)
    cy.press("Space")
    #expect(cy.text.contains("observers only note"))
    cy.press("L")
    #expect(store.run()?.role(of: "cy") == nil)
  }

  @Test("H hands a place over, with completion and a question whose answer is no until it is yes")
  func handOver() throws {
    let (ana, _, store) = try pair()
    ana.press("H")
    ana.type("nobody")
    ana.press("Enter")
    #expect(ana.text.contains("there is nobody called nobody"))
    ana.press("^U")
    ana.type("c")
    ana.press("Right", "Enter", "Enter")
    #expect(store.run()?.pair == ["ana", "bo"])
    ana.press("H", "Enter", "y")
    #expect(store.run()?.pair == ["bo", "cy"])
    let cy = Driver.onRun(store, as: "oz")
    cy.press("H", "1")
    #expect(cy.text.contains("bo hands over to whom?"))
  }

  @Test("One of the pair leaves only with a reason")
  func leave() throws {
    let (_, bo, store) = try pair()
    bo.press("L", "Enter")
    #expect(bo.text.contains("a reason is needed"))
    bo.type("the shift is over")
    bo.press("Enter")
    #expect(store.run()?.pair == ["ana"])
    #expect(bo.text.contains("ana, alone"))
  }
}
