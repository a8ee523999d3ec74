import Domain

extension Reading {
  public func journalHead() throws -> JournalHead {
    guard let row = try first("SELECT seq, hash FROM journal_head WHERE id = 1") else {
      throw StoreError.corrupt(place: "journal_head", detail: "has no row")
    }
    return JournalHead(seq: try row.integer("seq"), hash: CanonicalJSON.hex(try row.blob("hash")))
  }

  public func journalEntry(_ seq: Int) throws -> JournalEntry? {
    try first("SELECT \(JournalEntry.columns) FROM journal WHERE seq = ?", [Value(seq)]).map { try JournalEntry($0) }
  }

  /// The entries that came after one, oldest first: what a process has not seen yet.
  public func journalEntries(after seq: Int, limit: Int) throws -> [JournalEntry] {
    try rows(
      "SELECT \(JournalEntry.columns) FROM journal WHERE seq > ? ORDER BY seq LIMIT ?", [Value(seq), Value(limit)]
    ).map { try JournalEntry($0) }
  }

  /// The entries that came before one, newest first; without one, the newest.
  public func journal(before seq: Int? = nil, limit: Int) throws -> [JournalEntry] {
    try rows(
      "SELECT \(JournalEntry.columns) FROM journal WHERE seq < ? ORDER BY seq DESC LIMIT ?",
      [Value(seq ?? .max), Value(limit)]
    ).map { try JournalEntry($0) }
  }

  /// A window of the journal, newest first: at most `limit` entries below `before` that have all the words in them.
  public func journal(
    matching words: [String], by who: Handle? = nil, before seq: Int? = nil, limit: Int
  ) throws -> [JournalEntry] {
    try journal(matching: words, by: who, "seq < ?", seq ?? .max, order: "DESC", limit: limit)
  }

  /// A window read upwards, oldest first: at most `limit` entries above `after` that have all the words in them.
  public func journal(
    matching words: [String], by who: Handle? = nil, after seq: Int?, limit: Int
  ) throws -> [JournalEntry] {
    try journal(matching: words, by: who, "seq > ?", seq ?? 0, order: "ASC", limit: limit)
  }

  private func journal(
    matching words: [String], by who: Handle?, _ condition: String, _ seq: Int, order: String, limit: Int
  ) throws -> [JournalEntry] {
    let patterns = words.map { WordPattern($0, in: Self.searched) }
    let own = who == nil ? [] : ["by = ?"]
    let conditions = ([condition] + own + patterns.map(\.condition)).joined(separator: " AND ")
    let by = who.map { [Value.text($0.text)] } ?? []
    let sql = "SELECT \(JournalEntry.columns) FROM journal WHERE \(conditions) ORDER BY seq \(order) LIMIT ?"
    let arguments = [Value(seq)] + by + patterns.flatMap(\.arguments) + [Value(limit)]
    return try rows(sql, arguments).map { try JournalEntry($0) }
  }

  private static var searched: [WordPattern.Column] {
    [.text("summary"), .text("command"), .text("by"), .text("login"), .number("seq")]
  }

  /// What others did after an entry, newest first, leaving out some commands; and how much there is of it in all.
  public func journal(
    after seq: Int, notBy who: Handle, leavingOut commands: [String], limit: Int
  ) throws -> (entries: [JournalEntry], count: Int) {
    let marks = commands.map { _ in "?" }.joined(separator: ", ")
    let condition = "seq > ? AND by <> ? AND command NOT IN (\(marks))"
    let arguments: [Value] = [Value(seq), .text(who.text)] + commands.map { .text($0) }
    let entries = try rows(
      "SELECT \(JournalEntry.columns) FROM journal WHERE \(condition) ORDER BY seq DESC LIMIT ?",
      arguments + [Value(limit)]
    ).map { try JournalEntry($0) }
    if entries.count < limit { return (entries, entries.count) }
    let count = try first("SELECT count(*) AS count FROM journal WHERE \(condition)", arguments)?.integer("count")
    return (entries, count ?? entries.count)
  }

  /// What one entry changed, in the order of the writes, a page at a time.
  public func journalChanges(of seq: Int, after ordinal: Int = 0, limit: Int = .max) throws -> [JournalChange] {
    try rows(
      "SELECT \(JournalChange.columns) FROM journal_change WHERE seq = ? AND ordinal > ? ORDER BY ordinal LIMIT ?",
      [Value(seq), Value(ordinal), Value(limit)]
    ).map { try JournalChange($0) }
  }

  /// The same from the last write to the first: at most `limit` changes before one.
  func journalChanges(of seq: Int, before ordinal: Int, limit: Int) throws -> [JournalChange] {
    try rows(
      "SELECT \(JournalChange.columns) FROM journal_change WHERE seq = ? AND ordinal < ? ORDER BY ordinal DESC LIMIT ?",
      [Value(seq), Value(ordinal), Value(limit)]
    ).map { try JournalChange($0) }
  }

  /// The tables and keys that entries after one have touched: what a screen has to read again.
  public func journalTouched(after seq: Int, limit: Int) throws -> [JournalChange] {
    try rows(
      "SELECT \(JournalChange.columns) FROM journal_change WHERE seq > ? ORDER BY seq, ordinal LIMIT ?",
      [Value(seq), Value(limit)]
    ).map { try JournalChange($0) }
  }

  /// The entries that touched a row, newest first.
  public func journal(of table: Table, _ key: [Value], limit: Int) throws -> [JournalEntry] {
    try journal(ofRow: table.keyText(key), in: table.name, limit: limit)
  }

  func journal(ofRow key: String, in table: String, after seq: Int = 0, limit: Int) throws -> [JournalEntry] {
    try rows(
      """
      SELECT \(JournalEntry.columns) FROM journal WHERE seq IN
        (SELECT seq FROM journal_change WHERE table_name = ? AND row_key = ? AND seq > ?)
      ORDER BY seq DESC LIMIT ?
      """, [.text(table), .text(key), Value(seq), Value(limit)]
    ).map { try JournalEntry($0) }
  }
}
