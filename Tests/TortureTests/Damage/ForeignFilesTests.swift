import Testing
import Torture

@Suite("Files that are no store of ours", .serialized)
struct ForeignFilesTests {
  @Test("Each is refused in words that name it, and left as it was")
  func foreign() { Trial.foreignFiles.expectToPass() }

  @Test(
    "A file that is touched, an answer, and an error that names no file are found",
    arguments: [
      Planted("touched-file", finding: "not left as it was"), Planted("answer", finding: "not refused"),
      Planted("nameless-error", finding: "does not name the file"),
    ])
  func planted(_ planted: Planted) { Trial.foreignFiles.expectToFind(planted) }
}
