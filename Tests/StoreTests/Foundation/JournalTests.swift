import Domain
import Testing

@testable import Store

@Suite("The journal")
struct JournalTests {
  @Test("One entry per action, with who, what and one change per row")
  func entry() throws {
    let scratch = try Scratch()
    let sudo = Actor(
      login: "root", uid: 0, sessionLogin: "ana", person: Handle("ana"), actingAs: Handle("bo"),
      claims: ["terminal": "/dev/pts/3", "SSH_CONNECTION": "10.0.0.1 5 10.0.0.2 22"])
    try scratch.store.perform(
      Change {
        try $0.insert(.team, ["name": "platform", "size": 4])
        try $0.insert(.item, ["number": 1, "title": "Scale", "team": "platform"])
        $0.summary = "Begin"
      }, by: sudo, at: .start)
    try scratch.store.read { (reader) throws in
      let entry = try #require(try reader.journalEntry(1))
      #expect(entry.command == "change")
      #expect(entry.summary == "Begin")
      #expect(entry.at == .start)
      #expect(entry.login == "root" && entry.sessionLogin == "ana")
      #expect(entry.person == Handle("ana") && entry.actingAs == Handle("bo"))
      #expect(entry.by == Handle("bo"))
      #expect(entry.claims == sudo.claims)
      let changes = try reader.journalChanges(of: 1)
      #expect(changes.map(\.table) == ["team", "item"])
      #expect(changes.map(\.key) == ["platform", "1"])
      #expect(changes.map(\.before) == [nil, nil])
      #expect(changes.first?.after == #"{"deleted":0,"name":"platform","size":4}"#)
      #expect(changes.map(\.schemaVersion) == [2, 2])
    }
  }

  @Test("A command that changes nothing writes no entry")
  func nothing() throws {
    let scratch = try Scratch()
    try scratch.store.addTeam("platform", size: 3)
    try scratch.store.resize("platform", to: 3)
    try scratch.store.removeTeam("nobody")
    #expect(try scratch.store.head().seq == 1)
  }

  @Test("A rule's refusal passes untouched and leaves nothing behind")
  func rollback() throws {
    struct Refusal: Error, Hashable {}
    let scratch = try Scratch()
    let before = try scratch.store.head()
    #expect(throws: Refusal()) {
      try scratch.store.perform(
        Change { transaction in
          try transaction.insert(.team, ["name": "platform", "size": 4])
          throw Refusal()
        }, by: .ana, at: .start)
    }
    #expect(try scratch.store.size(of: "platform") == nil)
    #expect(try scratch.store.head() == before)
    try scratch.store.addTeam("platform")
  }

  @Test("Each entry follows the one before, from the store's own beginning")
  func chain() throws {
    let scratch = try Scratch()
    let beginning = try scratch.store.head()
    #expect(beginning.hash == CanonicalJSON.hex(JournalChain.genesis(storeID: try scratch.store.facts().id)))
    for name in ["a", "b", "c"] { try scratch.store.addTeam(name) }
    let rows = try scratch.store.read { try $0.rows("SELECT seq, previous, hash FROM journal ORDER BY seq") }
    #expect(try rows.map { try $0.integer("seq") } == [1, 2, 3])
    #expect(try CanonicalJSON.hex(rows[0].blob("previous")) == beginning.hash)
    for (earlier, later) in zip(rows, rows.dropFirst()) {
      #expect(try later.blob("previous") == earlier.blob("hash"))
    }
    #expect(try scratch.store.verify().isSound)
  }

  @Test("Pages are taken by number, forwards and backwards")
  func pages() throws {
    let scratch = try Scratch()
    for number in 1...5 { try scratch.store.perform(AddNote(number: number), by: .ana, at: .start) }
    try scratch.store.read { (reader) throws in
      #expect(try reader.journalEntries(after: 2, limit: 2).map(\.seq) == [3, 4])
      #expect(try reader.journal(before: 3, limit: 9).map(\.seq) == [2, 1])
      #expect(try reader.journal(limit: 2).map(\.seq) == [5, 4])
      #expect(try reader.journalTouched(after: 3, limit: 9).map(\.key) == ["4", "5"])
      #expect(try reader.journal(of: .note, [4], limit: 1).map(\.summary) == ["Note 4"])
    }
  }

  @Test(
    "The journal refuses to be changed",
    arguments: [
      "UPDATE journal SET summary = 'x'", "DELETE FROM journal", "UPDATE journal_change SET after = NULL",
      "DELETE FROM journal_change", "DELETE FROM journal_head", "UPDATE journal_head SET seq = 0",
      "PRAGMA recursive_triggers = ON; REPLACE INTO journal SELECT * FROM journal",
    ])
  func appendOnly(sql: String) throws {
    let scratch = try Scratch()
    try scratch.store.addTeam("platform")
    try scratch.store.addTeam("apps")
    #expect { try scratch.outside(sql) } throws: { error in
      guard let text = (error as? Scratch.OutsideError)?.text else { return false }
      return text.hasPrefix("the journal ")
    }
  }

  @Test("Canonical JSON reads back to the same values")
  func canonical() throws {
    let table = Table("t", key: ["a"], columns: ["b", "a", "é", "z", "Z"], hasTombstone: false)
    let values: [Value] = [
      .text("\u{1}\n\"\\/é\u{301}🙂"), .integer(.min), .null, .blob([0, 255]), .text(""),
    ]
    let bytes = CanonicalJSON.image(values, of: table)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text == #"{"Z":"\u0001\u000a\"\\/é"# + "\u{301}"
        + #"🙂","a":-9223372036854775808,"b":null,"z":{"hex":"00ff"},"é":""}"#
    )
    let row = try #require(CanonicalJSONReader.image(text, source: "t"))
    #expect(row.columns == table.imageColumns)
    #expect(row.values == values)
  }

  @Test("What isn't an image is not read as one", arguments: ["", "{", "{}x", #"{"a":1.5}"#, #"{"a":tru}"#, "[]"])
  func notAnImage(text: String) { #expect(CanonicalJSONReader.image(text, source: "t") == nil) }

  @Test("A head is written and read as one word")
  func headText() throws {
    let head = JournalHead(seq: 7, hash: String(repeating: "0a", count: 32))
    #expect(JournalHead(head.description) == head)
    for text in ["", "7", "7:zz", "-1:" + head.hash, "7:" + head.hash + ":"] { #expect(JournalHead(text) == nil) }
  }
}
