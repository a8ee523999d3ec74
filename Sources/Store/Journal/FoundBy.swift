/// Rows of another table that are made of a row's columns, to find it by.
public struct FoundBy: Hashable, Sendable {
  /// A column, which is a list as JSON, of which `[]` gives no row.
  struct Part: Hashable, Sendable {
    /// What a plain list is of, as `PlainList` reads it: most are, and SQLite's JSON takes five times as long.
    enum Plain: Hashable, Sendable {
      case none, links
      case texts(kind: String)
    }

    let column: String
    let plain: Plain
    /// Makes the rows of any list; takes the key and the list.
    let insertion: String

    /// The rows of a plain list; nil of any other.
    func rows(of list: Value) -> [(kind: String, value: String)]? {
      guard case .text(let list) = list else { return nil }
      switch plain {
      case .none: return nil
      case .texts(let kind): return PlainList.texts(of: list)?.map { (kind, $0) }
      case .links: return PlainList.links(of: list)
      }
    }
  }

  let parts: [Part]
  /// Takes the key.
  let removal: String
  /// One row; takes kind, value and key.
  let insertion: String

  /// The lists of a row; all empty of a row that there is not, or no longer.
  func lists(of row: Row?, in table: Table) throws(StoreError) -> [Value] {
    var lists: [Value] = []
    let isLive = row.map(table.isLive) ?? false
    for part in parts {
      if let row, isLive { lists.append(try row.value(part.column)) } else { lists.append(.text("[]")) }
    }
    return lists
  }

  func isEmpty(_ lists: [Value]) -> Bool { lists.allSatisfy { $0 == .text("[]") } }

  /// What an item is looked for by: label, owner, blocker (the number of an unresolved one), or a link's kind.
  static let item = FoundBy(
    parts: [
      Part(column: "labels", plain: .texts(kind: "label"), "SELECT 'label', value, ?1 FROM json_each(?2)"),
      Part(column: "owners", plain: .texts(kind: "owner"), "SELECT 'owner', value, ?1 FROM json_each(?2)"),
      Part(
        column: "blockers", plain: .none,
        """
        SELECT 'blocker', CAST(json_extract(value, '$.item') AS TEXT), ?1 FROM json_each(?2)
        WHERE json_extract(value, '$.item') IS NOT NULL AND NOT json_extract(value, '$.isResolved')
        """),
      Part(
        column: "links", plain: .links,
        "SELECT json_extract(value, '$.kind'), json_extract(value, '$.target'), ?1 FROM json_each(?2)"
      ),
    ], removal: "DELETE FROM item_index WHERE item = ?1",
    insertion: "INSERT OR IGNORE INTO item_index (kind, value, item) VALUES (?, ?, ?)")

  /// The rows of `item_index` as they follow from the items that meet a condition.
  static func itemRows(where condition: String) -> String {
    """
    SELECT 'label' AS kind, label.value AS value, number AS item FROM item, json_each(item.labels) AS label
    WHERE item.deleted = 0 AND \(condition)
    UNION ALL
    SELECT 'owner', owner.value, number FROM item, json_each(item.owners) AS owner
    WHERE item.deleted = 0 AND \(condition)
    UNION ALL
    SELECT 'blocker', CAST(json_extract(blocker.value, '$.item') AS TEXT), number
    FROM item, json_each(item.blockers) AS blocker
    WHERE item.deleted = 0 AND json_extract(blocker.value, '$.item') IS NOT NULL
      AND NOT json_extract(blocker.value, '$.isResolved') AND \(condition)
    UNION ALL
    SELECT json_extract(link.value, '$.kind'), json_extract(link.value, '$.target'), number
    FROM item, json_each(item.links) AS link
    WHERE item.deleted = 0 AND \(condition)
    """
  }
}

extension FoundBy.Part {
  fileprivate init(column: String, plain: Plain, _ rows: String) {
    self.init(
      column: column, plain: plain,
      insertion: "INSERT OR IGNORE INTO item_index (kind, value, item) " + rows)
  }
}
