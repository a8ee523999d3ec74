import ArgumentParser
import Domain
import Exchange
import Store

extension PairCommands {
  struct Calendar: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ics", abstract: "Write the duties and planned runs of a team, or of a person, as a calendar.",
      discussion: """
        On standard output, as RFC 5545 has it, for a file that a web server gives to calendars. What was called off \
        stays in it for 90 days as cancelled. `prodpair person edit HANDLE --mail ADDRESS` gives somebody an address; \
        who has none is in it by name.
        """)

    @OptionGroup var storing: StoreChoice
    @OptionGroup var owning: TeamOption

    @Option(
      help: ArgumentHelp("The duties of this person, in all teams.", valueName: "handle"),
      completion: Completions.people)
    var person: Handle?

    func validate() throws {
      if person != nil, owning.team != nil { throw ValidationError("--person and --team are two calendars: use one") }
    }

    func run() throws {
      let now = Session.now
      let since = now - CalendarDuty.kept
      let calendar = try storing.open().read { reader in
        let (owner, duties, runs): (DutyCalendar.Owner, [CalendarDuty], [CalendarRun])
        if let person {
          let who = try reader.person(person).handle
          owner = .person(who)
          duties = try reader.calendarDuties(ofPerson: who, after: since)
          runs = try reader.calendarRuns(person: who, after: since)
        } else {
          let team = try reader.dutyTeam(owning.team).name
          owner = .team(team)
          duties = try reader.calendarDuties(of: team, after: since)
          runs = try reader.calendarRuns(of: team, after: since)
        }
        // With a method no attendees may be named (RFC 5546, 3.2.1).
        return DutyCalendar(
          owner, duties: duties, runs: runs, people: try reader.peopleByHandle(), storeID: try reader.storeID(),
          madeAt: now,
          isPublished: false)
      }
      try Output.bytes(Array(calendar.text.utf8))
    }
  }
}
