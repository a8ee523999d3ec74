import Testing
import Torture

@Suite("Damaged stores", .serialized)
struct DamagedStoresTests {
  @Test("Whatever bit is turned over or wherever a file is cut, nobody dies, hangs, or is fooled unnoticed")
  func damaged() { Trial.damagedStores.expectToPass() }

  @Test(
    "A check that looks away, a death, a hang and an error without a word are found",
    arguments: [
      Planted("blind-verify", finding: "a wrong answer to `lesson list --all --json`"),
      Planted("death", finding: "a death"), Planted("hang", finding: "no end"),
      Planted("silence", finding: "an error without a word"),
    ])
  func planted(_ planted: Planted) { Trial.damagedStores.expectToFind(planted) }
}
