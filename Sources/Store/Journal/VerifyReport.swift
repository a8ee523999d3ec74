/// What `verify` found, and where the chain stands.
public struct VerifyReport: Hashable, Sendable {
  /// To be kept somewhere else, and given to a later `verify(against:)`.
  public var head: JournalHead
  public var entryCount: Int
  public var changeCount: Int
  public var rowCount: Int
  /// Empty when all is as the journal says. At most `VerifyReport.limit` are listed.
  public var findings: [VerifyFinding]
  /// Whether there were more findings than are listed.
  public var isCut: Bool

  public static let limit = 1000

  public var isSound: Bool { findings.isEmpty }
}

/// One thing that is not as the journal says.
public enum VerifyFinding: Hashable, Sendable {
  /// Entries `from` to `through` are not there.
  case entriesMissing(from: Int, through: Int)
  /// The entry or one of its changes isn't what was hashed.
  case entryAltered(seq: Int)
  /// The entry doesn't follow the one before it.
  case chainBroken(seq: Int)
  case changeWithoutEntry(seq: Int, table: String, key: String)
  /// The head row doesn't name the last entry.
  case headDiffers(recorded: JournalHead, last: JournalHead)
  /// The journal ends before the exported head: its last entries were cut off.
  case tailDropped(exported: JournalHead)
  /// The entry that was the head has another hash now.
  case historyRewritten(exported: JournalHead)

  /// The row holds something else than the last entry left; the columns that differ.
  case rowEdited(table: String, key: String, columns: [String], seq: Int)
  /// A row that no entry wrote.
  case rowNotJournalled(table: String, key: String)
  /// A row that the last entry left, and that is gone.
  case rowVanished(table: String, key: String, seq: Int)
  /// The content doesn't have the hash that stands for it in the journal.
  case contentAltered(table: String, key: String, column: String)
  /// The journal speaks of a table that this program doesn't know.
  case unknownTable(table: String)
  /// A table holds what can't be read as a row.
  case unreadable(place: String, detail: String)
}

extension VerifyFinding: CustomStringConvertible {
  public var description: String {
    switch self {
    case .entriesMissing(let from, let through):
      from == through ? "entry \(from) is missing" : "entries \(from) to \(through) are missing"
    case .entryAltered(let seq): "entry \(seq) was altered"
    case .chainBroken(let seq): "entry \(seq) doesn't follow the entry before it"
    case .changeWithoutEntry(let seq, let table, let key): "a change of \(table) \(key) belongs to no entry (\(seq))"
    case .headDiffers(let recorded, let last): "the journal's head is \(recorded), but the last entry is \(last)"
    case .tailDropped(let exported): "the journal ends before entry \(exported.seq), which it had"
    case .historyRewritten(let exported): "entry \(exported.seq) is not the one that was exported"
    case .rowEdited(let table, let key, let columns, let seq):
      "\(table) \(key) was edited outside (\(columns.joined(separator: ", "))) since entry \(seq)"
    case .rowNotJournalled(let table, let key): "\(table) \(key) was added outside"
    case .rowVanished(let table, let key, let seq): "\(table) \(key) was removed outside since entry \(seq)"
    case .contentAltered(let table, let key, let column): "\(table) \(key): \(column) doesn't have its hash"
    case .unknownTable(let table): "the journal speaks of \(table), which this program doesn't know"
    case .unreadable(let place, let detail): "\(place) \(detail)"
    }
  }
}
