import ArgumentParser
import Domain
import Exchange
import Foundation
import Store

extension IncidentCommands {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List incidents, newest first: those that are not closed.",
      discussion: """
        Words narrow the list to incidents that have each of them in their title or services. The newest 100, unless \
        --limit or --all says otherwise; standard error says when there are more.
        """)

    @OptionGroup var reading: ReadingOptions

    @Option(help: ArgumentHelp("Only this team's.", valueName: "name"), completion: Completions.teams)
    var team: TeamName?

    @Flag(name: .customLong("open"), help: "Only those that somebody is at: open and mitigated.")
    var isActive = false

    @Option(help: "Only of this severity, and worse.")
    var severity: IncidentSeverity?

    @Option(help: ArgumentHelp("Only those that concern this service.", valueName: "name"))
    var service: String?

    @Option(help: ArgumentHelp("Only those declared since a day, as in 2026-11-30, or a time.", valueName: "time"))
    var since: String?

    @Option(help: ArgumentHelp("At most so many.", valueName: "count"))
    var limit: Int?

    @Option(help: ArgumentHelp("Only those before this incident.", valueName: "incident"))
    var before: IncidentNumber?

    @Flag(help: "All of them, closed ones too.")
    var all = false

    @Argument(help: "Words to look for.")
    var words: [String] = []

    func validate() throws {
      if let limit, limit < 1 { throw ValidationError("--limit is a count from 1") }
      if all, limit != nil { throw ValidationError("--limit cuts off what --all asks for: use one of them") }
      if all, isActive { throw ValidationError("--open leaves out what --all asks for: use one of them") }
    }

    func run() throws {
      let wanted = all ? Int.max : limit ?? 100
      let (incidents, clock) = try reading.store.open().read { reader in
        let team = try team.map { try reader.team($0).name }
        let clock = try reader.clock(of: team)
        let filter = IncidentFilter(
          team: team, states: all ? .all : isActive ? .active : .unclosed, severity: severity, service: service,
          since: try since.map { try Self.moment($0, in: clock.zone) }, words: words)
        // One more than is shown tells whether there are more.
        let limit = wanted == .max ? wanted : wanted + 1
        return (try reader.incidents(filter, before: before, limit: limit), clock)
      }
      let shown = Array(incidents.prefix(wanted))
      if reading.isJSON {
        try Output.json(IncidentListJSON.json(shown))
      } else {
        try Output.text(IncidentListText.text(shown, in: clock))
        if shown.isEmpty { Output.note(all ? "no incidents" : "no \(isActive ? "open" : "unclosed") incidents") }
      }
      if incidents.count > shown.count { Output.note("the newest \(shown.count) of more: --all lists all") }
    }

    /// A day is its beginning.
    private static func moment(_ text: String, in zone: TimeZone) throws -> Instant {
      if let day = CivilTime(date: text) { return Instant(day: day, minute: 0, in: zone) }
      return try ClockText.instant(text, in: zone, now: Session.now)
    }
  }
}
