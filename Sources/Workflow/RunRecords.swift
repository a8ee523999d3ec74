import Domain
import Exchange
import Foundation
import Store

/// Gathers what a run's record needs beside the run itself.
public enum RunRecords {
  public static func record(of number: RunNumber, in store: Store, at now: Instant) throws -> RunRecord {
    let (run, summary, team, people, lessons, items, incidents, executions) = try store.read { reader in
      let run = try reader.run(number)
      return (
        run, try reader.runSummary(number), try reader.team(run.team), try reader.people(),
        try reader.lessons(LessonFilter(run: number), after: nil, limit: 1000),
        try reader.items(carriedBy: number),
        try reader.incidents(of: number).map { RunIncident($0.incident, $0.kind) },
        try reader.executions(of: number)
      )
    }
    let changes = run.state.isActive ? try WhatChanged.of(run, in: store).flatMap(\.lines) : []
    return RunRecord(
      run: run, zone: team.zone ?? .gmt, zoneName: team.zone == nil ? "UTC" : team.timeZone,
      names: Dictionary(people.map { ($0.handle, $0.name) }, uniquingKeysWith: { first, _ in first }), now: now,
      changes: changes, plannedPair: summary?.pair ?? [], reviewDue: summary?.reviewDue, lessons: lessons,
      items: items, incidents: incidents, executions: executions)
  }
}
