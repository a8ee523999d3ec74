import Domain
import Store

/// An item, and what the store knows about it besides.
struct ShownItem {
  var item: Item
  var comments: [ItemComment]
  var transitions: [ItemTransition]
  var runs: [RunNumber]
  /// The items that wait for it.
  var waiting: [ItemNumber]
  /// The titles of the items that it waits for; one that was removed has none.
  var blockerTitles: [Int: String]

  init(_ number: ItemNumber, in reader: some Reading) throws {
    item = try reader.item(number)
    comments = try reader.comments(of: number)
    transitions = try reader.transitions(of: number)
    runs = try reader.runs(carrying: number)
    waiting = try reader.items(waitingFor: number)
    blockerTitles = [:]
    for blocker in item.blockers.compactMap(\.itemNumber) {
      do {
        blockerTitles[blocker.value] = try reader.item(blocker).title
      } catch Missing.item {
        continue
      }
    }
  }
}
