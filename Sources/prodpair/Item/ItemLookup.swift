import Domain
import Exchange
import Store

/// An item, and what the store knows about it besides.
enum ItemLookup {
  static func record(of number: ItemNumber, in reader: some Reading) throws -> ItemRecord {
    var record = ItemRecord(
      try reader.item(number), comments: try reader.comments(of: number),
      transitions: try reader.transitions(of: number), runs: try reader.runs(carrying: number),
      waiting: try reader.items(waitingFor: number))
    for blocker in record.item.blockers.compactMap(\.itemNumber) {
      if let title = try reader.itemIfThere(blocker)?.title {
        record.blockerTitles[blocker] = title
      } else {
        record.removedBlockers.insert(blocker)
      }
    }
    for incident in record.item.links.compactMap(\.incident) {
      record.incidents[incident] = try reader.knownIncident(incident)
    }
    for lesson in record.item.links.compactMap(\.lesson) {
      do {
        record.lessons[lesson] = try reader.lesson(lesson)
      } catch Missing.lesson {
        // Taken back since, or the number is another store's: it is all there is to say.
        continue
      }
    }
    return record
  }
}
