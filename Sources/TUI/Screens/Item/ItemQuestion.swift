import Domain
import Store

/// An item with everything that its page says of it.
struct ItemContent: Sendable {
  var item: Item
  var team: Team
  var comments: [ItemComment]
  var transitions: [ItemTransition]
  /// The runs that carry it, oldest first.
  var runs: [RunNumber]
  /// The items that wait for it.
  var waiting: [ItemNumber]
  /// The titles of the items that it waits for, where they are still there.
  var titles: [ItemNumber: String]
  /// The lessons that it has to do with, where they are still there.
  var lessons: [LessonNumber: Lesson]
  var names: ItemNames
}

extension ItemContent {
  init(_ number: ItemNumber, _ reader: some Reading) throws {
    let item = try reader.item(number)
    var lessons: [LessonNumber: Lesson] = [:]
    for lesson in item.links.compactMap(\.lesson) {
      do {
        lessons[lesson] = try reader.lesson(lesson)
      } catch Missing.lesson {
        // Taken back since: its number is all there is to say.
      }
    }
    self.init(
      item: item, team: try reader.team(item.team), comments: try reader.comments(of: number),
      transitions: try reader.transitions(of: number), runs: try reader.runs(carrying: number),
      waiting: try reader.items(waitingFor: number), titles: try item.blockerTitles(reader), lessons: lessons,
      names: try ItemNames(of: item.team, reader))
  }
}

struct ItemQuestion: Question {
  var number: ItemNumber
  var topic: String { "\(number)" }

  func answer(from backend: any Backend) throws -> ItemContent {
    try backend.onStore { store, _, _ in try store.read { try ItemContent(number, $0) } }
  }
}
