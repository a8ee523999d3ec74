import Testing
import Torture

@Suite("A power loss", .serialized)
struct PowerLossTests {
  @Test("Whatever of the unsynced is on the disk, the store is sound and what was acknowledged is there")
  func powerLoss() { Trial.powerLoss.expectToPass() }

  @Test(
    "Syncs that are left out are found",
    arguments: [
      Planted("forgotten-log-syncs", finding: "the journal ends before entry"),
      Planted("forgotten-store-syncs", finding: "prodpair verify"),
      Planted("forgotten-directory-syncs", finding: "was acknowledged and is not there"),
    ])
  func planted(_ planted: Planted) { Trial.powerLoss.expectToFind(planted) }
}
