import Domain

/// `item list` for people.
public enum ItemListText {
  /// A table; empty when there are no items.
  public static func text(_ items: [Item]) -> String {
    TextTable(
      columns: [
        .init("ITEM", .right), .init("TYPE"), .init("STATE"), .init("POINTS", .right), .init("OWNERS"), .init("TITLE"),
        .init("LABELS"),
      ],
      rows: items.map { item in
        [
          item.number.description, item.type.rawValue, item.state.rawValue + (item.isBlocked ? ", blocked" : ""),
          item.points.map(String.init) ?? "", item.owners.map(\.text).joined(separator: ", "), item.title,
          item.labels.joined(separator: ", "),
        ]
      }
    ).text
  }
}
