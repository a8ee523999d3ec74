import ArgumentParser
import ChecklistFile
import Domain
import Exchange
import Store
import Workflow

extension LessonCommands {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List lessons, newest first: those that are open.",
      discussion: """
        --fate and --all list settled ones too. Words narrow the list to lessons that have each of them somewhere, and \
        may be state:folded, source:redline, by:ana, checklist:new-release or run:42, as on the screen. The newest 100, unless \
        --limit or --all says otherwise; standard error says when there are more.
        """)

    @OptionGroup var reading: ReadingOptions

    @Option(help: ArgumentHelp("Only on this checklist.", valueName: "name"), completion: Completions.checklists)
    var checklist: ChecklistName?

    @Option(name: .customLong("source"), help: "Only those that come from that; may be repeated.")
    var sources: [LessonSource.Kind] = []

    @Option(name: .customLong("fate"), help: "Only those with that fate; may be repeated.")
    var fates: [LessonFate.Kind] = []

    @Option(
      name: .customLong("run"), help: ArgumentHelp("Only those that this run taught.", valueName: "run"),
      completion: Completions.runs)
    var taughtBy: RunNumber?

    @Option(
      help: ArgumentHelp("Only those that this person learned.", valueName: "handle"), completion: Completions.people)
    var person: Handle?

    @Option(help: ArgumentHelp("At most so many.", valueName: "count"))
    var limit: Int?

    @Option(help: ArgumentHelp("Only those before this lesson.", valueName: "lesson"))
    var before: LessonNumber?

    @Flag(help: "All of them, in every state.")
    var all = false

    @Argument(help: "Words to look for.")
    var words: [String] = []

    func validate() throws {
      if let limit, limit < 1 { throw ValidationError("--limit is a count from 1") }
      if all, limit != nil { throw ValidationError("--limit cuts off what --all asks for: use one of them") }
    }

    func run() throws {
      let wanted = all ? Int.max : limit ?? 100
      let lessons = try reading.store.open().read { reader in
        if let checklist { _ = try reader.latestVersion(of: checklist) }
        // One more than is shown tells whether there are more.
        return try reader.lessons(filter, before: before, limit: wanted == .max ? wanted : wanted + 1)
      }
      let shown = Array(lessons.prefix(wanted))
      if reading.isJSON {
        try Output.json(LessonJSON.list(shown))
      } else {
        try Output.text(LessonListText.text(shown, at: Session.now))
        if shown.isEmpty { Output.note(all || !fates.isEmpty ? "no lessons" : "no open lessons") }
      }
      if lessons.count > shown.count { Output.note("the newest \(shown.count) of more: --all lists all") }
    }

    private var filter: LessonFilter {
      var filter = LessonFilter(typed: words)
      filter.checklist = checklist ?? filter.checklist
      filter.sources.formUnion(sources)
      filter.fates.formUnion(fates)
      if all || !fates.isEmpty { filter.isOpen = nil }
      filter.run = taughtBy ?? filter.run
      filter.person = person ?? filter.person
      return filter
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show a lesson: where it comes from, what it proposes, what it runs into now, and its fate.")

    @OptionGroup var reading: ReadingOptions

    @Argument(help: ArgumentHelp("The lesson's number.", valueName: "lesson"), completion: Completions.lessons)
    var number: LessonNumber

    func run() throws {
      let (record, changes, clock) = try reading.store.open().read { reader in
        let (record, changes) = try LessonLookup.record(of: number, in: reader)
        return (record, changes, try reader.clock())
      }
      if reading.isJSON { return try Output.json(LessonShowJSON.json(record, changes: ChangeJSON.json(changes))) }
      try Output.text(LessonShowText.text(record, in: clock, at: Session.now))
    }
  }
}

/// A lesson, and what folding it would come to now.
enum LessonLookup {
  /// The item of ours that the lesson became; nil where there is none, or none any longer.
  private static func item(of lesson: Lesson, in reader: some Reading) throws -> ItemLine? {
    try lesson.fate?.item.flatMap { try reader.itemIfThere($0) }.map { ItemLine($0) }
  }

  static func record(
    of number: LessonNumber, in reader: some Reading
  ) throws -> (record: LessonRecord, changes: [StepChange]) {
    let lesson = try reader.lesson(number)
    var record = LessonRecord(
      try reader.trail(of: lesson), latest: try reader.latestVersion(of: lesson.checklist),
      recurrenceOf: try lesson.recurrenceOf.map { try reader.lesson($0) },
      recurrences: try reader.recurrences(of: number), item: try item(of: lesson, in: reader))
    guard lesson.isOpen, lesson.edit != nil else { return (record, []) }
    do {
      let plan = try FoldPlan.make([number], in: reader)
      record.conflict = plan.conflicts.first?.conflict
      record.problem = plan.conflicts.first?.words(on: plan.latest.reference)
      record.changes = plan.changes.map(\.markedSummary)
      return (record, plan.changes)
    } catch let error as ChecklistFileError {
      // A page that can't be read any more takes no edit, and the lesson is to be shown all the same.
      record.problem = "\(error)"
      return (record, [])
    }
  }
}
