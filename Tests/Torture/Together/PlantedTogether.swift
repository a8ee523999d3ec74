/// What the trial does to the store or to what was told, so that the check has something to find.
enum PlantedTogether: String, CaseIterable {
  case removedChange = "removed-change"
  case doubledChange = "doubled-change"
  case claimedAcknowledgement = "claimed-acknowledgement"
  case droppedEntry = "dropped-entry"
  case leakedWords = "leaked-words"
  case unexplainedRefusal = "unexplained-refusal"
  case longWait = "long-wait"

  func plant(in store: SharedStore, _ ledger: Ledger) throws {
    var ended = Ended(
      words: ["planted"], exitCode: 0, signal: nil, output: "", errors: "", duration: .zero, isOutOfTime: false)
    func add(_ kind: Deed.Kind, _ facts: [Fact] = []) {
      let now = ContinuousClock.now
      ledger.add(Done(worker: 0, deed: Deed(kind: kind, words: [], facts: facts), ended: ended, begin: now, end: now))
    }
    switch self {
    case .removedChange: try store.sql("DELETE FROM item WHERE number = (SELECT max(number) FROM item);")
    case .doubledChange:
      try store.sql(
        """
        CREATE TEMP TABLE twice AS SELECT * FROM run_entry WHERE run = 1 ORDER BY seq DESC LIMIT 1;
        UPDATE twice SET seq = seq + 1, kind = 'note', step = NULL, value = 'once more';
        INSERT INTO run_entry SELECT * FROM twice;
        """)
    case .claimedAcknowledgement: add(.add, [.item(title: "never added")])
    case .droppedEntry:
      try store.sql(
        """
        DROP TRIGGER journal_no_delete; DROP TRIGGER journal_change_no_delete;
        CREATE TEMP TABLE dropped AS SELECT max(seq) / 2 AS seq FROM journal;
        DELETE FROM journal_change WHERE seq IN dropped; DELETE FROM journal WHERE seq IN dropped;
        """)
    case .leakedWords:
      ended.exitCode = 75
      ended.errors = "prodpair: database is locked\n"
      add(.note)
    case .unexplainedRefusal:
      ended.exitCode = 70
      ended.errors = "prodpair: not today\n"
      add(.note)
    case .longWait:
      ended.duration = .seconds(61)
      add(.list)
    }
  }
}
