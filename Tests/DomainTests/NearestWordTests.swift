import Testing

@testable import Domain

@Suite("What somebody meant")
struct NearestWordTests {
  @Test(
    "Slips are letters put in, left out, changed or swapped",
    arguments: [
      ("", "", 0), ("theme", "theme", 0), ("themes", "theme", 1), ("them", "theme", 1), ("thene", "theme", 1),
      ("theem", "theme", 1), ("", "abc", 3), ("kitten", "sitting", 3),
    ])
  func slips(_ left: String, _ right: String, _ count: Int) {
    #expect(NearestWord.slips(between: Array(left), and: Array(right)) == count)
    #expect(NearestWord.slips(between: Array(right), and: Array(left)) == count)
  }

  @Test("The nearest is named, whatever its case, and nothing where none is near")
  func nearest() {
    let names = ["theme", "start", "mouse", "run.tick-all"]
    #expect(NearestWord.among(names, to: "Themes") == "theme")
    #expect(NearestWord.among(names, to: "moose") == "mouse")
    #expect(NearestWord.among(names, to: "run.tick") == "run.tick-all")
    #expect(NearestWord.among(names, to: "colour") == nil)
    #expect(NearestWord.among(names, to: "x") == nil)
    #expect(NearestWord.among(names, to: String(repeating: "theme", count: 50)) == nil)
  }
}
