import ArgumentParser
import Domain
import Exchange
import Store

extension ItemCommands {
  struct Groom: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "groom",
      abstract: "Groom: decide about one item after the other that needs it.",
      usage: """
        prodpair item groom [<filter>]
        prodpair item groom --list [<filter>] [--json]
        prodpair item groom --log [<session>] [--json]
        prodpair item groom --sessions [--json]
        prodpair item groom --end
        prodpair item groom decide <item> <decision>
        """,
      discussion: """
        On a terminal it opens the screen on the team's open session, or on a new one; elsewhere it lists what waits, as \
        --list does. An item is asked about while it is rejected, past due, blocked, unowned though it is under way, \
        unestimated, or stale: not touched for 30 days. With a filter a new session is about those items alone.
        """,
      subcommands: [Session.self, Decide.self], defaultSubcommand: Session.self)
  }
}

extension ItemCommands.Groom {
  struct Session: ParsableCommand {
    /// How many are listed where nothing else is said.
    private static let usual = 200

    static let configuration = CommandConfiguration(
      commandName: "session",
      abstract: "Open the session's screen, list what waits, show what was decided, or end it.",
      usage: "prodpair item groom [<filter>] [--list | --log [<session>] | --sessions | --end] [--json]",
      discussion: "This is what `prodpair item groom` does where no other verb follows.")

    @OptionGroup var acting: ActingOptions
    @OptionGroup var owning: TeamOption

    @Flag(name: .customLong("list"), help: "List what waits for a decision, and why, in the order of asking.")
    var isList = false

    @Flag(name: .customLong("log"), help: "Show what was decided, newest first; a number names an earlier session.")
    var isLog = false

    @Flag(name: .customLong("sessions"), help: "List the team's sessions, newest first.")
    var isSessions = false

    @Flag(name: .customLong("end"), help: "End the open session; what still waits is asked by the next.")
    var isEnd = false

    @Flag(name: .customLong("json"), help: "Print JSON, whose keys docs/json.md describes.")
    var isJSON = false

    @Option(help: ArgumentHelp("At most so many.", valueName: "count"))
    var limit: Int?

    @Argument(
      parsing: .allUnrecognized, help: ArgumentHelp("Which items, in the language of filters.", valueName: "filter"),
      completion: Completions.filters)
    var words: [String] = []

    func validate() throws {
      try FilterWords.check(words)
      if [isList, isLog, isSessions, isEnd].count(where: \.self) > 1 {
        throw ValidationError("--list, --log, --sessions and --end: use one of them")
      }
      if let limit, limit < 1 { throw ValidationError("--limit is a count from 1") }
      if isLog, words.count > 1 || !words.allSatisfy({ Int($0) != nil }) {
        throw ValidationError("--log takes the number of one session, or none")
      }
      if isSessions || isEnd, !words.isEmpty { throw ValidationError("a filter goes with no --sessions and no --end") }
      if isEnd, isJSON { throw ValidationError("--json is for what reads") }
    }

    func run() throws {
      if !isList, !isLog, !isSessions, !isEnd, !isJSON, OpenScreen.hasTerminal { return try openScreen() }
      let session = try acting.session()
      let team = try session.store.read { try $0.team(orOnly: owning.team) }
      if isEnd { return try end(session, team) }
      if isLog { return try log(session, team) }
      if isSessions { return try sessions(session, team) }
      try list(session, team)
    }

    private func openScreen() throws {
      if acting.handle != nil {
        throw ValidationError(
          "--as does not go with the screen, which is of who sits there: `item groom decide` takes it")
      }
      var team: TeamName?
      if owning.team != nil || !words.isEmpty {
        let session = try acting.session()
        team = try session.store.read { try $0.team(orOnly: owning.team) }.name
        if let team, !words.isEmpty {
          try session.perform(StartGrooming(team, filter: words.joined(separator: " ")))
        }
        try session.store.close()
      }
      try OpenScreen.open(acting.store.location(), on: .grooming(team))
    }

    private func end(_ session: prodpair.Session, _ team: Team) throws {
      let open = try session.store.read { try $0.openGrooming(of: team.name) }
      guard let open else { throw GroomingRefusal.noneOpen(team.name) }
      try session.perform(EndGrooming(open.number))
      try Output.text("grooming session \(open.number): ended")
    }

    private func log(_ session: prodpair.Session, _ team: Team) throws {
      let (lines, clock) = try session.store.read { reader in
        let named = words.first.flatMap { Int($0) }.map { GroomingNumber($0) }
        let number = try named ?? reader.groomings(of: team.name, limit: 1).first?.grooming.number
        let grooming = try number.map { try reader.grooming($0) }
        let lines = try grooming.map { try reader.groomingLog(of: $0.number, limit: limit ?? Self.usual) } ?? []
        return (lines, try reader.clock(of: grooming?.team ?? team.name))
      }
      if isJSON { return try Output.json(JSON(lines, element: GroomingJSON.decision)) }
      try Output.text(GroomingText.log(lines, in: clock))
      if lines.isEmpty { Output.note("nothing was decided") }
    }

    private func sessions(_ session: prodpair.Session, _ team: Team) throws {
      let (sessions, clock) = try session.store.read { reader in
        (try reader.groomings(of: team.name, limit: limit ?? Self.usual), try reader.clock(of: team.name))
      }
      if isJSON { return try Output.json(JSON(sessions, element: GroomingJSON.session)) }
      try Output.text(GroomingText.sessions(sessions, in: clock))
      if sessions.isEmpty { Output.note("no grooming sessions") }
    }

    private func list(_ session: prodpair.Session, _ team: Team) throws {
      let queue = try session.store.read { reader in
        try reader.groomingQueue(
          of: team.name, at: prodpair.Session.now, filter: words.joined(separator: " "), me: session.actor.handle,
          limit: limit ?? Self.usual)
      }
      if isJSON { return try Output.json(JSON(queue.entries, element: GroomingJSON.entry)) }
      try Output.text(GroomingText.queue(queue))
      if queue.entries.isEmpty { Output.note("nothing waits for a decision") }
      if queue.waiting > queue.entries.count {
        let all = queue.waiting >= GroomingQueue.most ? "\(queue.waiting) or more" : "\(queue.waiting)"
        Output.note("the first \(queue.entries.count) of \(all): --limit lists more")
      }
    }
  }
}
