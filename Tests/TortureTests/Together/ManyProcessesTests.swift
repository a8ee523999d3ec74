import Testing
import Torture

@Suite("Many processes on one store", .serialized, .enabled(if: AllTrials.areWanted, AllTrials.whyNot))
struct ManyProcessesTests {
  @Test("What the store says is what sixteen were told, each change once and in one order")
  func together() { Trial.manyProcesses.expectToPass() }

  @Test(
    "A change that is lost, doubled, only claimed, or left out of the journal is found, and so is a bad answer",
    arguments: [
      Planted("removed-change", finding: "acknowledged, and not in the store: item"),
      Planted("doubled-change", finding: "in the store, and never acknowledged: run 1, note once more"),
      Planted("claimed-acknowledgement", finding: "acknowledged, and not in the store: item \"never added\""),
      Planted("dropped-entry", finding: "is missing"),
      Planted("leaked-words", finding: "the words of SQLite (\"database is locked\")"),
      Planted("unexplained-refusal", finding: "a refusal that no rule explains"),
      Planted("long-wait", finding: "for 61000 ms"),
    ])
  func planted(_ planted: Planted) { Trial.manyProcesses.expectToFind(planted) }
}
