import Testing
import Torture

@Suite("A disk that fails, runs full or lies", .serialized)
struct FailingDiskTests {
  @Test("Each failed call is an error in words, nothing is half written, and the same command succeeds afterwards")
  func failing() { Trial.failingDisk.expectToPass() }

  @Test(
    "A lying disk, an error without words and a file that is left lying about are found",
    arguments: [
      Planted("lying-disk", finding: "it says that it is done, and is not"),
      Planted("mute-error", finding: "its message names no file"),
      Planted("stray-file", finding: "left for ever: copy.sqlite.part-N"),
    ])
  func planted(_ planted: Planted) { Trial.failingDisk.expectToFind(planted) }
}
