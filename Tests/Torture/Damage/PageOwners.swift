/// Which table each page of a store belongs to, indexes and overflow included, as SQLite tells it (sqlite.org/dbstat.html).
struct PageOwners: Sendable {
  static let pageSize = 4096
  private let owners: [Int: String]
  /// Tables of which `verify` says nothing, as they can be made anew of the others: full-text indexes, and what figures and
  /// filters look things up in.
  private let derived: Set<String>

  init(of store: String) throws {
    let pages = try Self.rows(
      """
      SELECT pageno, coalesce(tbl_name, dbstat.name) FROM dbstat
      LEFT JOIN sqlite_schema AS entry ON entry.name = dbstat.name;
      """, store)
    owners = Dictionary(
      pages.compactMap { row in row.first.flatMap { Int($0) }.map { ($0, row.last ?? "") } },
      uniquingKeysWith: { first, _ in first })
    let texts = try Self.rows("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%';", store).joined()
    derived = Set(owners.values).filter { owner in
      ["item_index", "run_figure", "run_step"].contains(owner) || texts.contains { owner.hasPrefix($0 + "_") }
    }
  }

  var tables: [String] { Set(owners.values).sorted() }

  func pages(of table: String) -> [Int] { owners.filter { $0.value == table }.keys.sorted() }

  func owner(ofByte offset: Int) -> String {
    if offset < 100 { return "the header" }
    return owners[offset / Self.pageSize + 1] ?? "no table"
  }

  func isDerived(_ table: String) -> Bool { derived.contains(table) }

  private static func rows(_ sql: String, _ store: String) throws -> [[String]] {
    let ended = try Child.run(["sqlite3", "-batch", "-separator", "\t", store], input: sql)
    guard ended.succeeded else { throw TortureError.unprepared(ended) }
    return ended.output.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
  }
}
