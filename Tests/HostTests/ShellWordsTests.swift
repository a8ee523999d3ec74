import Testing

@testable import Host

@Suite("A command is words, quoted as for a shell")
struct ShellWordsTests {
  @Test(
    "Quotes and backslashes keep words together, and nothing else means anything",
    arguments: [
      ("vi", ["vi"]), ("  code\t--wait\n", ["code", "--wait"]), ("", []), (" ", []),
      ("'/a b/c' d", ["/a b/c", "d"]), (#""a b"c'd e'\ f"#, ["a bcd e f"]), ("'' \"\"", ["", ""]),
      (#""\$\`\"\\\n""#, [#"$`"\\n"#]), (#"'\n'"#, [#"\n"#]), ("a\\\nb", ["ab"]), ("\"a\\\nb\"", ["ab"]),
      ("$HOME `id` $(id) *;| & #x ~", ["$HOME", "`id`", "$(id)", "*;|", "&", "#x", "~"]),
      ("é\u{301} 漢", ["é\u{301}", "漢"]), ("'e'\u{301}", ["e\u{301}"]),
    ] as [(String, [String])])
  func split(command: String, words: [String]) {
    #expect(ShellWords.split(command) == words)
  }

  @Test("A quote without an end is no command", arguments: ["'", "a 'b", "\"a", "\"a\\\"", "a\\", "\"\\"])
  func unfinished(command: String) {
    #expect(ShellWords.split(command) == nil)
  }
}
