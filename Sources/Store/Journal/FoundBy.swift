/// Rows of another table that are made of a row's columns, to find it by.
public struct FoundBy: Hashable, Sendable {
  /// The columns that they are made of: lists as JSON, of which `[]` gives no row.
  let columns: [String]
  /// Takes the key as `?1`.
  let removal: String
  /// Takes the key as `?1`, once the row is written.
  let insertion: String

  /// The lists of a row; all empty of a row that there is not, or no longer.
  func lists(of row: Row?, in table: Table) throws(StoreError) -> [Value] {
    var lists: [Value] = []
    for column in columns {
      if let row, table.isLive(row) { lists.append(try row.value(column)) } else { lists.append(.text("[]")) }
    }
    return lists
  }

  func isEmpty(_ lists: [Value]) -> Bool { lists.allSatisfy { $0 == .text("[]") } }

  /// What an item is looked for by: label, owner, blocker (the number of an unresolved one), or a link's kind.
  static let item = FoundBy(
    columns: ["labels", "owners", "blockers", "links"], removal: "DELETE FROM item_index WHERE item = ?1",
    insertion: "INSERT OR IGNORE INTO item_index (kind, value, item) " + itemRows(where: "item.number = ?1"))

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
