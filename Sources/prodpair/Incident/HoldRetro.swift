import ArgumentParser
import Domain
import Exchange
import Store
import Workflow

extension IncidentCommands {
  /// `incident retro`.
  struct HoldRetro: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "retro", abstract: "Open the retro of an incident, write it, show it, close it.",
      usage: """
        prodpair incident retro <incident> [--with <incident>] [<options>]
        prodpair incident retro --run <run> | --near-miss <text> | --retro <number> [<options>]
        prodpair incident retro --list [--team <name>] [--all] [--json]
        """,
      discussion: """
        Without options it opens the retro where there is none, and prints its number alone; else it shows it. --show, \
        --json and --markdown only look. The questions are what-happened, what-went-wrong, will-it-happen-again and \
        what-do-we-do. A retro closes when each of them has an answer, or an action with an owner and a date (`prodpair \
        incident action`); its incidents are closed with it.
        """)

    @OptionGroup var acting: ActingOptions

    @Argument(help: "The incident.")
    var incident: Int?

    @Option(name: .customLong("with"), help: ArgumentHelp("A further incident; may be repeated.", valueName: "number"))
    var further: [Int] = []

    @Option(
      name: .customLong("run"), help: ArgumentHelp("The review of this run.", valueName: "run"),
      completion: Completions.runs)
    var ofRun: RunNumber?

    @Option(
      name: .customLong("near-miss"), help: ArgumentHelp("Open the review of what nearly happened.", valueName: "text"))
    var nearMiss: String?

    @Option(help: ArgumentHelp("The retro by its own number.", valueName: "number"))
    var retro: RetroNumber?

    @Option(
      help: ArgumentHelp("With --near-miss whose it was, with --list whose to list.", valueName: "name"),
      completion: Completions.teams)
    var team: TeamName?

    @OptionGroup(title: "What it says") var writing: RetroWritingOptions

    @Flag(help: "It is being discussed.")
    var inReview = false

    @Flag(help: "It was held, and the answers stand.")
    var reviewed = false

    @Flag(help: "Close it, and its incidents with it.")
    var close = false

    @Flag(help: "Take it one state back.")
    var reopen = false

    @Flag(help: "List the retros that are not closed.")
    var list = false

    @Flag(help: "With --list: the closed ones too.")
    var all = false

    @Flag(help: "Show it; open nothing.")
    var show = false

    @Flag(help: "Print one self-contained Markdown page.")
    var markdown = false

    @Flag(name: .customLong("json"), help: "Print JSON, whose keys docs/json.md describes.")
    var isJSON = false

    private var moves: Int { [inReview, reviewed, close, reopen].count { $0 } }

    func validate() throws {
      let named = [incident != nil, ofRun != nil, nearMiss != nil, retro != nil, list].count { $0 }
      if named != 1 { throw ValidationError("say which retro: an incident, or --run, --near-miss, --retro, --list") }
      if let wrong = ([incident].compactMap(\.self) + further).first(where: { $0 < 1 }) {
        throw ValidationError("\(wrong) is no incident's number")
      }
      if !further.isEmpty, incident == nil { throw ValidationError("--with goes with an incident") }
      if all, !list { throw ValidationError("--all goes with --list") }
      if team != nil, !list, nearMiss == nil { throw ValidationError("--team goes with --near-miss or --list") }
      if let nearMiss, nearMiss.allSatisfy(\.isWhitespace) {
        throw ValidationError("--near-miss takes at least a word")
      }
      if moves > 1 { throw ValidationError("--in-review, --reviewed, --close, --reopen: use one of them") }
      if isJSON, markdown { throw ValidationError("--json and --markdown are two forms of output: use one of them") }
      let writes = writing.isGiven || moves > 0
      if list, writes || show || markdown { throw ValidationError("--list takes --team, --all and --json") }
      if show, writes { throw ValidationError("--show only looks: leave it out to change something") }
    }

    func run() throws {
      let session = try acting.session()
      if list { return try tellAll(session) }
      let change = try writing.change(by: session.actor.handle)
      let isReading = change == nil && moves == 0
      let found = try session.store.read { try subject.find(in: $0)?.number }
      if isReading, let found { return try tell(found, session) }
      if isReading, show || markdown || isJSON {
        throw RetroCommandError.noRetroYet(subject.words, opensWith: "prodpair incident retro \(opening)")
      }
      let writing = WriteRetro(subject: subject, change: change)
      let outcome =
        moves > 0
        ? try session.perform(WriteAndMoveRetro(writing: writing, state: state)) : try session.perform(writing)
      let record = try IncidentRecords.record(of: outcome.retro, in: session.store, at: Session.now)
      if isJSON { return try Output.json(RetroJSON.json(record)) }
      if markdown { return try Output.text(RetroMarkdown.page(record)) }
      try Output.text(outcome.isOpened ? "\(outcome.retro)" : RetroReport.line(record))
      if outcome.isOpened { Output.note(RetroReport.line(record)) }
      if close { Output.note(RetroReport.loose(record)) }
    }

    private var subject: RetroSubject {
      if let retro { return .retro(retro) }
      if let ofRun { return .run(ofRun) }
      if let nearMiss { return .nearMiss(nearMiss, team: team) }
      return .incidents(([incident].compactMap(\.self) + further).map { IncidentNumber($0) })
    }

    /// What the command line names that opens one.
    private var opening: String {
      ofRun.map { "--run \($0)" } ?? nearMiss.map { _ in "--near-miss TEXT" } ?? incident.map(String.init) ?? ""
    }

    /// Nil is one back.
    private var state: RetroState? { inReview ? .inReview : reviewed ? .reviewed : close ? .closed : nil }

    private func tell(_ number: RetroNumber, _ session: Session) throws {
      let record = try IncidentRecords.record(of: number, in: session.store, at: Session.now)
      if isJSON { return try Output.json(RetroJSON.json(record)) }
      try Output.text(markdown ? RetroMarkdown.page(record) : RetroText.text(record))
    }

    private static let most = 500

    private func tellAll(_ session: Session) throws {
      let lines = try session.store.read { reader in
        try reader.retroLines(
          of: try team.map { try reader.team($0).name }, isOpen: all ? nil : true, limit: Self.most)
      }
      if isJSON { return try Output.json(RetroJSON.list(lines, at: Session.now)) }
      if lines.isEmpty { Output.note("no retro is open: `prodpair incident retro INCIDENT` opens one") }
      try Output.text(RetroListText.text(lines, at: Session.now))
      if lines.count == Self.most { Output.note("the newest \(Self.most): there may be more") }
    }
  }
}
