import Domain
import Testing

@testable import Store

@Suite("verify")
struct VerifyTests {
  private func world() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.store.addTeam("platform", size: 4)
    try scratch.store.addTeam("apps", size: 2)
    try scratch.store.resize("platform", to: 5)
    try scratch.store.addItem(1, team: "platform")
    try scratch.store.removeTeam("apps")
    try scratch.store.perform(
      Change { try $0.insert(.file, ["name": "log", "content": .blob([1, 2, 3])]) }, by: .bo, at: .start)
    try scratch.store.perform(Change { try $0.insert(.tag, ["item": 1, "label": "toil"]) }, by: .bo, at: .start)
    try scratch.store.perform(Change { try $0.remove(.tag, [1, "toil"]) }, by: .bo, at: .start)
    return scratch
  }

  @Test("An untouched store is sound, and the report says where the chain stands")
  func sound() throws {
    let scratch = try world()
    let report = try scratch.store.verify()
    #expect(report.findings == [])
    #expect(report.head == (try scratch.store.head()))
    #expect(report.entryCount == 8 && report.changeCount == 8 && report.rowCount == 4)
    #expect(try scratch.store.verify(against: report.head).isSound)
  }

  @Test(
    "What was done behind the store's back is found and named",
    arguments: [
      (
        "UPDATE team SET size = 6 WHERE name = 'platform'",
        .rowEdited(table: "team", key: "platform", columns: ["size"], seq: 3)
      ),
      ("UPDATE team SET deleted = 0", .rowEdited(table: "team", key: "apps", columns: ["deleted"], seq: 5)),
      ("INSERT INTO note VALUES (9, 'x')", .rowNotJournalled(table: "note", key: "9")),
      ("INSERT INTO tag VALUES (1, 'toil')", .rowNotJournalled(table: "tag", key: "1/toil")),
      ("DELETE FROM item", .rowVanished(table: "item", key: "1", seq: 4)),
      ("UPDATE file SET content = x'00'", .contentAltered(table: "file", key: "log", column: "content")),
      (
        "UPDATE item SET title = title || char(0) || 'hidden'",
        .rowEdited(table: "item", key: "1", columns: ["title"], seq: 4)
      ),
    ] as [(String, VerifyFinding)])
  func outside(sql: String, finding: VerifyFinding) throws {
    let scratch = try world()
    try scratch.outside(sql)
    #expect(try scratch.store.verify().findings == [finding])
  }

  @Test(
    "A forged journal is found",
    arguments: [
      ("UPDATE journal SET summary = 'x' WHERE seq = 3", [.entryAltered(seq: 3)]),
      ("UPDATE journal SET login = 'eve' WHERE seq = 1", [.entryAltered(seq: 1)]),
      ("UPDATE journal SET hash = zeroblob(32) WHERE seq = 3", [.entryAltered(seq: 3), .chainBroken(seq: 4)]),
      ("DELETE FROM journal_change WHERE seq = 3", [.entryAltered(seq: 3), .rowEditedPlatform]),
      (
        "DELETE FROM journal WHERE seq = 4; DELETE FROM journal_change WHERE seq = 4",
        [.entriesMissing(from: 4, through: 4), .rowNotJournalled(table: "item", key: "1")]
      ),
      (
        "DELETE FROM journal WHERE seq = 3",
        [
          .entriesMissing(from: 3, through: 3), .changeWithoutEntry(seq: 3, table: "team", key: "platform"),
        ]
      ),
      (
        "DELETE FROM journal WHERE seq = 8; DELETE FROM journal_change WHERE seq = 8; INSERT INTO tag VALUES (1, 'toil')",
        [.headMoved]
      ),
    ] as [(String, [VerifyFinding])])
  func forged(sql: String, findings: [VerifyFinding]) throws {
    let scratch = try world()
    let head = try scratch.store.head()
    let earlier = try scratch.store.read { try $0.rows("SELECT hash FROM journal WHERE seq = 7") }
    let last = JournalHead(seq: 7, hash: CanonicalJSON.hex(try #require(earlier.first).blob("hash")))
    try scratch.forge(sql)
    let expected = findings.map { finding in
      finding == .headMoved ? .headDiffers(recorded: head, last: last) : finding
    }
    #expect(try scratch.store.verify().findings == expected)
  }

  @Test("A dropped last entry is found only against an exported head")
  func droppedTail() throws {
    let scratch = try world()
    try scratch.store.addTeam("late")
    let exported = try scratch.store.verify().head
    let hash = try scratch.store.read { try $0.rows("SELECT hash FROM journal WHERE seq = 8") }
    let earlier = CanonicalJSON.hex(try #require(hash.first).blob("hash"))
    try scratch.forge(
      """
      DELETE FROM team WHERE name = 'late'; DELETE FROM journal WHERE seq = 9; DELETE FROM journal_change WHERE seq = 9;
      UPDATE journal_head SET seq = 8, hash = x'\(earlier)'
      """)
    #expect(try scratch.store.verify().isSound)
    #expect(try scratch.store.verify(against: exported).findings == [.tailDropped(exported: exported)])
    // Another entry in its place doesn't help.
    try scratch.store.addTeam("other")
    #expect(try scratch.store.verify(against: exported).findings == [.historyRewritten(exported: exported)])
  }

  @Test("A store that doesn't belong to the chain is found")
  func otherStore() throws {
    let scratch = try world()
    try scratch.outside("UPDATE store_setting SET value = 'another' WHERE key = 'id'")
    #expect(try scratch.store.verify().findings == [.chainBroken(seq: 1)])
  }

  @Test("Two edits that would cancel out in a plain sum are both found")
  func swapped() throws {
    let scratch = try Scratch()
    try scratch.store.addTeam("a", size: 1)
    try scratch.store.addTeam("b", size: 2)
    try scratch.outside("UPDATE team SET size = 3 - size")
    #expect(try scratch.store.verify().findings.count == 2)
  }

  @Test("More findings than can be listed are cut, and that is said")
  func cut() throws {
    let scratch = try Scratch()
    try scratch.outside(
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500) INSERT INTO note SELECT i, 'x' FROM n"
    )
    let report = try scratch.store.verify()
    #expect(report.findings.count == VerifyReport.limit)
    #expect(report.isCut)
  }
}

extension VerifyFinding {
  fileprivate static let rowEditedPlatform = Self.rowEdited(
    table: "team", key: "platform", columns: ["size"], seq: 1)
  fileprivate static let headMoved = Self.unknownTable(table: "stands for headDiffers")
}
