import Domain

/// `pair toil --days N --json`, and the toil of a hand-over.
public enum ToilJSON {
  public static func list(_ entries: [ToilEntry]) -> JSON { JSON(entries, element: json) }

  static func json(_ entry: ToilEntry) -> JSON {
    [
      "number": .integer(entry.number), "team": JSON(entry.team), "person": JSON(entry.person),
      "minutes": .integer(entry.minutes), "what": .string(entry.what), "item": JSON(entry.item?.value),
      "at": JSON(entry.at),
    ]
  }
}
