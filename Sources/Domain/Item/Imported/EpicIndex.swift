/// Finds the epic of each item, once a file's epics are known: an epic may stand behind its items.
public struct EpicIndex: Sendable {
  private var names: [String: String] = [:]
  private var labels: [String: String] = [:]

  public init() {}

  public mutating func add(_ epic: ImportedEpic) {
    names[epic.source.text] = epic.name
    if !epic.label.isEmpty { labels[epic.label.lowercased()] = epic.name }
  }

  /// The item's own word for it, then the id that it names, then the first of its labels that is an epic's.
  public func epic(of item: ImportedItem) -> String? {
    if let epic = item.epic { return epic }
    if let id = item.epicID { return names["\(item.source.system.rawValue):\(id)"] }
    return item.labels.lazy.compactMap { labels[$0.lowercased()] }.first
  }
}
