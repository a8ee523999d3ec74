import Domain

/// What Tracker says by labels: that a chore is toil, and which epic an item is of.
enum TrackerLabels {
  /// No labels, in a field that is not empty.
  static let none = ","

  /// The labels and the type as they are written for Tracker: none twice.
  static func write(_ item: Item, epicLabel: String?) -> (labels: [String], type: ItemType) {
    let further = [item.type == .toil ? "toil" : nil, item.epic == nil ? nil : epicLabel].compactMap(\.self)
    return ((item.labels + further).firstOfEach, item.type == .toil ? .chore : item.type)
  }

  /// What written labels and a written type mean.
  ///
  /// - Parameter epicLabel: the label of the item's epic, where the row names the epic by itself: it stands behind the
  ///   item's own labels for those who read labels alone.
  static func read(_ written: [String], type: ItemType, epicLabel: String?) -> (labels: [String], type: ItemType) {
    var (labels, type) = (written, type)
    if let epicLabel, labels.last?.trimmed == epicLabel { labels.removeLast() }
    if type == .chore, let toil = labels.lastIndex(where: { $0.trimmed.lowercased() == "toil" }) {
      type = .toil
      labels.remove(at: toil)
    }
    return (labels, type)
  }
}
