import ArgumentParser
import Domain
import Foundation
import Store

/// What can be said of an item, when it is added and later.
struct ItemFieldOptions: ParsableArguments {
  @Option(help: "What it is.")
  var type: ItemType?

  @Option(help: ArgumentHelp("Markdown, or - for standard input.", valueName: "text"))
  var description: String?

  @Option(
    name: .customLong("label"),
    help: ArgumentHelp("A label, or several as in a,b; may be repeated.", valueName: "name"),
    completion: Completions.labels)
  var labels: [NameList] = []

  @Option(
    help: ArgumentHelp("The epic that it belongs to; made where the team has none of that name.", valueName: "name"),
    completion: Completions.epics)
  var epic: String?

  @Option(
    name: .customLong("owner"),
    help: ArgumentHelp("Who works on it, or a pair as in ana,bo; may be repeated.", valueName: "handle"),
    completion: Completions.people)
  var owners: [NameList] = []

  @Option(help: ArgumentHelp("Who wants it.", valueName: "handle"), completion: Completions.people)
  var requester: Handle?

  @Option(help: ArgumentHelp("The day that it is due, as in 2026-11-30.", valueName: "date"))
  var due: String?

  @Option(
    name: .customLong("blocked-by"),
    help: ArgumentHelp("What it waits for: an item's number, or words; may be repeated.", valueName: "item"),
    completion: Completions.items)
  var blockers: [String] = []

  @Option(
    name: .customLong("task"), help: ArgumentHelp("Something to be done in it; may be repeated.", valueName: "text"))
  var tasks: [String] = []

  @Option(name: .customLong("incident"), help: ArgumentHelp("An incident that it has to do with.", valueName: "number"))
  var incidents: [Int] = []

  @Option(
    name: .customLong("lesson"), help: ArgumentHelp("A lesson that it has to do with.", valueName: "lesson"),
    completion: Completions.lessons)
  var lessons: [LessonNumber] = []

  @Option(name: .customLong("url"), help: ArgumentHelp("An address that it has to do with.", valueName: "address"))
  var addresses: [String] = []

  func validate() throws {
    if let wrong = incidents.first(where: { $0 < 1 }) { throw ValidationError("\(wrong) is no incident's number") }
    for (name, texts) in [("--task", tasks), ("--blocked-by", blockers), ("--url", addresses)]
    where texts.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
      throw ValidationError("\(name) takes at least a word")
    }
    if epic?.allSatisfy(\.isWhitespace) ?? false { throw ValidationError("--epic takes a name") }
  }

  var isGiven: Bool {
    type != nil || description != nil || epic != nil || requester != nil || due != nil || !labels.isEmpty
      || !owners.isEmpty || !blockers.isEmpty || !tasks.isEmpty || !links.isEmpty
  }

  /// What the command line names has to be there; the store looks after owners and items itself.
  func check(in reader: some Reading) throws {
    if let requester { _ = try reader.person(requester) }
    for lesson in lessons { _ = try reader.lesson(lesson) }
  }

  var labelNames: [String] { labels.flatMap(\.names) }
  var ownerHandles: [Handle] { owners.flatMap(\.names).map { Handle($0) } }
  var newTasks: [ItemTask] { tasks.map { ItemTask($0.onOneLine) } }

  /// A number is an item; all else is words.
  var newBlockers: [Blocker] {
    blockers.map { word in
      ItemNumber(argument: word).map { Blocker(item: $0) } ?? Blocker(text: word.onOneLine)
    }
  }

  var links: [ItemLink] {
    incidents.map { ItemLink(.incident, "\($0)") } + lessons.map { ItemLink(.lesson, "\($0)") }
      + addresses.map { ItemLink(.url, $0.onOneLine) }
  }

  func descriptionText() throws -> String? { description == "-" ? try StandardInput.text() : description }
}

extension String {
  /// What belongs on one line: without line breaks, and without the spaces around it.
  var onOneLine: String {
    split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
