import ArgumentParser
import Domain
import Exchange
import Store

extension PairCommands {
  struct Matrix: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show who has been on duty with whom, and how long ago.")

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var owning: TeamOption

    @Flag(help: "How often, and not how long ago.")
    var count = false

    func run() throws {
      let now = Session.now
      let matrix = try reading.store.open().read { reader in
        let team = try reader.dutyTeam(owning.team).name
        return PairMatrix(
          people: try reader.roster(of: team).map(\.who), duties: try reader.duties(of: team).map(\.duty),
          rules: try reader.pairRules(of: team), at: now)
      }
      if reading.isJSON { return try Output.json(MatrixJSON.json(matrix)) }
      try Output.text(MatrixText.text(matrix, showing: count ? .count : .recency))
    }
  }

  struct Calendar: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ics", abstract: "Write the duties of a team, or of a person, as a calendar (RFC 5545).",
      discussion: "On standard output, for a file that a web server gives to calendars.")

    @OptionGroup var storing: StoreChoice
    @OptionGroup var owning: TeamOption

    @Option(help: ArgumentHelp("The duties of this person, in all teams.", valueName: "handle"))
    var person: Handle?

    func validate() throws {
      if person != nil, owning.team != nil { throw ValidationError("--person and --team are two calendars: use one") }
    }

    func run() throws {
      let now = Session.now
      let calendar = try storing.open().read { reader in
        let contacts = Dictionary(
          try reader.people().map { ($0.handle, Contact(name: $0.name)) }, uniquingKeysWith: { first, _ in first })
        let owner: DutyCalendar.Owner
        let duties: [PlannedDuty]
        if let person {
          owner = .person(try reader.person(person).handle)
          duties = try reader.duties(ofPerson: person, after: now - .seconds(90 * 86_400))
        } else {
          let team = try reader.dutyTeam(owning.team).name
          owner = .team(team)
          duties = try reader.duties(of: team)
        }
        // With a method no attendees may be named (RFC 5546, 3.2.1).
        return DutyCalendar(
          owner, duties: duties.map(CalendarDuty.init), people: contacts, madeAt: now, isPublished: false)
      }
      try Output.bytes(Array(calendar.text.utf8))
    }
  }
}

extension CalendarDuty {
  init(_ planned: PlannedDuty) {
    self.init(
      TeamDuty(planned.team, planned.number.value, planned.duty), sequence: planned.sequence,
      changedAt: planned.changedAt)
  }
}
