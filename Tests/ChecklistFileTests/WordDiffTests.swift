import Domain
import Foundation
import TestSupport
import Testing

@testable import ChecklistFile

@Suite("Which words changed")
struct WordDiffTests {
  @Test(
    "Words are marked, and punctuation at their ends by itself",
    arguments: [
      ("Deploy", "Deploy, and watch", "Deploy{+, and watch+}"),
      (
        "Deploy, and watch the canaries", "Deploy and watch the first canaries",
        "Deploy[-,-] and watch the {+first +}canaries"
      ),
      ("old words here", "new terms here", "[-old words-]{+new terms+} here"),
      ("ping 10.0.0.1", "ping 10.0.0.2", "ping [-10.0.0.1-]{+10.0.0.2+}"),
      ("bosh deploy", "bosh -n deploy", "bosh {+-n +}deploy"),
      ("same", "same", "same"), ("", "new", "{+new+}"), ("old", "", "[-old-]"), ("", "", ""),
      ("路由を確認", "路由を変更", "路由を[-確認-]{+変更+}"), ("caf\u{E9}", "cafe\u{301}", "[-caf\u{E9}-]{+cafe\u{301}+}"),
      ("a\r\nb", "a\nb", "a[-\r\n-]{+\n+}b"), ("👩‍🚀 go", "👩‍🔧 go", "[-👩‍🚀-]{+👩‍🔧+} go"),
    ])
  func marked(old: String, new: String, expected: String) { #expect(WordDiff(from: old, to: new).marked == expected) }

  @Test("Both sides are their texts byte for byte, whatever the texts", arguments: 0..<40 as Range<UInt64>)
  func lossless(seed: UInt64) {
    var dice = Dice(state: seed)
    let parts = [
      "a", "b", "c ", " ", "\n", "\r\n", "é", "e", "\u{301}", "👩‍🚀", "路", ".", "(", "\u{0}", "\u{202E}", "\t", "don't",
    ]
    func text() -> String { (0..<Int.random(in: 0...40, using: &dice)).map { _ in dice.pick(parts) }.joined() }
    let (old, new) = (text(), text())
    let diff = WordDiff(from: old, to: new)
    #expect(Array(diff.old.map(\.text).joined().utf8) == Array(old.utf8))
    #expect(Array(diff.new.map(\.text).joined().utf8) == Array(new.utf8))
    #expect(diff.pieces.allSatisfy { !$0.text.isEmpty })
    #expect(diff.old.contains(where: \.isChanged) || diff.new.contains(where: \.isChanged) || old == new)
  }

  @Test("The time for two texts that have nothing in common grows far less than its square")
  func long() {
    let isQuick = ThreadTime.isFarFromQuadratic(at: 20_000) { count in
      let old = (0..<count).map { "a\($0 % 700)" }.joined(separator: " ")
      let new = (0..<count).map { "b\($0 % 700)" }.joined(separator: " ")
      return ThreadTime.of { _ = WordDiff(from: old, to: new) }
    }
    #expect(isQuick)
  }

  @Test("Each kind of change has its words marked in its text form")
  func summaries() throws {
    let old = try ChecklistDocument.read("- [ ] Deploy it <!-- expect: 1h -->\n\n  Look here.\n\n  Twice.\n").steps()
    let new = try ChecklistDocument.read("- [ ] Deploy it now <!-- expect: 2h -->\n\n  Look there.\n\n  Twice.\n")
    let changes = VersionDiff(from: old, to: new.steps(parent: old)).changes
    #expect(
      changes.map(\.markedSummary) == [
        "reworded 1: \"Deploy it{+ now+}\"", "attributes of 1: expect: [-1h-]{+2h+}",
        "details of 1 changed:\n    Look [-here-]{+there+}.\n\n    Twice.",
      ])
    #expect(try JSONDecoder().decode(WordDiff.self, from: JSONEncoder().encode(changes[0].words)) == changes[0].words)
  }
}
