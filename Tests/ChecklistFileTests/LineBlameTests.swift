import Testing

@testable import ChecklistFile

@Suite("Since when a line is as it is")
struct LineBlameTests {
  private func origins(_ newestFirst: [String]) -> [Int] {
    let versions = newestFirst.enumerated().map { (origin: newestFirst.count - $0, source: $1) }
    return LineBlame.lines(newestFirst: versions).map(\.origin)
  }

  @Test("Each line goes to the version that brought its present form")
  func lines() {
    let versions = ["a\nnew\nB\nc\n", "a\nB\nc\n", "a\nb\nc\n"]
    let lines = LineBlame.lines(newestFirst: versions.enumerated().map { (origin: 3 - $0, source: $1) })
    #expect(lines.map(\.origin) == [1, 3, 2, 1])
    #expect(lines.map(\.number) == [1, 2, 3, 4] && lines.map(\.text) == ["a", "new", "B", "c"])
  }

  @Test("A line that went and came back is as new as its return; so is one that was moved")
  func returned() {
    #expect(origins(["a\nb\n", "a\n", "a\nb\n"]) == [1, 3])
    #expect(origins(["b\nc\na\n", "a\nb\nc\n"]) == [1, 1, 2])
  }

  @Test("Line endings, and whether the last line has one, play no part")
  func endings() {
    #expect(origins(["a\r\nb\r\nc\r\n", "a\nb\n"]) == [1, 1, 2])
    #expect(origins(["a\nb\nc", "a\nb"]) == [1, 1, 2])
    #expect(origins(["\u{FEFF}a\n", "a"]) == [1])
    #expect(origins(["", "a"]) == [])
    #expect(origins(["a", ""]) == [2])
    #expect(LineBlame.lines(newestFirst: [(origin: Int, source: String)]()).isEmpty)
  }

  @Test("No older version is read once every line is accounted for")
  func lazy() throws {
    struct ReadTooFar: Error {}
    var given = ["x\ny\n", "x\n", "z\n"].makeIterator()
    var count = 0
    let lines = try LineBlame.lines { () throws(ReadTooFar) -> (origin: Int, source: String)? in
      guard let source = given.next() else { throw ReadTooFar() }
      count += 1
      return (count, source)
    }
    #expect(lines.map(\.origin) == [2, 1])
  }

  @Test("A folded page blames the fold for the lines of its edit and for no other")
  func folded() throws {
    let document = try ChecklistDocument.read(Samples.release)
    var page = try FoldedPage(.sample(of: document))
    try page.apply(.add(text: "Check the ports", body: "```sh\nss -ltn\n```", .after("deploy")))
    let lines = LineBlame.lines(newestFirst: [(2, page.document.text), (1, document.text)])
    #expect(lines.filter { $0.origin == 2 }.map(\.text) == ["- [ ] Check the ports", "  ```sh", "  ss -ltn", "  ```"])
  }

  @Test("The lines that stayed are a common subsequence, whatever the texts", arguments: 0..<60 as Range<UInt64>)
  func random(seed: UInt64) {
    var dice = Dice(state: seed)
    let letters = seed % 2 == 0 ? ["a", "b", "c", ""] : (0..<60).map { "line \($0)" }
    let old = (0..<Int.random(in: 0...60, using: &dice)).map { _ in dice.pick(letters) }
    var new = old
    for _ in 0..<Int.random(in: 0...30, using: &dice) {
      let place = Int.random(in: 0...new.count, using: &dice)
      if dice.chance(50) || place == new.count {
        new.insert(dice.pick(letters), at: place)
      } else {
        new.remove(at: place)
      }
    }
    let diff = LineDiff(from: text(old), to: text(new))
    #expect(diff.lines.filter { !$0.isAdded }.map(\.text) == old)
    #expect(diff.lines.filter { !$0.isRemoved }.map(\.text) == new)
    #expect(diff.lines.compactMap(\.old) == Array(1...max(1, old.count)).prefix(old.count).map { $0 })
    #expect(diff.isEmpty == (old == new))
    let most = longestCommon(old, new)
    let kept = diff.lines.count { !$0.isAdded && !$0.isRemoved }
    #expect(kept <= most && kept * 2 >= most)
  }

  private func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  private func longestCommon(_ left: [String], _ right: [String]) -> Int {
    var row = [Int](repeating: 0, count: right.count + 1)
    for element in left {
      var diagonal = 0
      for index in right.indices {
        let above = row[index + 1]
        row[index + 1] = element == right[index] ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row.last ?? 0
  }
}
