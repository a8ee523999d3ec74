import Domain

/// What hooks are told of, as the journal has it: the commands that write it know nothing of hooks.
extension Reading {
  /// What an entry means to hooks, in the order of its writes; nothing for most.
  ///
  /// What is taken back, or brought back by that, is told of where it is a pair that is another one then; an end that
  /// is taken back is no second beginning. Costs what the entry's own changes of these tables cost, however much else it
  /// has written.
  public func hookEvents(of seq: Int) throws -> [HookEvent] {
    guard let entry = try journalEntry(seq) else { return [] }
    let changes = try NetChange.all(of: seq, tables: Self.hookTables, in: self)
    func make(_ subject: HookEvent.Subject, _ team: TeamName?) -> HookEvent {
      HookEvent(subject, entry: seq, at: entry.at, by: entry.by, team: team)
    }
    let pairs = try changedDuties(changes, at: entry.at).map { make(.pairs($0.duties), $0.team) }
    if [UndoStack.undo, UndoStack.redo].contains(entry.command) { return pairs }
    var events: [HookEvent] = []
    for change in changes {
      switch change.table {
      case "run":
        if let (subject, team) = try runSubject(change) { events.append(make(subject, team)) }
      case "run_entry":
        guard let (failed, run) = try failedStep(change, as: seq) else { continue }
        events.append(make(.failed(failed, run), run.team))
      case "incident":
        if let (subject, team) = try incidentSubject(change, in: changes) { events.append(make(subject, team)) }
      case "incident_entry":
        guard let (incident, text) = try statusUpdate(change, as: seq) else { continue }
        events.append(make(.updated(incident, text: text), incident.team))
      default: continue
      }
    }
    let folds = try foldedLessons(changes).map { fold in
      make(.folded(fold.lessons, fold.version), try team(ofChecklist: fold.version))
    }
    return events + pairs + folds
  }

  private static var hookTables: [String] { ["run", "run_entry", "incident", "incident_entry", "duty", "lesson"] }

  /// What hooks did, newest first.
  public func hookRuns(limit: Int) throws -> [HookRun] {
    try rows("SELECT \(HookRun.columns) FROM hook_run ORDER BY number DESC LIMIT ?", [Value(limit)])
      .map(HookRun.init)
  }

  private func runSubject(_ change: NetChange) throws -> (HookEvent.Subject, TeamName)? {
    guard let run = try change.after.map(RunSummary.init) else { return nil }
    let before = try change.before.map(RunSummary.init)
    switch run.state {
    case .planned where before == nil: return (.planned(run, movedFrom: nil), run.team)
    case .planned:
      guard let old = before?.plan?.at, old != run.plan?.at else { return nil }
      return (.planned(run, movedFrom: old), run.team)
    case .running where before == nil || before?.state == .planned: return (.started(run), run.team)
    case _ where run.state.isOver && before?.state != run.state: return (.finished(run), run.team)
    default: return nil
    }
  }

  private func failedStep(_ change: NetChange, as seq: Int) throws -> (FailedStep, RunSummary)? {
    guard change.before == nil, let row = change.after, try row.text("kind") == EntryKind.failed.rawValue else {
      return nil
    }
    let entry = try Entry(row)
    guard let id = entry.step, let run = try NetChange.row("run", "\(try row.integer("run"))", as: seq, in: self) else {
      return nil
    }
    let summary = try RunSummary(run)
    let failed = FailedStep(
      entry, of: id, step: try version(summary.version).steps.first { $0.id == id },
      parameters: try JSONColumn.pairs(run, "parameters"))
    return (failed, summary)
  }

  private func incidentSubject(
    _ change: NetChange, in changes: [NetChange]
  ) throws -> (HookEvent.Subject, TeamName)? {
    guard let incident = try change.after.map(Incident.init) else { return nil }
    let before = try change.before.map(Incident.init)
    // What was said with it, on the timeline.
    func note(_ kinds: [IncidentEntryKind]) throws -> String? {
      try changes.first { entry in
        entry.table == "incident_entry" && entry.after?["incident"] == Value(incident.number.value)
          && kinds.contains { entry.after?["kind"] == .text($0.rawValue) }
      }?.after?.text("text")
    }
    switch (before?.state.isActive, incident.state.isActive) {
    case (nil, true): return (.opened(incident, again: false, note: try note([.observation, .alert])), incident.team)
    case (false?, true): return (.opened(incident, again: true, note: try note([.time])), incident.team)
    case (nil, false), (true?, false): return (.resolved(incident, note: try note([.time])), incident.team)
    case (true?, true), (false?, false): return nil
    }
  }

  /// What was sent to those who wait.
  private func statusUpdate(_ change: NetChange, as seq: Int) throws -> (Incident, String)? {
    guard change.before == nil, let row = change.after, try row.text("kind") == IncidentEntryKind.update.rawValue else {
      return nil
    }
    let text = try row.text("text")
    let incident = try NetChange.row("incident", "\(try row.integer("incident"))", as: seq, in: self)
    return try incident.map { (try Incident($0), text) }
  }

  /// Duties that are not over and have other people than before, by team. One that was cut has the other people in its
  /// second part, which is new; where that is taken back, the whole has its own again.
  private func changedDuties(
    _ changes: [NetChange], at now: Instant
  ) throws -> [(team: TeamName, duties: [ChangedDuty])] {
    let duties = changes.filter { $0.table == "duty" }
    func whole(of part: PlannedDuty?) -> NetChange? {
      part?.partOf.flatMap { number in duties.first { $0.key == "\(number)" } }
    }
    let changed = try duties.compactMap { change -> ChangedDuty? in
      let before = try change.before.map(PlannedDuty.init)
      let after = try change.after.map(PlannedDuty.init)
      let was = try before ?? whole(of: after)?.before.map(PlannedDuty.init)
      guard let duty = try after ?? whole(of: before)?.after.map(PlannedDuty.init), let was, duty.window.end > now
      else {
        return nil
      }
      return Set(was.people) == Set(duty.people) ? nil : ChangedDuty(duty, was: was.people)
    }
    return changed.reduce(into: []) { teams, changed in
      if let index = teams.firstIndex(where: { $0.team == changed.duty.team }) {
        teams[index].duties.append(changed)
      } else {
        teams.append((changed.duty.team, [changed]))
      }
    }
  }

  /// Lessons that an entry has folded, by the version that has them.
  private func foldedLessons(
    _ changes: [NetChange]
  ) throws -> [(version: VersionReference, lessons: [Lesson])] {
    try changes.filter { $0.table == "lesson" }.reduce(into: []) { versions, change in
      guard let lesson = try change.after.map(Lesson.init), case .folded(let number, _)? = lesson.fate?.outcome,
        try change.before.map(Lesson.init)?.fate?.kind != .folded
      else { return }
      let version = VersionReference(checklist: lesson.checklist, number: number)
      if let index = versions.firstIndex(where: { $0.version == version }) {
        versions[index].lessons.append(lesson)
      } else {
        versions.append((version, [lesson]))
      }
    }
  }

  private func team(ofChecklist version: VersionReference) throws -> TeamName? {
    try self.version(version).settings.team.map { TeamName($0) }
  }
}
