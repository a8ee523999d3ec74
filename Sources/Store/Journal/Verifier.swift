import Crypto
import Foundation

/// Replays the chain and compares the live rows with their last images, in one pass over each and in bounded memory.
///
/// The pass over the journal adds up, for each table, a keyed hash of every image after and takes off that of every
/// image before; what is left must be the sum over the live rows. The key is random, so nobody can edit
/// rows that cancel out. Only a table whose sums differ is searched row by row (`RowSearch`).
struct Verifier {
  let reader: any Reading
  private let key = UInt64.random(in: .min ... .max)
  private(set) var report: VerifyReport
  private var sums: [String: UInt64] = [:]

  init(_ reader: any Reading) throws {
    self.reader = reader
    report = VerifyReport(
      head: try reader.journalHead(), entryCount: 0, changeCount: 0, rowCount: 0, findings: [], isCut: false)
  }

  mutating func run(against exported: JournalHead?) throws {
    try replay(against: exported)
    try findStrayChanges()
    for name in sums.keys.sorted() where reader.catalogue[name] == nil { add(.unknownTable(table: name)) }
    for table in reader.catalogue.tables { try compare(table) }
  }

  mutating func add(_ finding: VerifyFinding) {
    if report.findings.count < VerifyReport.limit { report.findings.append(finding) } else { report.isCut = true }
  }

  private mutating func replay(against exported: JournalHead?) throws {
    var hash = JournalChain.genesis(storeID: try reader.storeID())
    var seq = 0
    if let exported, exported.seq == 0 { compare(exported, seq: 0, hash: hash) }
    try reader.forEachRow("SELECT \(JournalEntry.columns), previous, hash FROM journal ORDER BY seq", []) { row in
      guard let entry = try readable(row) else { return }
      let recorded = try row.blob("hash")
      if entry.seq != seq + 1 { add(.entriesMissing(from: seq + 1, through: entry.seq - 1)) }
      let previous = try row.blob("previous")
      if entry.seq == seq + 1, previous != hash { add(.chainBroken(seq: entry.seq)) }
      if try replayed(entry, after: previous) != recorded { add(.entryAltered(seq: entry.seq)) }
      seq = entry.seq
      hash = recorded
      report.entryCount += 1
      if let exported, exported.seq == seq { compare(exported, seq: seq, hash: hash) }
    }
    let last = JournalHead(seq: seq, hash: CanonicalJSON.hex(hash))
    if last != report.head { add(.headDiffers(recorded: report.head, last: last)) }
    if let exported, exported.seq > seq { add(.tailDropped(exported: exported)) }
  }

  private mutating func readable(_ row: Row) throws -> JournalEntry? {
    do { return try JournalEntry(row) } catch StoreError.corrupt(_, let detail) {
      add(.unreadable(place: "journal entry \(try row.integer("seq"))", detail: detail))
      return nil
    }
  }

  private mutating func compare(_ exported: JournalHead, seq: Int, hash: [UInt8]) {
    if CanonicalJSON.hex(hash) != exported.hash { add(.historyRewritten(exported: exported)) }
  }

  /// The hash that the entry ought to have.
  private mutating func replayed(_ entry: JournalEntry, after previous: [UInt8]) throws -> [UInt8] {
    var hasher = SHA256()
    hasher.update(data: previous)
    var isClean = true
    try reader.forEachRow(
      """
      SELECT table_name, row_key, schema_version, before, after FROM journal_change WHERE seq = ? ORDER BY ordinal
      """, [Value(entry.seq)]
    ) { row in
      // By position: this runs twice per tick of the store's whole life.
      guard case .text(let table) = row.values[0], case .text(let key) = row.values[1],
        case .integer(let schemaVersion) = row.values[2]
      else { return isClean = false }
      let before = image(row.values[3])
      let after = image(row.values[4])
      // A line feed within an image could move the border between two changes without moving a byte.
      if before.map(hasLineFeed) == true || after.map(hasLineFeed) == true { isClean = false }
      hasher.update(
        data: CanonicalJSON.change(
          table: table, key: key, schemaVersion: Int(schemaVersion), before: before, after: after))
      if let before { sums[table, default: 0] &-= keyed(key, before) }
      if let after { sums[table, default: 0] &+= keyed(key, after) }
      report.changeCount += 1
    }
    hasher.update(data: CanonicalJSON.entry(entry))
    return isClean ? Array(hasher.finalize()) : []
  }

  private func image(_ value: Value) -> String? { if case .text(let text) = value { text } else { nil } }

  private func hasLineFeed(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { utf8 in
      utf8.baseAddress.map { memchr($0, 0x0A, utf8.count) != nil } ?? false
    }
  }

  private func keyed(_ rowKey: String, _ image: String) -> UInt64 {
    var rowKey = rowKey
    var image = image
    var hasher = Hasher()
    hasher.combine(key)
    rowKey.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(UInt8(0xFF))
    image.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  private mutating func findStrayChanges() throws {
    let count = try reader.first("SELECT count(*) AS n FROM journal_change")?.integer("n") ?? 0
    guard count != report.changeCount else { return }
    try reader.forEachRow(
      """
      SELECT seq, table_name, row_key FROM journal_change AS change
      WHERE NOT EXISTS (SELECT 1 FROM journal WHERE journal.seq = change.seq) LIMIT ?
      """, [Value(VerifyReport.limit)]
    ) { row in
      add(
        .changeWithoutEntry(
          seq: try row.integer("seq"), table: try row.text("table_name"), key: try row.text("row_key")))
    }
  }

  private mutating func compare(_ table: Table) throws {
    var sum = sums[table.name, default: 0]
    let width = table.imageColumns.count
    let list = (table.imageColumns + table.keptOut.map(\.column)).map(Table.quoted).joined(separator: ", ")
    try reader.forEachRow("SELECT \(list) FROM \(Table.quoted(table.name))", []) { row in
      report.rowCount += 1
      let rowKey = table.keyText(try table.keyValues(of: row))
      let values = table.keptOut.isEmpty ? row.values : Array(row.values.prefix(width))
      sum &-= keyed(rowKey, String(decoding: CanonicalJSON.image(values, of: table), as: UTF8.self))
      for kept in table.keptOut where row[kept.column]?.sha256 != (try row.optionalText(kept.hash)) {
        add(.contentAltered(table: table.name, key: rowKey, column: kept.column))
      }
    }
    guard sum != 0 else { return }
    try RowSearch(reader: reader, table: table).run { add($0) }
  }
}
