import Domain
import Testing

@testable import Store

@Suite("Verifying a store with runs")
struct RunVerifyTests {
  @Test("A store that only commands have written is sound")
  func sound() throws {
    let world = try World()
    try world.start()
    try world.perform(AttachEvidence(run: RunNumber(1), step: nil, fileName: "a.log", content: [1, 2, 3]))
    try world.complete(RunNumber(1), deferring: ["attend"])
    try world.start("prod")
    let report = try world.store.verify(against: world.head())
    #expect(report.findings == [])
    #expect(report.entryCount == (try world.head().seq))
    #expect(report.rowCount == (try world.rows().values.map(\.count).reduce(0, +)))
  }

  private func forged(_ sql: String) throws -> [VerifyFinding] {
    let world = try World()
    try world.start()
    try world.act(.settle("manifests", .failed, "port 34567 in use"))
    try world.perform(AttachEvidence(run: RunNumber(1), step: nil, fileName: "a.log", content: [1, 2, 3]))
    try world.complete(RunNumber(1))
    try world.forge(sql)
    return try world.store.verify().findings
  }

  @Test("A run whose row was edited")
  func run() throws {
    let findings = try forged("UPDATE run SET state = 'rolled-back' WHERE number = 1")
    #expect(
      findings.contains {
        if case .rowEdited("run", "1", ["state"], _) = $0 { true } else { false }
      })
    #expect(findings.count == 1)
  }

  @Test("An entry whose reason was edited")
  func reason() throws {
    let findings = try forged("UPDATE run_entry SET reason = 'all is well' WHERE reason = 'port 34567 in use'")
    guard case .rowEdited("run_entry", _, ["reason"], _) = findings.first else {
      Issue.record("\(findings)")
      return
    }
  }

  @Test("An entry that was taken off a run, and one that was put on")
  func entries() throws {
    let gone = try forged("DELETE FROM run_entry WHERE run = 1 AND kind = 'failed'")
    #expect(gone.contains { if case .rowVanished("run_entry", _, _) = $0 { true } else { false } })
    let added = try forged(
      """
      INSERT INTO run_entry SELECT run, 99, kind, step, section, by, login, account, is_oneself,
        is_vouched_for, at, written, reason,
        is_reason_owed, value, target, subject, role, assurance, evidence, evidence_size, evidence_name, is_out_of_order
      FROM run_entry WHERE run = 1 AND seq = 1
      """)
    #expect(added == [.rowNotJournalled(table: "run_entry", key: "1/99")])
  }

  @Test("A journal entry that was edited")
  func journal() throws {
    let findings = try forged("UPDATE journal SET login = 'bo' WHERE command = 'run-start'")
    #expect(findings.count == 1)
    #expect(findings.contains { if case .entryAltered = $0 { true } else { false } })
  }

  @Test("An image in the journal that was edited together with its row")
  func image() throws {
    let findings = try forged(
      """
      UPDATE journal_change SET after = replace(after, 'port 34567', 'port 34568');
      UPDATE run_entry SET reason = 'port 34568 in use' WHERE reason = 'port 34567 in use'
      """)
    #expect(findings.contains { if case .entryAltered = $0 { true } else { false } })
  }

  @Test("Evidence that was removed, and evidence whose content was changed")
  func evidence() throws {
    let gone = try forged("PRAGMA foreign_keys = OFF; DELETE FROM evidence")
    #expect(gone.contains { if case .rowVanished("evidence", _, _) = $0 { true } else { false } })
    let changed = try forged("UPDATE evidence SET content = x'010204'")
    #expect(changed.contains { if case .contentAltered("evidence", _, "content") = $0 { true } else { false } })
  }

  @Test("The last entry, dropped with the rows it wrote, is missed by nothing but an exported head")
  func tail() throws {
    let world = try World()
    try world.start()
    try world.perform(AddTeam(Team(name: TeamName("apps"))))
    let exported = try world.head()
    try world.forge(
      """
      UPDATE journal_head SET seq = seq - 1, hash = (SELECT previous FROM journal WHERE seq = journal_head.seq);
      DELETE FROM journal WHERE seq = \(exported.seq);
      DELETE FROM journal_change WHERE seq = \(exported.seq);
      DELETE FROM team WHERE name = 'apps'
      """)
    #expect(try world.store.verify().isSound)
    #expect(try world.store.verify(against: exported).findings == [.tailDropped(exported: exported)])
  }

  @Test("The last entry, dropped while the rows it wrote stay, is found by those rows")
  func tailWithRows() throws {
    let world = try World()
    try world.start()
    try world.act(.done("manifests"))
    let last = try world.head().seq
    try world.forge(
      """
      UPDATE journal_head SET seq = seq - 1, hash = (SELECT previous FROM journal WHERE seq = journal_head.seq);
      DELETE FROM journal WHERE seq = \(last);
      DELETE FROM journal_change WHERE seq = \(last)
      """)
    let findings = try world.store.verify().findings
    #expect(findings.contains { if case .rowNotJournalled("run_entry", _) = $0 { true } else { false } })
  }

  @Test("A run entry and evidence refuse to be changed by plain SQL")
  func appendOnly() throws {
    let world = try World()
    try world.start()
    #expect(throws: StoreError.appendOnly(table: "run_entry")) { try world.perform(Meddle()) }
  }
}

/// What no command of ours does.
private struct Meddle: Command {
  static let name = "meddle"
  static let undo = UndoPolicy.undoable

  func perform(in transaction: Transaction) throws {
    let entry = try #require(transaction.catalogue["run_entry"])
    try transaction.update(entry, [1, 1], set: ["reason": "x"])
  }
}
