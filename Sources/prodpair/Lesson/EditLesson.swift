import ArgumentParser
import Domain
import Store

extension LessonCommands {
  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit",
      abstract: "Change what an open lesson says, proposes or comes from; take up a settled one again.",
      discussion: """
        A new proposal is for the checklist's latest version, and its step numbers are that version's. Fields that are \
        not named stay. --reopen takes up again what was declined or became an item; what was folded stays folded.
        """)

    @OptionGroup var acting: ActingOptions
    @OptionGroup(title: "What is to change") var proposal: ProposalOptions
    @OptionGroup(title: "Where it was learned") var origin: LessonOriginOptions

    @Option(help: ArgumentHelp("What was learned, in a sentence.", valueName: "text"))
    var learned: String?

    @Flag(help: "Take it up again.")
    var reopen = false

    @Argument(help: ArgumentHelp("The lesson's number.", valueName: "lesson"), completion: Completions.lessons)
    var number: LessonNumber

    func validate() throws {
      if origin.run != nil, origin.incident != nil {
        throw ValidationError("--run and --incident both say where it comes from: name one of them")
      }
      if origin.again == number { throw ValidationError("lesson \(number) can't be its own trouble come back") }
    }

    func run() throws {
      let hasChange = proposal.isGiven || origin.isGiven || learned != nil
      guard hasChange || reopen else {
        throw CommandLineError.nothingToChange("--learned, a proposed change as `lesson add` takes it, or --run")
      }
      let session = try acting.session()
      if hasChange { try change(in: session) } else { try reopen(in: session) }
      let lesson = try session.store.read { try $0.lesson(number) }
      try Output.text("lesson \(number): \(lesson.edit?.summary ?? lesson.text)")
    }

    private func reopen(in session: Session) throws {
      guard try session.store.read({ try $0.lesson(number) }).isOpen else {
        try session.perform(ReopenLesson(number))
        return
      }
      Output.note("lesson \(number) is open already")
    }

    private func change(in session: Session) throws {
      let (old, version, run) = try session.store.read { reader in
        let lesson = try reader.lesson(number)
        return (lesson, try reader.version(of: lesson.checklist), try origin.run.map { try reader.run($0) })
      }
      let (step, edit) = try proposal.proposal(for: version)
      let source = try source(of: old, run, at: step ?? old.step)
      let (learned, again, isProposed) = (learned, origin.again, proposal.isGiven)
      try session.perform(
        EditLesson(number, reopens: reopen) { lesson in
          // Words that only said what was proposed go with it.
          if isProposed, lesson.text == lesson.edit?.summary { lesson.text = edit == nil ? lesson.text : "" }
          if isProposed { (lesson.step, lesson.edit) = (step, edit) }
          if let learned { lesson.text = learned }
          if let source { lesson.source = source }
          if let again { lesson.recurrenceOf = again }
        })
    }

    /// What the lesson is said to come from now; nil where nothing is said.
    private func source(of lesson: Lesson, _ run: Run?, at step: StepID?) throws -> LessonSource? {
      guard run != nil || origin.incident != nil else { return nil }
      if case .redline(let redlined) = lesson.source {
        throw ValidationError("lesson \(number) is a redline on the record of run \(redlined), and stays one")
      }
      if let run, run.version.reference.checklist != lesson.checklist {
        throw Clash.runOfOther(run.number, run.version.reference.checklist, lesson.checklist)
      }
      let source = try origin.source(of: run, at: step, isRetro: false)
      // Nothing is written on a run afterwards: a redline is made in the run.
      guard case .redline(let run) = source else { return source }
      throw ValidationError("run \(run) is under way: redline it with `prodpair lesson add --run \(run)`")
    }
  }
}
