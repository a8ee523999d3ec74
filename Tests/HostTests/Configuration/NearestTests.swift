import Testing

@testable import Host

@Suite("What somebody meant")
struct NearestTests {
  @Test(
    "Slips are letters put in, left out, changed or swapped",
    arguments: [
      ("", "", 0), ("theme", "theme", 0), ("themes", "theme", 1), ("them", "theme", 1), ("thene", "theme", 1),
      ("theem", "theme", 1), ("", "abc", 3), ("kitten", "sitting", 3),
    ])
  func slips(_ left: String, _ right: String, _ count: Int) {
    #expect(Nearest.slips(between: Array(left), and: Array(right)) == count)
    #expect(Nearest.slips(between: Array(right), and: Array(left)) == count)
  }

  @Test("The nearest is named, whatever its case, and nothing where none is near")
  func nearest() {
    let names = ["theme", "start", "mouse", "run.tick-all"]
    #expect(Nearest.to("Themes", in: names) == "theme")
    #expect(Nearest.to("moose", in: names) == "mouse")
    #expect(Nearest.to("run.tick", in: names) == "run.tick-all")
    #expect(Nearest.to("colour", in: names) == nil)
    #expect(Nearest.to("x", in: names) == nil)
    #expect(Nearest.to(String(repeating: "theme", count: 50), in: names) == nil)
  }

  @Test(
    "Keys as other programs write them are known",
    arguments: [
      ("Ctrl-R", "^R"), ("ctrl+r", "^R"), ("C-r", "^R"), ("<C-r>", "^R"), ("^r", "^R"), ("^I", "Tab"), ("^m", "Enter"),
      ("<CR>", "Enter"), ("Return", "Enter"), ("escape", "Esc"), ("space", "Space"), ("PageUp", "PgUp"),
      ("M-x", "Alt-x"), ("alt+x", "Alt-x"), ("f1", "F1"), ("Shift-Tab", "S-Tab"), ("Bakspace", "Backspace"),
      ("gr", "g r"), ("delete", "Del"),
    ])
  func spelling(_ written: String, _ meant: String) {
    #expect(KeySpelling(vocabulary: Sample.vocabulary).nearest(written) == meant)
  }

  @Test("Of other words nothing is guessed", arguments: ["", "elsewhere", "Ctrl-Shift-R"])
  func noGuess(_ written: String) {
    let nearest = KeySpelling(vocabulary: Sample.vocabulary).nearest(written)
    #expect(nearest == nil, "\(nearest ?? "")")
  }
}
