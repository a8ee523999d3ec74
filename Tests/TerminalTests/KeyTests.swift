import Terminal
import Testing

@Suite("Keys have names")
struct KeyTests {
  @Test(
    "A name is read back as the key",
    arguments: [
      (.character("g"), "g"), (.character("G"), "G"), (.character(" "), "Space"), (.character("^"), "^"),
      (.character("?"), "?"), (.character("F"), "F"), (.character("é"), "é"), (.enter, "Enter"), (.escape, "Esc"),
      (.tab, "Tab"), (.backTab, "S-Tab"), (.backspace, "Backspace"), (.delete, "Del"), (.insert, "Ins"), (.up, "Up"),
      (.down, "Down"), (.left, "Left"), (.right, "Right"), (.home, "Home"), (.end, "End"), (.pageUp, "PgUp"),
      (.pageDown, "PgDn"), (.function(1), "F1"), (.function(12), "F12"), (.control("R"), "^R"), (.control("^"), "^^"),
      (.alt("x"), "Alt-x"), (.alt(" "), "Alt-Space"),
    ] as [(Key, String)])
  func roundTrip(key: Key, name: String) {
    #expect(key.name == name)
    #expect(Key(name: name) == key)
  }

  @Test(
    "Other names are no keys", arguments: ["", "^r", "^RR", "F0", "F64", "F+1", "F01", "Alt-", "Alt-Up", "enter", "\n"])
  func unknown(name: String) {
    #expect(Key(name: name) == nil)
  }
}
