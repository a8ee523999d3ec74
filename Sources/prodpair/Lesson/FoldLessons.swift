import ArgumentParser
import Domain
import Exchange
import Host
import Store
import Workflow

extension LessonCommands {
  struct Fold: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "fold",
      abstract: "Make a checklist's next version of lessons: in the store, in its file, and in git if asked.",
      usage: """
        prodpair lesson fold <lesson> ... --reason <why> [--commit] [--file <path> | --no-file]
        prodpair lesson fold <lesson> ... --reason <why> (--edit | --with <path>)
        prodpair lesson fold <lesson> ... --dry-run
        prodpair lesson fold <lesson> ... --into <version>
        """,
      discussion: """
        The lessons are folded in the order given, as one version; every line that they do not touch stays byte for \
        byte. A lesson whose step has changed meanwhile is a conflict: both sides are shown, and nothing is written. \
        --edit opens the page, with what could be folded in it, in your editor; --with takes the page from a file; what \
        is written there settles every conflict. --commit makes one commit of the file on the branch that is checked \
        out, with Lesson:, Incident: and Run: trailers, and pushes nothing; branches that git config \
        prodpair.protectedBranch names are refused.

        Prints the new version, then the file and the commit. Other files of the checklist on this machine that are \
        behind now are named on standard error.
        """)

    @OptionGroup var acting: ActingOptions
    @OptionGroup(title: "The page") var page: PageOptions

    @Option(help: ArgumentHelp("Why there is a new version.", valueName: "why"))
    var reason: String?

    @Flag(help: "Commit the file to git.")
    var commit = false

    @Option(
      help: ArgumentHelp("Which of the checklist's files is written, where it has several.", valueName: "path"),
      completion: .file(extensions: ["md", "markdown"]))
    var file: String?

    @Flag(name: .customLong("no-file"), help: "Make the version in the store alone; sync brings the files up to it.")
    var isStoreOnly = false

    @Flag(name: .customLong("dry-run"), help: "Show what would change, and do nothing.")
    var isDryRun = false

    @Option(help: ArgumentHelp("Say that this version has them already.", valueName: "version"))
    var into: Int?

    @Argument(help: ArgumentHelp("The lessons.", valueName: "lesson"), completion: Completions.lessons)
    var numbers: [LessonNumber]

    func validate() throws {
      if file != nil, isStoreOnly { throw ValidationError("--file names the file that --no-file leaves out: use one") }
      if commit, isStoreOnly { throw ValidationError("--commit commits the file that --no-file leaves out: use one") }
      guard into == nil else {
        if reason != nil || commit || file != nil || isStoreOnly || isDryRun || page.isGiven {
          throw ValidationError(
            "--into names a version that is there, so nothing is made: it goes with no other option")
        }
        return
      }
      if !isDryRun, reason?.allSatisfy(\.isWhitespace) ?? true {
        throw ValidationError("say why there is a new version with --reason")
      }
    }

    func run() throws {
      if let into { return try settle(into: into) }
      try page.checkTerminal()
      let session = try acting.session()
      let plan = try session.store.read { try FoldPlan.make(numbers, in: $0) }
      let written = try page.plan(from: plan)
      do {
        let fold = Workflow.Fold(written.plan, reason: reason ?? "", target: target, isCommitted: commit)
        if isDryRun { return try preview(fold, in: session) }
        let outcome = try fold.run(in: session.store, by: session.actor, at: Session.now)
        try Output.text(FoldReport.text(outcome))
        Output.note(try FoldReport.filesBehind(outcome, in: session.store))
      } catch {
        throw written.keeping(error, lessons: numbers)
      }
    }

    private var target: FoldTarget { isStoreOnly ? .storeOnly : file.map { .file($0) } ?? .itsFile }

    private func preview(_ fold: Workflow.Fold, in session: Session) throws {
      try Output.text(FoldReport.preview(fold.plan))
      let path = try fold.check(in: session.store)
      Output.note(path.map { "would write \($0)" } ?? "would write no file")
    }

    private func settle(into version: Int) throws {
      let session = try acting.session()
      let lessons = numbers.firstOfEach
      let carrier = try session.store.read { reader in
        let found = try lessons.map { try reader.lesson($0) }
        guard let first = found.first, let step = first.step, found.allSatisfy({ $0.step == step }) else {
          return StepID?.none
        }
        // The anchor of a step that was to be added does not carry it.
        if case .add = first.edit { return nil }
        return try reader.version(of: first.checklist, number: version).steps.first { $0.id == step }?.id
      }
      try session.perform(SettleLessons(lessons, .folded(version: version, step: carrier)))
      try Output.text(lessons.map { "lesson \($0): v\(version) has it" }.joined(separator: "\n"))
    }
  }
}
