import Foundation
import Testing

@Suite("Bad input to the verbs on items: a clear word, the right exit code, and nothing changed")
struct ItemBadInputTests {
  struct Bad: Sendable {
    var line: String
    var exitCode: Int32
    var names: String

    init(_ line: String, _ exitCode: Int32, _ names: String) {
      self.line = line
      self.exitCode = exitCode
      self.names = names
    }
  }

  /// On the desk with items, of which item 6 was removed, item 1 waits for 3, and 3 for 2.
  static let table = [
    // Usage
    Bad("item bogus", 64, "bogus"), Bad("item add", 64, "title"),
    Bad("item add x --state started", 64, "planned"), Bad("item add x --type saga", 64, "saga"),
    Bad("item add x --top --bottom", 64, "name one of them"), Bad("item add x --task \" \"", 64, "--task"),
    Bad("item show", 64, "item"), Bad("item show 0", 64, "0"), Bad("item show one", 64, "one"),
    Bad("item edit 1", 64, "nothing to change"), Bad("item edit 1 --epic x --no-epic", 64, "--no-epic"),
    Bad("item edit 1 --edit", 64, "terminal"), Bad("item move 1", 64, "--top"), Bad("item estimate 1", 64, "points"),
    Bad("item list --limit 0", 64, "--limit"), Bad("item list --bogus", 64, "--bogus"),
    Bad("item list --json --numbers", 64, "--numbers"), Bad("item export", 64, "--to"),
    Bad("item views --save x", 64, "filter"), Bad("item views type:bug", 64, "--save"),
    Bad("item merge 1", 64, "--into"), Bad("item import", 64, "file"), Bad("item settings --scale a,b", 64, "a,b"),
    Bad("item settings --start-day someday", 64, "someday"), Bad("item split 1", 64, "title"),
    // Bad data
    Bad("item estimate 1 many", 65, "many"), Bad("item move x --top", 65, "x"), Bad("item remove 1 two", 65, "two"),
    // No such thing
    Bad("item show 99", 66, "no item 99"), Bad("item edit 1 99 --label x", 66, "no item 99"),
    Bad("item move 1 --after 6", 66, "item 6 was removed"), Bad("item move 1 --before 6", 66, "item 6 was removed"),
    Bad("item move 6 --top", 66, "item 6 was removed"), Bad("item add x --after 6", 66, "item 6 was removed"),
    Bad("item add x --blocked-by 7", 66, "no item 7"), Bad("item edit 1 --blocked-by 99", 66, "no item 99"),
    Bad("item add x --owner zed", 66, "zed"), Bad("item add x --requester zed", 66, "zed"),
    Bad("item add x --lesson 9", 66, "lesson 9"), Bad("item add x --team none", 66, "none"),
    Bad("item edit 1 --done 1", 66, "no task"), Bad("item edit 1 --unblock 2", 66, "does not wait for"),
    Bad("item edit 1 --no-label nosuch", 66, "no label \"nosuch\""),
    Bad("item edit 1 --no-owner root", 66, "not root's"), Bad("item edit 1 --no-link x", 66, "no link"),
    Bad("item list --view none", 66, "none"),
    Bad("item views --forget none", 66, "none"), Bad("item import none.csv", 66, "none.csv"),
    Bad("item merge 2 --into 99", 66, "no item 99"), Bad("item start 1 --as zed", 66, "zed"),
    // A rule refuses
    Bad("item add \" \"", 1, "title"), Bad("item add x --label \" \"", 64, "--label"),
    Bad("item add x --points 4", 1, "4 is not on the scale, which is 0 1 2 3 5 8"),
    Bad("item estimate 1 7", 1, "not on the scale"), Bad("item estimate 3 1", 1, "chore"),
    Bad("item estimate 1 4 5", 1, "gives a release no points"), Bad("item deliver 3", 1, "a chore is never delivered"),
    Bad("item start 4", 1, "a release is never started"), Bad("item reject 3 --reason x", 1, "never rejected"),
    Bad("item start 2", 1, "already"), Bad("item back 2", 1, "--reason"), Bad("item ice 2", 1, "--reason"),
    Bad("item reject 5", 1, "--reason"), Bad("item schedule 1", 1, "already"),
    Bad("item edit 2 --blocked-by 1", 1, "2 waits for 1 waits for 3 waits for 2"),
    Bad("item edit 1 --blocked-by 1", 1, "can't wait for itself"), Bad("item merge 1 --into 1", 1, "itself"),
    Bad("item split 1 \"\"", 1, "title"), Bad("item comment 1 \"\"", 1, "word"),
    Bad("item add x --due 2026-02-30", 1, "2026-02-30"), Bad("item edit 1 2 --title \"\"", 1, "title"),
    Bad("item settings --scale 0,101", 1, "0 to 100"), Bad("item accept 5 --as bo", 1, "does not own it"),
    Bad("item start 1 2", 1, "already"), Bad("item next 1 5 5 2 99", 66, "99"),
  ]

  @Test("Each kind has its exit code, and names what is wrong")
  func exitCode() throws {
    let desk = try Desk.withItems()
    try desk.must("item remove 6")
    try desk.must("item edit 1 --blocked-by 3")
    try desk.must("item edit 3 --blocked-by 2")
    let (head, backlog) = (try desk.head(), try desk.backlog())
    for bad in Self.table {
      let outcome = try desk.run(bad.line)
      #expect(outcome.exitCode == bad.exitCode, "\(bad.line): \(outcome)")
      #expect(outcome.errors.hasPrefix("prodpair: "), "\(bad.line): \(outcome.errors)")
      #expect(outcome.errors.contains(bad.names), "\(bad.line): \(outcome.errors)")
      #expect(outcome.output.isEmpty, "\(bad.line)")
      #expect(try desk.head() == head, "\(bad.line)")
    }
    #expect(try desk.backlog() == backlog)
  }

  static let filters: [(typed: String, carets: String, says: String)] = [
    ("type:bgu points>3", "     ^^^", "Did you mean `bug`?"),
    ("points>many", "       ^^^^", "many"),
    ("points>", "       ^", "After `points` a number is missing. Did you mean `points>3`?"),
    ("type:bug label:\"open", "               ^", "This quote is not closed."),
    ("onwer:ana", "^^^^^", "Did you mean `owner:`?"),
    ("owner:anna", "      ^^^^", "Did you mean `ana`?"),
    ("updated<30x", "        ^^^", "30x"),
  ]

  @Test("A filter with a mistake is shown with carets under the place, and a guess")
  func filter() throws {
    let desk = try Desk.withItems()
    let head = try desk.head()
    let verbs = [["item", "list"], ["item", "export", "--to", "json"], ["item", "views", "--save", "mine"]]
    for ((typed, carets, says), words) in Self.filters.flatMap({ filter in verbs.map { (filter, $0) } }) {
      let outcome = try desk.run(words + [typed])
      #expect(outcome.exitCode == 65 && outcome.output.isEmpty)
      let lines = outcome.errors.split(separator: "\n").map(String.init)
      #expect(lines.first == "prodpair: the filter can't be read:")
      #expect(lines.dropFirst().first == typed && lines.dropFirst(2).first == carets, "\(outcome.errors)")
      #expect(lines.last?.contains(says) == true, "\(outcome.errors)")
    }
    #expect(try desk.head() == head)
  }

  @Test("Hostile text in every field is shown, and never acts on a terminal")
  func hostile() throws {
    let desk = try Desk.ready()
    let text = HostileTextTests.text.replacing("\r", with: " ")
    let name = HostileTextTests.name
    try desk.write("hostile.csv", "Id,Title,Current State,Owned By\n1,\"\(name)\",\(name),\(name)\n")
    for words in [
      ["item", "add", text, "--label", name, "--epic", name, "--task", text, "--blocked-by", text, "--url", name],
      ["item", "edit", "1", "--description", text + "\n" + text], ["item", "comment", "1", text],
      ["item", "add", "\u{202e}漢字\u{2066} 👩‍👩‍👧 e\u{301}\u{200b}"], ["item", "views", "--save", "v", "\"\(name)\""],
      ["item", "settings", "--start-day", name], ["item", "list", "type:\(name)"], ["item", "show", name],
      ["item", "import", "hostile.csv", "--dry-run"], ["item", "import", "hostile.csv"], ["item", "list", "--all"],
      ["item", "show", "1"], ["item", "show", "2"], ["item", "views"], ["item", "export", "--to", "markdown"],
      ["item", "move", "2", "--after", name], ["item", "edit", "1", "--no-task", name], ["journal"],
    ] {
      let outcome = try desk.run(words)
      #expect(![2, 70, 74].contains(outcome.exitCode) && outcome.exitCode < 128, "\(words): \(outcome)")
      HostileTextTests.expectHarmless(Data((outcome.output + outcome.errors).utf8), "\(words)")
    }
    #expect(try desk.item(1)["title"] as? String == text, "as it was written, for programs")
    let again = try desk.run("item export --to json")
    try desk.write("own.json", again.output)
    #expect(try desk.must("item import own.json").output.contains("imported: 0 new, 0 changed, 3 as they were"))
  }
}
