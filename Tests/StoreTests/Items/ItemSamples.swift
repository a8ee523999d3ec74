import CSQLite
import Domain

@testable import Store

extension World {
  static let platform = TeamName("platform")

  @discardableResult
  func add(
    _ title: String, _ type: ItemType = .feature, _ state: ItemState = .unscheduled, by actor: Actor = .ana,
    _ adjust: (inout ItemDraft) -> Void = { _ in }
  ) throws -> ItemNumber {
    var draft = ItemDraft(team: World.platform, title: title, type: type, state: state)
    adjust(&draft)
    return try perform(AddItems(draft), by: actor)[0]
  }

  func item(_ number: ItemNumber) throws -> Item { try store.read { try $0.item(number) } }

  /// The numbers in the team's order.
  func order(of store: Store? = nil) throws -> [Int] {
    try (store ?? self.store).read {
      try $0.items(matching: ItemFilter(), of: World.platform, limit: 10_000).map(\.number.value)
    }
  }

  /// The same file as another process has it.
  func another() throws -> Store { try Store.open(path: path, options: StoreOptions(catalogue: .prodpair)) }

  /// Every row that is not a tombstone, and what items are found by.
  func liveRows() throws -> [String: Set<Row>] {
    var live = try rows().mapValues { $0.filter { $0["deleted"] ?? 0 == 0 } }
    live["item_index"] = Set(try store.read { try $0.rows("SELECT kind, value, item FROM item_index") })
    live["item_text"] = try found("item_text", in: "router cable crème deploy reboot")
    live["item_comment_text"] = try found("item_comment_text", in: "seen again here")
    return live
  }

  private func found(_ table: String, in words: String) throws -> Set<Row> {
    try store.read { reader in
      try words.split(separator: " ").reduce(into: Set()) { found, word in
        found.formUnion(
          try reader.rows("SELECT rowid, '\(word)' AS word FROM \(table) WHERE \(table) MATCH '\(word)'"))
      }
    }
  }

  /// Throws where a table that triggers keep is not as it would be if it were made anew.
  func checkDerived() throws {
    var connection: OpaquePointer?
    defer { sqlite3_close(connection) }
    guard sqlite3_open(path, &connection) == SQLITE_OK, csqlite_keep_wal_on_close(connection) == SQLITE_OK else {
      throw ForgeError(text: "can't open")
    }
    guard sqlite3_exec(connection, Self.derivedCheck, nil, nil, nil) == SQLITE_OK else {
      throw ForgeError(text: String(cString: sqlite3_errmsg(connection)))
    }
  }

  private static let derivedCheck = """
    CREATE TEMP TABLE same (different INTEGER CHECK (different = 0));
    INSERT INTO same SELECT count(*) FROM (
      SELECT kind, value, item FROM item_index EXCEPT SELECT * FROM (\(FoundBy.itemRows(where: "TRUE"))));
    INSERT INTO same SELECT count(*) FROM (
      SELECT kind, value COLLATE NOCASE, item FROM (\(FoundBy.itemRows(where: "TRUE"))) EXCEPT SELECT kind, value, item FROM item_index);
    INSERT INTO item_text (item_text) VALUES ('integrity-check');
    INSERT INTO item_comment_text (item_comment_text) VALUES ('integrity-check');
    CREATE VIRTUAL TABLE temp.fresh USING fts5 (
      title, description, tokenize = 'unicode61 remove_diacritics 2');
    INSERT INTO temp.fresh (rowid, title, description)
      SELECT number, title, description FROM item WHERE deleted = 0;
    CREATE VIRTUAL TABLE temp.fresh_words USING fts5vocab('temp', 'fresh', 'instance');
    CREATE VIRTUAL TABLE temp.kept_words USING fts5vocab('main', 'item_text', 'instance');
    INSERT INTO same SELECT count(*) FROM (SELECT * FROM temp.fresh_words EXCEPT SELECT * FROM temp.kept_words);
    INSERT INTO same SELECT count(*) FROM (SELECT * FROM temp.kept_words EXCEPT SELECT * FROM temp.fresh_words);
    CREATE VIRTUAL TABLE temp.fresh_comment USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');
    INSERT INTO temp.fresh_comment (rowid, text) SELECT id, text FROM item_comment WHERE deleted = 0;
    CREATE VIRTUAL TABLE temp.fresh_said USING fts5vocab('temp', 'fresh_comment', 'instance');
    CREATE VIRTUAL TABLE temp.kept_said USING fts5vocab('main', 'item_comment_text', 'instance');
    INSERT INTO same SELECT count(*) FROM (SELECT * FROM temp.fresh_said EXCEPT SELECT * FROM temp.kept_said);
    INSERT INTO same SELECT count(*) FROM (SELECT * FROM temp.kept_said EXCEPT SELECT * FROM temp.fresh_said);
    """
}

/// Numbers that look random and are the same in every run (Steele, Lea, Flood: SplitMix64).
struct ItemDice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &self) == 0 }
  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
}
