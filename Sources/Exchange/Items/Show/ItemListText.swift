import Domain

/// `item list` for people.
public enum ItemListText {
  /// A table in the order of the items; empty where there are none.
  public static func text(_ items: [ItemLine]) -> String {
    TextTable(
      columns: [
        .init("ITEM", .right), .init("TYPE"), .init("STATE"), .init("PTS", .right), .init("OWNERS"), .init("DUE"),
        .init("LABELS"), .init("TITLE"),
      ],
      rows: items.map { item in
        [
          item.number.description, item.type.rawValue, item.state.rawValue + (item.isBlocked ? ", blocked" : ""),
          item.points.map(String.init) ?? "", item.owners.map(\.text).joined(separator: ","), item.due ?? "",
          item.labels.joined(separator: ","), item.title,
        ]
      }
    ).text
  }
}
