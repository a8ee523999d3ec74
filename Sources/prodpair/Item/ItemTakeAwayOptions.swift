import ArgumentParser
import Domain

/// What is no longer to be said of an item.
struct ItemTakeAwayOptions: ParsableArguments {
  @Option(
    name: .customLong("no-label"), help: ArgumentHelp("Take a label off; may be repeated.", valueName: "name"),
    completion: Completions.labels)
  var labels: [NameList] = []

  @Flag(name: .customLong("no-epic"), help: "Take it out of its epic.")
  var isWithoutEpic = false

  @Option(
    name: .customLong("no-owner"),
    help: ArgumentHelp("Take somebody off it; may be repeated.", valueName: "handle"), completion: Completions.people)
  var owners: [NameList] = []

  @Flag(name: .customLong("no-due"), help: "It is due on no day.")
  var isWithoutDue = false

  @Option(
    name: .customLong("unblock"),
    help: ArgumentHelp(
      "It no longer waits for this: an item's number, or the words; may be repeated.", valueName: "item"),
    completion: Completions.items)
  var blockers: [String] = []

  @Option(
    name: .customLong("done"),
    help: ArgumentHelp("A task is done: its number or its words; may be repeated.", valueName: "task"))
  var doneTasks: [String] = []

  @Option(
    name: .customLong("not-done"),
    help: ArgumentHelp("A task is not done after all; may be repeated.", valueName: "task"))
  var openTasks: [String] = []

  @Option(
    name: .customLong("no-task"), help: ArgumentHelp("Take a task away; may be repeated.", valueName: "task"))
  var tasks: [String] = []

  @Option(
    name: .customLong("no-link"),
    help: ArgumentHelp("Take a link away: its number or its address; may be repeated.", valueName: "target"))
  var links: [String] = []

  var isGiven: Bool {
    isWithoutEpic || isWithoutDue
      || [blockers, doneTasks, openTasks, tasks, links].contains { !$0.isEmpty } || !labels.isEmpty || !owners.isEmpty
  }
}
