import Testing

@testable import Torture

@Suite(
  "A writer that is stopped or killed", .serialized, .enabled(if: LockWatch.canLook, "\(LockWatch.whyNot)"),
  .enabled(if: AllTrials.areWanted, AllTrials.whyNot))
struct HeldUpTests {
  @Test("It holds others up no longer than they wait for it, who are told its process, and leaves nothing half done")
  func heldUp() { Trial.heldUp.expectToPass() }

  @Test(
    "A lock that stays, a refusal without a name, a wait without end and half an import are found",
    arguments: [
      Planted("lock-that-stays", finding: "after a killed import the next one was refused"),
      Planted("nameless-holder", finding: "was not told that process"),
      Planted("hung-waiter", finding: "whoever waited for a stopped process hung"),
      Planted("half-import", finding: "1 rows of an import are there, and 0 should be"),
    ])
  func planted(_ planted: Planted) { Trial.heldUp.expectToFind(planted) }
}
