import Domain

/// What `item edit` makes of each item.
struct ItemChange: Sendable {
  var title: String?
  var description: String?
  var type: ItemType?
  var team: TeamName?
  var labels: [String] = []
  var goneLabels: Set<String> = []
  /// Nil leaves the epic; an empty text takes the item out of it.
  var epic: String?
  var owners: [Handle] = []
  var goneOwners: Set<Handle> = []
  var requester: Handle?
  /// Nil leaves the day; an empty text takes it away.
  var due: String?
  var blockers: [Blocker] = []
  var resolved: [String] = []
  var tasks: [ItemTask] = []
  var done: [String] = []
  var notDone: [String] = []
  var goneTasks: [String] = []
  var links: [ItemLink] = []
  var goneLinks: [String] = []

  /// - Throws: ``ItemCommandError`` where it takes away what the item does not have.
  func apply(to item: inout Item) throws(ItemCommandError) {
    item.title = title ?? item.title
    item.description = description ?? item.description
    item.type = type ?? item.type
    item.team = team ?? item.team
    item.labels += labels
    for label in goneLabels.sorted() where !item.labels.contains(label) { throw .noSuchLabel(label, item.number) }
    item.labels.removeAll { goneLabels.contains($0) }
    if let epic { item.epic = epic.isEmpty ? nil : epic }
    item.owners += owners
    for owner in goneOwners.sorted(by: { $0.text < $1.text }) where !item.owners.contains(owner) {
      throw .noSuchOwner(owner, item.number)
    }
    item.owners.removeAll { goneOwners.contains($0) }
    item.requester = requester ?? item.requester
    if let due { item.due = due.isEmpty ? nil : due }
    for name in resolved {
      guard let index = item.blockers.firstIndex(where: { !$0.isResolved && $0.isNamed(name) }) else {
        throw .noSuchBlocker(name, item.number)
      }
      item.blockers[index].isResolved = true
    }
    item.blockers += blockers.filter { !item.blockers.contains($0) }
    // Numbers are those that were shown: nothing is taken away before all were looked up.
    for name in done { item.tasks[try task(name, of: item)].isDone = true }
    for name in notDone { item.tasks[try task(name, of: item)].isDone = false }
    var gone: Set<Int> = []
    for name in goneTasks { gone.insert(try task(name, of: item)) }
    item.tasks = item.tasks.enumerated().filter { !gone.contains($0.offset) }.map(\.element) + tasks
    for target in goneLinks {
      guard item.links.contains(where: { $0.target == target }) else { throw .noSuchLink(target, item.number) }
      item.links.removeAll { $0.target == target }
    }
    item.links += links.filter { !item.links.contains($0) }
  }

  /// By its number from 1, else by how it begins.
  private func task(_ name: String, of item: Item) throws(ItemCommandError) -> Int {
    if let number = Int(name), item.tasks.indices.contains(number - 1) { return number - 1 }
    let wanted = name.lowercased()
    guard
      let index = item.tasks.firstIndex(where: { $0.text.lowercased() == wanted })
        ?? item.tasks.firstIndex(where: { $0.text.lowercased().hasPrefix(wanted) })
    else { throw .noSuchTask(name, item.number) }
    return index
  }
}

extension Blocker {
  /// By the item's number, else by how the words begin.
  fileprivate func isNamed(_ name: String) -> Bool {
    if let item { return name == "\(item)" || name == "#\(item)" }
    return text.lowercased().hasPrefix(name.lowercased())
  }
}
