import Testing

@testable import Host

@Suite("Merging three texts")
struct GitMergeTests {
  private func merge(_ base: String, _ ours: String, _ theirs: String) throws -> GitRepository.MergeResult {
    try GitRepository.mergeFile(
      base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8),
      git: Git(environment: Clone.environment))
  }

  @Test("Changes in different places go together, byte for byte, also without a last line break")
  func clean() throws {
    #expect(try merge("a\nb\nc\nd\ne", "A\nb\nc\nd\ne", "a\nb\nc\nd\nE") == .clean(Array("A\nb\nc\nd\nE".utf8)))
    #expect(try merge("a\r\nb\r\nc\r\n", "a\r\nb\r\nC\r\n", "A\r\nb\r\nc\r\n") == .clean(Array("A\r\nb\r\nC\r\n".utf8)))
    #expect(try merge("", "", "") == .clean([]))
  }

  @Test("Each place that both changed comes with its line and both texts")
  func conflicts() throws {
    let base = "a\n\nb\nc\nd\ne\nf\ng\n"
    #expect(
      try merge(base, "new\na\n\nB1\nc\nd\ne\nf\nG1\n", "a\n\nB2\nc\nd\nf\nG2\n")
        == .conflicted([
          MergeConflict(line: 4, ours: ["B1"], theirs: ["B2"]), MergeConflict(line: 9, ours: ["G1"], theirs: ["G2"]),
        ]))
    #expect(
      try merge("a\nb\nc\n", "a\nc\n", "a\nB\nc\n")
        == .conflicted([MergeConflict(line: nil, ours: [], theirs: ["B"])]))
  }

  @Test("What can't be merged is a failure and never an answer")
  func binary() throws {
    #expect(throws: GitError.self) { try merge("a\n", "a\0b\n", "c\n") }
  }
}
