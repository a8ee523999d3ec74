import Testing

@testable import Text

@Suite("A column of names")
struct LabelColumnTests {
  @Test("It is as wide as the longest name and two spaces, within its bounds")
  func width() {
    #expect(LabelColumn.width(of: [], atLeast: 13) == 13)
    #expect(LabelColumn.width(of: ["type", "duplicate-of-it"], atLeast: 13) == 17)
    #expect(LabelColumn.width(of: [String(repeating: "x", count: 90)], atLeast: 13, atMost: 26) == 26)
    #expect(LabelColumn.width(of: ["藤井 芙美 藤井"], atLeast: 13) == 16)
  }

  @Test(
    "No name runs into its value, however long it is", arguments: ["due", "Iteration Start", "a name of many words"])
  func padded(label: String) {
    let padded = LabelColumn.padded(label, toWidth: 15)
    #expect(padded.hasPrefix(label) && padded.hasSuffix("  ") && padded.displayWidth >= 15)
  }
}
