import Testing

@testable import Host

@Suite("Keys as somebody spelled them")
struct KeySpellingTests {
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
