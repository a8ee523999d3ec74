import ArgumentParser
import Domain
import Store

extension IncidentCommands {
  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit",
      abstract: "Change what is known of an incident; what changed stands on its timeline.",
      discussion: """
        What is not named stays; services, developers and runs are added to those there are. Times are HH:MM (the team's \
        time, today), a date and a time, or RFC 3339; a time of its end can be corrected here, and is said first with \
        `mitigate`, `resolve` and `close`. --happened-before is somebody's word that its trouble is an old one, and stands \
        alone.
        """)

    @OptionGroup var on: IncidentOptions

    @Option(help: ArgumentHelp("What it is, in a few words.", valueName: "text"))
    var title: String?

    @OptionGroup(title: "What it is") var fields: IncidentFieldOptions
    @OptionGroup(title: "Who is at it") var people: IncidentPeopleOptions
    @OptionGroup(title: "Its runs") var runs: IncidentRunOptions
    @OptionGroup(title: "Its times") var times: IncidentTimeOptions
    @OptionGroup(title: "What it no longer says") var takeAway: IncidentTakeAwayOptions

    @Option(
      name: .customLong("happened-before"),
      help: ArgumentHelp("It came back from this; may be repeated.", valueName: "incident:N|lesson:N"))
    var before: [RecurrenceArgument] = []

    @Option(
      name: .customLong("not-before"),
      help: ArgumentHelp("It did not come back from this after all; may be repeated.", valueName: "incident:N|lesson:N")
    )
    var notBefore: [RecurrenceArgument] = []

    private var isAboutItself: Bool {
      title != nil || fields.isGiven || people.isGiven || !runs.all.isEmpty || times.isGiven || takeAway.isGiven
    }

    func validate() throws {
      let count = before.count + notBefore.count
      if count > 1 || count == 1 && isAboutItself {
        throw ValidationError("--happened-before and --not-before stand alone, one at a time")
      }
      if takeAway.commander, people.commander != nil {
        throw ValidationError("--commander and --no-commander: use one of them")
      }
      if takeAway.scribe, people.scribe != nil { throw ValidationError("--scribe and --no-scribe: use one of them") }
    }

    func run() throws {
      guard isAboutItself || !before.isEmpty || !notBefore.isEmpty else {
        throw CommandLineError.nothingToChange("--title, --severity and the like (`prodpair incident edit --help`)")
      }
      let session = try on.open()
      if let link = before.first {
        try session.perform(LinkRecurrence(on.number, of: link.recurrence))
        return try Output.text("incident \(on.number) happened before: \(link.recurrence)")
      }
      if let link = notBefore.first {
        guard try session.session.store.read({ try $0.recurrences(of: on.number) }).contains(link.recurrence) else {
          throw IncidentCommandError.notNamedBefore(link.recurrence, on.number)
        }
        try session.perform(LinkRecurrence(on.number, of: link.recurrence, isTrue: false))
        return try Output.text("incident \(on.number) did not come back from \(link.recurrence)")
      }
      try session.perform(try edit(in: session))
      let changed = try session.session.store.read { try $0.incident(on.number) }
      try Output.text(
        "incident \(on.number): \(changed.state.rawValue), \(changed.severity): \(changed.title.onOneLine)")
    }

    private func edit(in session: IncidentSession) throws -> EditIncident {
      let known = try session.session.store.read { try $0.runs(of: on.number) }.map(\.run)
      if let stray = takeAway.runs.first(where: { !known.contains($0) }) {
        throw IncidentCommandError.notRelated(stray, on.number)
      }
      let change = IncidentChange(
        title: title?.onOneLine, severity: fields.severity, customersNoticed: fields.customersNoticed,
        services: fields.serviceNames, goneServices: takeAway.serviceNames, commander: people.commander,
        isWithoutCommander: takeAway.commander, scribe: people.scribe, isWithoutScribe: takeAway.scribe,
        pair: people.pairHandles, called: people.calledHandles, goneCalled: takeAway.calledHandles,
        times: try times.typed.map { ($0.kind, try session.instant($0.text)) }, goneTimes: takeAway.times)
      let related = runs.all.map { ($0.run, IncidentRunKind?.some($0.kind)) } + takeAway.runs.map { ($0, nil) }
      return EditIncident(on.number, runs: related) { try change.apply(to: &$0) }
    }
  }
}
