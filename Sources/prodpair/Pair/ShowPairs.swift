import ArgumentParser
import Domain
import Exchange
import Foundation
import Store

extension PairCommands {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show who is on duty now and who is next, of all teams or of one.",
      discussion: """
        --weeks lists the duties of so many weeks instead, --person those of one person. With --json, now and next of \
        one --team are an object, of all teams an array of such; lists of duties are arrays.
        """)

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var owning: TeamOption

    @Option(help: ArgumentHelp("List the duties of so many weeks from now.", valueName: "count"))
    var weeks: Int?

    @Option(help: ArgumentHelp("List the duties of this person.", valueName: "handle"), completion: Completions.people)
    var person: Handle?

    func validate() throws {
      if let weeks, !(1...DutyChangeRefusal.mostWeeks).contains(weeks) {
        throw ValidationError("--weeks takes 1 to \(DutyChangeRefusal.mostWeeks)")
      }
    }

    func run() throws {
      let store = try reading.store.open()
      let now = Session.now
      if weeks != nil || person != nil { return try list(store, now) }
      let (teams, duties, warnings) = try store.read { reader in
        (
          try owning.team.map { [try reader.team($0)] } ?? reader.teams(), try reader.dutiesNowAndNext(at: now),
          try reader.dutyWarnings(of: owning.team, at: now)
        )
      }
      if reading.isJSON {
        let all = teams.map { team in
          let found = duties[team.name]
          return [
            "team": JSON(team.name), "timeZone": .string(team.timeZone),
            "now": found?.now.map(DutyJSON.json) ?? .null, "next": found?.next.map(DutyJSON.json) ?? .null,
            "warnings": JSON(
              warnings.filter { $0.concerns(team.name, (found?.now?.people ?? []) + (found?.next?.people ?? [])) }
                .map(\.description)),
          ] as JSON
        }
        return try Output.json(owning.team == nil ? .array(all) : all.first ?? .null)
      }
      let rows = teams.flatMap { team -> [[String]] in
        let found = duties[team.name]
        let zone = team.zone ?? .gmt
        func row(_ when: String, _ duty: PlannedDuty?) -> [String] {
          guard let duty else { return [team.name.text, when, "", "", "no duty is planned", ""] }
          return [
            team.name.text, when, duty.number.description, duty.window.text(in: zone),
            DutyReport.names(duty.people), DutyWhy(duty.duty).text,
          ]
        }
        return [row("now", found?.now), row("next", found?.next)]
      }
      let columns = ["TEAM", "", "DUTY", "FROM, TO", "PAIR", "WHY"].map { TextTable.Column($0) }
      try Output.text(TextTable(columns: columns, rows: rows).text)
      Output.note(DutyReport.warnings(warnings))
    }

    private func list(_ store: Store, _ now: Instant) throws {
      let (found, zones) = try store.read { reader in
        let name = try owning.team.map { try reader.team($0).name }
        let who = try person.map { try reader.person($0).handle }
        let end = weeks.map { now + .seconds(Int64($0) * 7 * 86_400) } ?? Instant(milliseconds: .max)
        let all =
          try who.map { try reader.duties(ofPerson: $0, after: now) }
          ?? reader.duties(of: name, in: DutyWindow(start: now, end: end))
        let found = all.filter { (name == nil || $0.team == name) && $0.window.start < end }
        return (found, try reader.zones())
      }
      if reading.isJSON { return try Output.json(JSON(found, element: DutyJSON.json)) }
      let rows = found.map {
        [
          $0.number.description, $0.team.text, $0.window.text(in: zones[$0.team] ?? .gmt), DutyReport.names($0.people),
          DutyWhy($0.duty).text,
        ]
      }
      if rows.isEmpty { Output.note("no duties: `prodpair pair plan --apply` plans them") }
      let columns = ["DUTY", "TEAM", "FROM, TO", "PAIR", "WHY"].map { TextTable.Column($0) }
      try Output.text(TextTable(columns: columns, rows: rows).text)
    }
  }
}

extension Reading {
  /// The zone of each team that has one which this machine knows.
  func zones() throws -> [TeamName: TimeZone] {
    Dictionary(try teams().compactMap { team in team.zone.map { (team.name, $0) } }, uniquingKeysWith: { $1 })
  }
}
