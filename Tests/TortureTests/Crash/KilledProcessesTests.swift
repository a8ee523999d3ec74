import Testing
import Torture

@Suite("Processes that are killed in mid-way", .serialized)
struct KilledProcessesTests {
  @Test("After each kill verify holds, what was acknowledged is there, and the killed change is whole or not there")
  func killed() { Trial.killedProcesses.expectToPass() }

  @Test(
    "A lost change, a deleted row and a stale file are found",
    arguments: [
      Planted("lost-change", finding: "an acknowledged change is not there"),
      Planted("deleted-row", finding: "item 2 was removed outside"),
      Planted("stale-file", finding: "the checklist's file and the store disagree"),
    ])
  func planted(_ planted: Planted) { Trial.killedProcesses.expectToFind(planted) }
}
