import ArgumentParser
import Domain
import Exchange
import Store

extension PairCommands {
  struct Out: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "out",
      abstract: "Say that somebody is away, or list who is.",
      usage: """
        prodpair pair out <span> [--who <handle>] [--reason <why>]
        prodpair pair out --back <number>
        prodpair pair out --list [--json]
        """,
      discussion: """
        Prints the absence's number, and on standard error the duties that it hits, of all teams. Nothing is planned \
        anew by it: `pair plan --apply` does that, or `pair replace` for one duty.
        """)

    @OptionGroup var acting: ActingOptions
    @OptionGroup var owning: TeamOption

    @Option(help: ArgumentHelp("Who; else you.", valueName: "handle"), completion: Completions.people)
    var who: Handle?

    @Option(help: ArgumentHelp("Why.", valueName: "why"))
    var reason = ""

    @Option(help: ArgumentHelp("Take the absence of this number back.", valueName: "number"))
    var back: Int?

    @Flag(help: "List the absences that are not over.")
    var list = false

    @Flag(name: .customLong("json"), help: "With --list: print JSON, whose keys docs/json.md describes.")
    var isJSON = false

    @Argument(
      help: ArgumentHelp("From when to when, as in 2026-12-20..2026-12-27, both included.", valueName: "span"))
    var span: String?

    func validate() throws {
      let count = [span != nil, back != nil, list].count { $0 }
      if count != 1 { throw ValidationError("say when, as in 2026-12-20..2026-12-27; or --back NUMBER, or --list") }
      if isJSON, !list { throw ValidationError("--json goes with --list") }
    }

    func run() throws {
      let session = try acting.session()
      let now = Session.now
      if let back {
        try session.perform(RemoveAbsence(back))
        return try Output.text("absence \(back): taken back")
      }
      guard let span else { return try show(session, now) }
      let who = who ?? session.actor.handle
      let (zone, zones) = try session.store.read { reader in
        // Days are those of the team; of somebody who is in several, of the one that is named, or the first.
        let own = try reader.person(who).teams.first
        return (try reader.dutyTeam(owning.team ?? own).zone, try reader.zones())
      }
      let window = try DutySpan.window(span, in: zone, now: now)
      let (number, hits) = try session.perform(AddAbsence(Absence(who, window, reason: reason)))
      try Output.text("\(number)")
      Output.note(DutyReport.hits(hits, zones, what: "\(who) is on duty then"))
    }

    private func show(_ session: Session, _ now: Instant) throws {
      let (absences, clock) = try session.store.read { reader in
        (
          try reader.absences(of: owning.team.map { try reader.team($0).name }, person: who, after: now),
          try reader.clock(of: owning.team)
        )
      }
      if isJSON {
        return try Output.json(
          JSON(absences) { found in
            [
              "number": .integer(found.number), "person": JSON(found.absence.who),
              "start": JSON(found.absence.window.start), "end": JSON(found.absence.window.end),
              "reason": .string(found.absence.reason),
            ]
          })
      }
      let rows = absences.map {
        ["\($0.number)", $0.absence.who.text, $0.absence.window.text(in: clock.zone), $0.absence.reason]
      }
      if rows.isEmpty { Output.note("nobody is away") }
      let columns = ["NUMBER", "WHO", "FROM, TO", "WHY"].map { TextTable.Column($0) }
      try Output.text(TextTable(columns: columns, rows: rows).text)
    }
  }

  struct Toil: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "toil",
      abstract: "Log minutes of toil, or list what was logged.",
      usage: """
        prodpair pair toil <minutes> <what> [--item <number>]
        prodpair pair toil --days <count> [--json]
        """)

    @OptionGroup var acting: ActingOptions
    @OptionGroup var owning: TeamOption

    @Option(
      help: ArgumentHelp("The item of the backlog that it was for.", valueName: "number"), completion: Completions.items
    )
    var item: ItemNumber?

    @Option(help: ArgumentHelp("List what was logged in so many days, today included.", valueName: "count"))
    var days: Int?

    @Flag(name: .customLong("json"), help: "With --days: print JSON, whose keys docs/json.md describes.")
    var isJSON = false

    // Whatever looks like an option is one of these words, so that of -5 it is said that it is no length.
    @Argument(
      parsing: .allUnrecognized,
      help: ArgumentHelp("How long it took, and what it was.", valueName: "minutes-and-what"))
    var words: [String] = []

    private var minutes: Int? { words.first.flatMap { Int($0) } }

    func validate() throws {
      if words.isEmpty == (days == nil) {
        throw ValidationError("say how many minutes it took, or list with --days")
      }
      if let first = words.first {
        if let option = words.first(where: { $0.hasPrefix("-") && Int($0) == nil && !$0.contains(" ") }) {
          throw ValidationError("there is no option \(option)")
        }
        guard minutes != nil else { throw ValidationError("\(first) is no number of minutes") }
        if words.count > 2 { throw ValidationError("put what it was in quotes: \(words[2]) is one word too many") }
      }
      if let days, !(1...3660).contains(days) { throw ValidationError("--days takes 1 to 3660") }
      if isJSON, days == nil { throw ValidationError("--json goes with --days") }
    }

    func run() throws {
      let session = try acting.session()
      let (team, zone) = try session.store.read { try $0.dutyTeam(owning.team) }
      if let minutes {
        let entry = try session.perform(
          LogToil(team, minutes: minutes, what: words.dropFirst().first ?? "", item: item))
        return try Output.text("\(entry.number)")
      }
      let now = Session.now
      let first = CivilTime(now, in: zone).adding(days: 1 - (days ?? 1))
      let window = DutyWindow(
        start: Instant(day: first, minute: 0, in: zone), end: now + .milliseconds(1))
      let entries = try session.store.read { try $0.toil(of: team, in: window) }
      if isJSON { return try Output.json(ToilJSON.list(entries)) }
      let clock = LocalClock(zone: zone, zoneName: zone.name)
      let rows = entries.map {
        [clock.dateAndTime($0.at), $0.person.text, "\($0.minutes)", $0.item.map { "#\($0)" } ?? "", $0.what]
      }
      if rows.isEmpty { Output.note("no toil was logged") }
      let columns = [
        TextTable.Column("AT"), .init("WHO"), .init("MINUTES", .right), .init("ITEM"), .init("WHAT"),
      ]
      try Output.text(TextTable(columns: columns, rows: rows).text)
    }
  }
}
