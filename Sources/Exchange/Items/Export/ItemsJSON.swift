import Domain

/// Writes a backlog without loss: every field of its items, their comments and transitions, and the epics.
///
///     {"format": "prodpair-items", "version": 1, "epics": […], "items": […]}
///
/// Each epic and each item is an object with the keys that `ProdpairJSON` reads.
public enum ItemsJSON {
  static let format = "prodpair-items"
  static let version = 1

  /// - Parameters:
  ///   - items: In the order of the backlog; gone through once.
  ///   - comments, transitions: Of each item; asked for as it is written.
  public static func write(
    _ items: some Sequence<Item>, epics: [Epic] = [], names: [Handle: String] = [:],
    comments: (ItemNumber) throws -> [ItemComment] = { _ in [] },
    transitions: (ItemNumber) throws -> [ItemTransition] = { _ in [] }, write: ([UInt8]) throws -> Void
  ) throws {
    func put(_ text: String) throws { try write(Array(text.utf8)) }
    try put("{\"format\": \"\(format)\", \"version\": \(version),\n\"people\": ")
    try put(JSON(Dictionary(uniqueKeysWithValues: names.map { ($0.key.text, $0.value) })).rendered())
    try put(",\n\"epics\": " + JSON(epics, element: epic).rendered() + ",\n\"items\": [")
    var isFirst = true
    for item in items {
      try put(isFirst ? "\n" : ",\n")
      isFirst = false
      var members = ItemShowJSON.members(item)
      members["source"] = source(item.source)
      members["order"] = .string(item.order.text)
      members["comments"] = JSON(try comments(item.number), element: ItemShowJSON.comment)
      members["transitions"] = JSON(try transitions(item.number), element: ItemShowJSON.transition)
      try put(JSON.object(members).rendered())
    }
    try put("\n]}\n")
  }

  private static func epic(_ epic: Epic) -> JSON {
    [
      "team": JSON(epic.team), "name": .string(epic.name), "label": .string(epic.label),
      "description": .string(epic.description), "source": source(epic.source),
    ]
  }

  private static func source(_ source: ItemSource?) -> JSON {
    guard let source else { return nil }
    return ["system": .string(source.system.rawValue), "id": .string(source.id), "marks": .string(source.marks)]
  }
}
