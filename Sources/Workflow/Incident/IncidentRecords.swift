import Domain
import Exchange
import Foundation
import Store

/// Gathers what the record of an incident, or of a retro, needs beside it.
public enum IncidentRecords {
  public static func record(of number: IncidentNumber, in store: Store, at now: Instant) throws -> IncidentRecord {
    let runs = try store.read { try $0.runs(of: number) }.map { run in
      IncidentRecord.RelatedRun(run.kind, try RunRecords.record(of: run.run, in: store, at: now))
    }
    return try store.read { reader in
      let incident = try reader.incident(number)
      let retro = try reader.retro(of: number)
      return IncidentRecord(
        incident,
        timeline: IncidentTimeline(
          try reader.entries(of: number), runs: runs.map { (number: $0.number, entries: $0.record.run.entries) }),
        runs: runs, updates: try reader.updates(of: number), recurrences: try reader.recurrences(of: number),
        recurredIn: try reader.recurred(.incident(number)), lessons: try reader.lessons(of: number), retro: retro,
        actions: try retro.map { try reader.actions(of: $0.number) } ?? [],
        clock: try clock(of: incident.team, in: reader), names: try reader.names(), now: now)
    }
  }

  public static func record(of number: RetroNumber, in store: Store, at now: Instant) throws -> RetroRecord {
    try store.read { reader in
      let retro = try reader.retro(number)
      let named = RetroQuestion.allCases.flatMap { retro.content[$0].lessons }.map { LessonNumber($0) }
      let taught = try retro.incidents.flatMap { try reader.lessons(of: $0) }
      // A lesson that was taken back may be named by an answer still.
      let others = try reader.lessons(named.filter { number in !taught.contains { $0.number == number } })
      return RetroRecord(
        retro, incidents: try retro.incidents.map { try reader.incident($0) },
        run: try retro.run.flatMap { try reader.runSummary($0) }, actions: try reader.actions(of: number),
        earlier: try reader.earlierActions(before: retro),
        lessons: (taught + others).firstOfEach.sorted { $0.number < $1.number },
        clock: try clock(of: retro.team, in: reader), names: try reader.names(), now: now)
    }
  }

  private static func clock(of team: TeamName, in reader: some Reading) throws -> LocalClock {
    let team = try reader.team(team)
    return LocalClock(zone: team.zone ?? .gmt, zoneName: team.zone == nil ? "UTC" : team.timeZone)
  }
}
