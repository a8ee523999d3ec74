import Domain

/// The header of an export: Tracker's columns, each as often as the busiest item needs it.
struct TrackerExportColumns {
  /// Tracker's, in the order of 2018; those with a pair stand side by side.
  private static let own: [[String]] = [
    ["Id"], ["Title"], ["Labels"], ["Iteration"], ["Iteration Start"], ["Iteration End"], ["Type"], ["Estimate"],
    ["Priority"], ["Current State"], ["Created at"], ["Accepted at"], ["Deadline"], ["Requested By"], ["Description"],
    ["URL"], ["Owned By"], ["Blocker", "Blocker Status"], ["Comment"], ["Task", "Task Status"], ["Pull Request"],
    ["Git Branch"], ["Reviewer"], ["Review Type"], ["Review Status"],
  ]

  /// Columns that stand in every export; the others only where an item has something for them.
  private static let always: Set<String> = Set(own.prefix(17).joined())

  private let groups: [(names: [String], count: Int)]

  static let ownType = "Prodpair Type"
  static let ownLabels = "Prodpair Labels"

  /// - Parameter epicLabels: By the epic's name.
  init(_ items: [Item], _ comments: [ItemNumber: [ItemComment]], _ epicLabels: [String: String]) {
    var most: [String: Int] = [:]
    var further: [String] = []
    let known = Set(Self.own.joined())
    for item in items {
      let own = Self.own(item, epicLabel: item.epic.flatMap { epicLabels[$0] })
      var counts: [String: Int] = [
        Self.ownType: own.type == nil ? 0 : 1, Self.ownLabels: own.labels == nil ? 0 : 1,
        "Owned By": item.owners.count, "Comment": comments[item.number]?.count ?? 0, "Task": item.tasks.count,
        "Blocker": item.blockers.count, "Epic": item.epic == nil ? 0 : 1,
      ]
      for link in item.links { counts[Self.column(of: link), default: 0] += 1 }
      for field in item.extra {
        let name = Self.column(of: field)
        counts[name, default: 0] += 1
        if !known.contains(name), most[name] == nil, counts[name] == 1 { further.append(name) }
      }
      for (name, count) in counts where count > 0 { most[name] = max(most[name] ?? 0, count) }
    }
    let names = Self.own + [["Epic"], ["Link"], [Self.ownType], [Self.ownLabels]] + further.map { [$0] }
    groups = names.compactMap { names in
      let count = max(most[names[0]] ?? 0, Self.always.contains(names[0]) ? 1 : 0)
      return count > 0 ? (names, count) : nil
    }
  }

  var header: [String] {
    groups.flatMap { group in
      repeatElement(group.names.map(FormulaGuard.guarded), count: group.count).flatMap(\.self)
    }
  }

  func fields(_ row: TrackerRow) -> [String] {
    groups.flatMap { group in
      (0..<group.count).flatMap { index in
        group.names.map { name in
          let values = row.values[name] ?? []
          return index < values.count ? values[index] : ""
        }
      }
    }
  }

  /// The type and the labels of an item that are not what would be read of Tracker's columns; nil where they are.
  static func own(_ item: Item, epicLabel: String?) -> (type: String?, labels: String?) {
    let written = TrackerLabels.write(item, epicLabel: epicLabel)
    let read = TrackerLabels.read(written.labels, type: written.type, epicLabel: epicLabel)
    let labels = item.labels.isEmpty ? TrackerLabels.none : item.labels.joined(separator: ",")
    return (read.type == item.type ? nil : item.type.rawValue, read.labels == item.labels ? nil : labels)
  }

  static func column(of link: ItemLink) -> String {
    switch link.kind {
    case .url: "URL"
    case .pullRequest: "Pull Request"
    case .branch: "Git Branch"
    default: "Link"
    }
  }

  /// Tracker's column where the name is one that this program has no field for; else a column of its own.
  static func column(of field: SourceField) -> String {
    let isOurs = TrackerColumn.names[field.name.lowercased()] != nil
    return isOurs || field.name.hasPrefix(TrackerColumn.extraPrefix)
      ? TrackerColumn.extraPrefix + field.name : field.name
  }
}
