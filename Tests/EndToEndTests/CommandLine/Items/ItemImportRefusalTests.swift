import Foundation
import Testing

@Suite("A file of items that can't be read is refused with its place, and nothing of it is taken")
struct ItemImportRefusalTests {
  private static let header = "Id,Title,Labels,Type,Estimate,Current State,Created at,Description\n"
  private static let good = "1,Good,,feature,1,unstarted,\"Nov 22, 2014\",\n"

  struct Bad: Sendable {
    var name: String
    var bytes: [UInt8]
    var options = ""
    /// How standard error begins, after the program's name.
    var says: String

    init(_ name: String, _ text: String, _ options: String = "", says: String) {
      self.init(name, bytes: Array(text.utf8), options, says: says)
    }

    init(_ name: String, bytes: [UInt8], _ options: String = "", says: String) {
      (self.name, self.bytes, self.options, self.says) = (name, bytes, options, says)
    }
  }

  static let files = [
    Bad(
      "a quote in a field without", header + good + "2,a\"b,,,,,,\n", says: "row 3, line 3, column 4: illegal quoting"),
    Bad("text after a quote", header + good + "2,\"a\"b,,,,,,\n", says: "row 3, line 3, column 6: illegal quoting"),
    Bad(
      "an unterminated quote", header + "1,\"two\nlines\",,,,,,\n2,\"never,,,\n3,x,,,,,,\n",
      says: "row 3, line 4, column 3: the quoted field that begins here is never closed"),
    Bad(
      "a conflict of git's", header + good + "<<<<<<< HEAD\n2,a,,,,,,\n=======\n2,b,,,,,,\n>>>>>>> theirs\n",
      says: "row 3, line 3, column 1: a conflict of git's (<<<<<<<): settle it first"),
    Bad("a conflict at once", "<<<<<<< HEAD\n" + header, says: "line 1, column 1: a conflict of git's"),
    Bad(
      "Latin-1", bytes: Array((header + good + "2,caf").utf8) + [0xE9] + Array(",,,,,,\n".utf8),
      says: "row 3, line 3, column 6: the byte 0xE9 is not UTF-8; the file looks like Latin-1: convert it with iconv"),
    Bad("a NUL", header + good + "2,a\0b,,,,,,\n", says: "row 3, line 3, column 4: a NUL byte"),
    Bad("UTF-16", bytes: [0xFF, 0xFE, 0x49, 0x00], says: "line 1, column 1: the file is UTF-16"),
    Bad("nothing", "", says: "line 1, column 1: the file is empty"),
    Bad("white space", " \n\n", "--from tracker", says: "line 1, column 1: the file is empty"),
    Bad("something else", "a,b\n1,2\n", says: "stories: nothing in it says what it is; name it with --from"),
    Bad(
      "no title", "Id,Labels\n1,x\n", "--from tracker",
      says: "row 1, line 1, column 1: this is no file of Pivotal Tracker's: there is no column Title or Story"),
    Bad(
      "Taskwarrior cut short", "[{\"uuid\":\"a\",\"description\":\"x\"},\n{\"uuid\":\"b\"",
      says: "line 2, column 12: the file ends where a comma or a }"),
    Bad(
      "GitHub cut short", "[{\"number\":1,\"title\":\"x\",\"state\":\"OP",
      says: "line 1, column 34: the text that begins here never ends: the file was cut short"),
    Bad(
      "our own cut short", "{\"format\": \"prodpair-items\", \"version\": 1, \"items\": [\n{\"number\": 1",
      says: "line 2, column 13: the file ends"),
    Bad(
      "our own of a later version", "{\"format\": \"prodpair-items\", \"version\": 99}",
      says: "line 1, column 1: the file is of version 99"),
  ]

  @Test("The message says where, and nothing is half done")
  func refused() throws {
    let desk = try Desk.withItems()
    let (head, items) = (try desk.head(), try desk.order())
    for bad in Self.files {
      try desk.write("stories", bad.bytes)
      for line in ["item import stories \(bad.options)", "item import stories --dry-run \(bad.options)"] {
        let outcome = try desk.run(line)
        #expect(outcome.exitCode == 65 && outcome.output.isEmpty, "\(bad.name)")
        #expect(outcome.errors.hasPrefix("prodpair: " + bad.says), "\(bad.name): \(outcome.errors)")
        #expect(outcome.errors.lowercased().contains("nothing was imported"), "\(bad.name): \(outcome.errors)")
        #expect(try desk.head() == head, "\(bad.name)")
      }
    }
    #expect(try desk.order() == items)
    #expect(try desk.run("item import -").errors.contains("the file is empty"))
  }

  @Test("What can be taken is taken, and each row that could not be taken as it stands is named")
  func reported() throws {
    let desk = try Desk.ready()
    let text =
      "\u{FEFF}Id,Title,Labels,Type,Estimate,Current State,Created at,Deadline,Mystery\r\n"
      + "1,Short\r\n" + "2,Long,a,bug,,started,\"Nov 22, 2014\",,why,more,still\r\n"
      + "3,Odd,,saga,4,musing,31/31/2014,2014-02-30,\"two\r\nlines\"\r\n" + "2,Again,,,,,,,\r\n"
      + "4,Chore,,chore,,delivered,,,\r\n"
    try desk.write("stories.csv", text)
    let report = try #require(
      try desk.must("item import stories.csv --json").object["report"] as? [String: Any])
    #expect(report["rows"] as? Int == 5 && report["items"] as? Int == 4 && report["skipped"] as? Int == 1)
    let problems = try #require(report["problems"] as? [[String: Any]])
    #expect(
      problems.map { "\($0["row"] ?? "") \($0["line"] ?? "") \($0["column"] as? String ?? "-")" } == [
        "2 2 Type", "2 2 Current State", "3 3 -", "4 4 Type", "4 4 Current State", "4 4 Estimate", "4 4 Deadline",
        "4 4 Created at", "5 6 Id", "6 7 Current State",
      ])
    let mystery = try #require((report["columns"] as? [[String: Any]])?.last)
    #expect(mystery["name"] as? String == "Mystery" && mystery["fate"] as? String == "extra")
    #expect(try desk.item(3)["type"] as? String == "feature" && desk.item(4)["state"] as? String == "accepted")
    let text3 = try desk.must("item import stories.csv --dry-run").output
    #expect(text3.contains("row 4 (line 4), Created at \"31/31/2014\": no date that this program can read; left empty"))
    #expect(text3.contains("would be: 0 new, 0 changed, 4 as they were"))
  }

  @Test("50 MB that are broken at their end, or from their beginning on, are refused like a small file")
  func large() throws {
    let desk = try Desk.ready()
    let head = try desk.head()
    let row = ",Large,,feature,1,unstarted,,\"" + String(repeating: "all work and no play\n", count: 500) + "\"\n"
    var bytes = Array(Self.header.utf8)
    for number in 1...5_000 { bytes += Array((String(number) + row).utf8) }
    #expect(bytes.count > 50_000_000)
    try desk.write("late.csv", bytes + Array("5001,a\"b\n".utf8))
    try desk.write("early.csv", Array((Self.header + "0,\"never closed\n").utf8) + bytes)
    let late = try desk.run("item import late.csv")
    #expect(late.exitCode == 65 && late.errors.contains("row 5002, line 2505002, column 7: illegal quoting"), "\(late)")
    let early = try desk.run("item import early.csv")
    #expect(early.exitCode == 65 && early.errors.contains("row 2, line "), "\(early)")
    #expect(try desk.head() == head)
    #expect(try desk.order().isEmpty)
  }
}
