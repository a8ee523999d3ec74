import Domain

/// The items that a run carries, as its record tells them.
public enum RunItems {
  /// The list for a terminal or a pipe; empty where there are none.
  public static func text(_ items: [ItemLine]) -> String {
    items.isEmpty
      ? ""
      : TextTable(
        columns: [.init("ITEM", .right), .init("TYPE"), .init("STATE"), .init("TITLE")],
        rows: items.map { [$0.number.description, $0.type.rawValue, $0.state.rawValue, $0.title] }
      ).text
  }

  /// The list for programs.
  public static func json(_ items: [ItemLine]) -> JSON { JSON(items, element: json) }

  /// As in `item 12, feature, finished: Scale the log aggregators`.
  static func item(_ item: ItemLine) -> Phrase {
    "item \(own: item.number), \(own: item.type.rawValue), \(own: item.state.rawValue): \(item.title)"
  }

  static func table(_ items: [ItemLine]) -> MarkdownTable {
    MarkdownTable(
      header: ["Item", "Type", "State", "Title"],
      rows: items.map {
        ["\(own: $0.number)", "\(own: $0.type.rawValue)", "\(own: $0.state.rawValue)", "\($0.title)"]
      })
  }

  static func json(_ item: ItemLine) -> JSON {
    [
      "number": .integer(item.number.value), "type": .string(item.type.rawValue),
      "state": .string(item.state.rawValue), "title": .string(item.title),
    ]
  }
}
