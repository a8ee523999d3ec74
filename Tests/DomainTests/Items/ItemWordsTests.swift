import Testing

@testable import Domain

@Suite("Words of a text")
struct ItemWordsTests {
  @Test("Plain text is looked through as any text is", arguments: 1...200)
  func asAnyText(seed: Int) {
    let pieces = ["a", "Ab", "b1", " ", "-", ", ", "\n", "_", "9", "É"]
    var state = seed
    func piece(of count: Int) -> String {
      state = (state * 1_103_515_245 + 12_345) & 0x7FFF_FFFF
      return pieces[(state >> 16) % count]
    }
    let plain = (0..<12).map { _ in piece(of: 9) }.joined().filter(\.isASCII)
    for _ in 0..<20 {
      let wanted = ItemWords.words(of: (0..<3).map { _ in piece(of: 10) }.joined())
      // A letter with an accent behind a word of its own sends the same text the slow way.
      let slow = ItemWords.contains(plain + " Éé.", phrase: wanted)
      guard !wanted.contains(where: { "ee".hasPrefix($0) }) else { continue }
      #expect(ItemWords.contains(plain, phrase: wanted) == slow, "\(wanted) in \(plain)")
    }
  }

  @Test(
    "The last word may go on, the others end",
    arguments: [("cable boo", true), ("cab boots", false), ("boot", true), ("oots", false), ("boots x", false)])
  func phrase(wanted: String, isThere: Bool) {
    #expect(ItemWords.contains("The CABLE--boots.", phrase: ItemWords.words(of: wanted)) == isThere)
  }
}
