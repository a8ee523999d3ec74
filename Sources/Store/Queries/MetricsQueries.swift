import Domain
import Foundation

/// What a team's numbers are made from. No run's entries are read: what is looked at of them is kept beside the run.
extension Reading {
  /// The team's figures of a window.
  ///
  /// - Parameter service: runs whose artifact has that name, and incidents that name it; nil for all.
  public func numbers(
    of team: Team, service: String? = nil, in window: NumbersWindow, at now: Instant
  ) throws -> Numbers {
    let planning = try dutyPlanning(of: team.name)
    let duties = try duties(of: team.name, in: window.period)
    let facts = NumbersFacts(
      runs: try measuredRuns(of: team.name, service, since: window.period.start),
      incidents: try measuredIncidents(of: team.name, service, in: window.period),
      lessons: try measuredLessons(of: team.name, service),
      recurrences: try measuredRecurrences(of: team.name, service),
      retros: try measuredRetros(of: team.name, service), actions: try measuredActions(of: team.name, service),
      toil: try toil(of: team.name, in: window.period), duties: duties.map(\.duty),
      worked: { planning.stretches(in: $0) },
      fairness: planning.members.isEmpty
        ? nil
        : Fairness(
          planning, duties: PlannedDuty.joined(duties), parts: duties.map(\.duty), in: window.period))
    return Numbers(facts, of: team, service: service, in: window, at: now)
  }

  /// How each step fared in the team's runs that ended in a period, by checklist and step; what failed most comes last.
  ///
  /// Every step of every one of those runs is looked at.
  public func measuredSteps(
    of team: TeamName, service: String? = nil, in period: DutyWindow
  ) throws -> [MeasuredStep] {
    let ended = """
      FROM run_figure AS f JOIN run ON run.number = f.run JOIN run_step AS s ON s.run = f.run
      WHERE f.team = ? AND f.latest_at >= ? AND ended_at >= ? AND ended_at < ? AND started_at IS NOT NULL
        AND run.deleted = 0 AND (? IS NULL OR artifact_name = ?)
      """
    let arguments: [Value] = [
      .text(team.text), Value(period.start), Value(period.start), Value(period.end), Value(service), Value(service),
    ]
    var medians: [String: Duration] = [:]
    try forEachRow(
      """
      SELECT checklist, step, took FROM (
        SELECT checklist, step, took, row_number() OVER steps AS place, count(*) OVER (PARTITION BY checklist, step) AS n
        \(ended) AND took IS NOT NULL WINDOW steps AS (PARTITION BY checklist, step ORDER BY took))
      WHERE place = (n + 1) / 2
      """, arguments
    ) { row in
      medians["\(try row.text("checklist"))\n\(try row.text("step"))"] = .milliseconds(try row.integer("took"))
    }
    return try rows(
      """
      SELECT checklist, step, count(*) AS ran, sum(failed > 0) AS failed, sum(outcome = 'skipped') AS skipped,
        sum(outcome = 'overridden') AS overridden
      \(ended) GROUP BY checklist, step ORDER BY sum(failed > 0), count(*), checklist, step
      """, arguments
    ).map { row in
      let (checklist, step) = (try row.text("checklist"), try row.text("step"))
      return MeasuredStep(
        ChecklistName(checklist), StepID(step),
        RunFigures.StepCounts(
          ran: try row.integer("ran"), failed: try row.integer("failed"), skipped: try row.integer("skipped"),
          overridden: try row.integer("overridden")), median: medians["\(checklist)\n\(step)"])
    }
  }

  private func measuredRuns(
    of team: TeamName, _ service: String?, since: Instant
  ) throws -> [MeasuredRun] {
    var caused: [Int: [MeasuredRun.Consequence]] = [:]
    try forEachRow(
      """
      SELECT f.run, i.number, coalesce(i.mitigated_at, i.resolved_at) AS over_at
      FROM incident_run AS link JOIN run_figure AS f ON f.run = link.run
        JOIN incident AS i ON i.number = link.incident
      WHERE link.kind = 'caused' AND link.deleted = 0 AND i.deleted = 0 AND f.team = ? AND f.latest_at >= ?
      ORDER BY i.number
      """, [.text(team.text), Value(since)]
    ) { row in
      caused[try row.integer("run"), default: []].append(
        MeasuredRun.Consequence(
          IncidentNumber(try row.integer("number")), overAt: try row.optionalInstant("over_at")))
    }
    var runs: [MeasuredRun] = []
    try forEachRow(
      """
      SELECT \(MeasuredRun.columns)
      FROM run_figure AS f JOIN run ON run.number = f.run
        LEFT JOIN run_figure AS other ON other.run = f.rolled_back_by AND other.run <> f.run
      WHERE f.team = ? AND f.latest_at >= ? AND run.deleted = 0 AND (? IS NULL OR artifact_name = ?)
      """, [.text(team.text), Value(since), Value(service), Value(service)]
    ) { runs.append(try MeasuredRun($0, caused: caused)) }
    return runs
  }

  private func measuredIncidents(
    of team: TeamName, _ service: String?, in period: DutyWindow
  ) throws -> [MeasuredIncident] {
    var conditions = "team = ? AND declared_at >= ? AND declared_at < ? AND deleted = 0"
    var arguments: [Value] = [.text(team.text), Value(period.start), Value(period.end)]
    if let service {
      conditions += " AND EXISTS (SELECT 1 FROM json_each(services) WHERE value = ?)"
      arguments.append(.text(service))
    }
    var incidents: [MeasuredIncident] = []
    try forEachRow(
      "SELECT \(MeasuredIncident.columns) FROM incident WHERE \(conditions) ORDER BY declared_at, number", arguments
    ) { incidents.append(try MeasuredIncident($0)) }
    return incidents
  }

  /// A lesson is the team's whose run or incident it came from; one out of the blue is of the teams that run its checklist.
  private func measuredLessons(of team: TeamName, _ service: String?) throws -> [MeasuredLesson] {
    try rows(
      """
      SELECT lesson.number, lesson.text, lesson.at, lesson.incident, fate, recurrence_of, version.made_at,
        coalesce(incident.impact_began_at, incident.detected_at, incident.declared_at, failure.failed_at) AS surprised_at
      FROM lesson
        LEFT JOIN run ON run.number = lesson.run
        LEFT JOIN incident ON incident.number = lesson.incident AND incident.deleted = 0
        LEFT JOIN run_step AS failure ON failure.run = lesson.run AND failure.step = lesson.step
        LEFT JOIN version ON version.checklist = lesson.checklist AND version.number = lesson.fate_version
      WHERE lesson.deleted = 0
        AND coalesce(run.team, incident.team, CASE WHEN EXISTS (
          SELECT 1 FROM run_figure JOIN run AS other ON other.number = run_figure.run
          WHERE other.checklist = lesson.checklist AND run_figure.team = ?) THEN ? END) = ?
        AND (? IS NULL OR run.artifact_name = ? OR EXISTS (SELECT 1 FROM json_each(incident.services) WHERE value = ?))
      ORDER BY lesson.number
      """,
      [.text(team.text), .text(team.text), .text(team.text), Value(service), Value(service), Value(service)]
    ).map { row in
      let at = try row.instant("at")
      return MeasuredLesson(
        LessonNumber(try row.integer("number")), text: try row.text("text"), at: at,
        surprisedAt: min(at, try row.optionalInstant("surprised_at") ?? at),
        foldedAt: try row.optionalText("fate") == LessonFate.Kind.folded.rawValue
          ? try row.optionalInstant("made_at") : nil,
        isOpen: try row.optionalText("fate") == nil,
        recurrenceOf: try row.optionalInteger("recurrence_of").map { LessonNumber($0) },
        incident: try row.optionalInteger("incident"))
    }
  }

  private func measuredRecurrences(of team: TeamName, _ service: String?) throws -> [MeasuredRecurrence] {
    try rows(
      """
      SELECT again.incident, again.kind, again.target,
        coalesce(impact_began_at, detected_at, declared_at) AS began_at
      FROM incident_recurrence AS again JOIN incident ON incident.number = again.incident
      WHERE again.deleted = 0 AND incident.deleted = 0 AND incident.team = ? AND \(OfService.incident)
      ORDER BY again.incident
      """, [.text(team.text), Value(service), Value(service)]
    ).map { row in
      MeasuredRecurrence(
        IncidentNumber(try row.integer("incident")), beganAt: try row.instant("began_at"),
        origin: try Recurrence(row))
    }
  }

  private func measuredRetros(of team: TeamName, _ service: String?) throws -> [MeasuredRetro] {
    try rows(
      """
      SELECT number, title, due, reviewed_at FROM retro
      WHERE team = ? AND deleted = 0 AND \(OfService.retro) ORDER BY due, number
      """, [.text(team.text), Value(service), Value(service)]
    ).map { row in
      MeasuredRetro(
        RetroNumber(try row.integer("number")), title: try row.text("title"), due: try row.optionalText("due"),
        reviewedAt: try row.optionalInstant("reviewed_at"))
    }
  }

  /// An action is done once its item is accepted; one whose item was taken out of the store is nobody's any more.
  private func measuredActions(of team: TeamName, _ service: String?) throws -> [MeasuredAction] {
    try rows(
      """
      SELECT item.number, item.title, action.at,
        CASE WHEN item.state = 'accepted' THEN coalesce(item.accepted_at, item.updated_at) END AS done_at
      FROM retro_action AS action JOIN retro ON retro.number = action.retro JOIN item ON item.number = action.item
      WHERE retro.team = ? AND action.deleted = 0 AND retro.deleted = 0 AND item.deleted = 0
        AND \(OfService.retro)
      ORDER BY action.at, item.number
      """, [.text(team.text), Value(service), Value(service)]
    ).map { row in
      MeasuredAction(
        ItemNumber(try row.integer("number")), title: try row.text("title"), openedAt: try row.instant("at"),
        doneAt: try row.optionalInstant("done_at"))
    }
  }
}

/// What is of a service: all where none is named. Each takes the name twice.
private enum OfService {
  static let incident = "(? IS NULL OR EXISTS (SELECT 1 FROM json_each(incident.services) WHERE value = ?))"

  static let retro = """
    (? IS NULL OR EXISTS (
      SELECT 1 FROM retro_incident AS link JOIN incident ON incident.number = link.incident,
        json_each(incident.services) AS service
      WHERE link.retro = retro.number AND link.deleted = 0 AND service.value = ?))
    """
}
