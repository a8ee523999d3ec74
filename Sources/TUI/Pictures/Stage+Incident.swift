import Domain
import Store

extension Stage {
  /// Log aggregators drop logs: nobody scaled them with what writes to them. It is the second time.
  func burning() throws -> Stage {
    let team = TeamName("platform")
    let (ana, bo) = (Handle("ana"), Handle("bo"))
    let other = Actor(login: "bo", uid: 1002, person: bo)
    func ago(_ minutes: Int64) -> Instant { now - .minutes(minutes) }
    let month: Int64 = 31 * 24 * 60
    let earlier = try store.perform(
      OpenIncident(
        IncidentDraft(
          team: team, title: "Logs came an hour late", severity: .minor, services: ["log-aggregators"],
          customersNoticed: .no, roles: IncidentRoles(commander: bo, pair: [ana, bo]), impactBegan: ago(month + 30))),
      by: other, at: ago(month))
    try store.perform(
      SettleIncident(earlier, .resolve, note: "two more aggregators by hand"), by: other, at: ago(month - 80))
    try store.perform(SettleIncident(earlier, .close()), by: other, at: ago(month - 1440))
    let run = try store.read { try $0.runs(RunFilter(), limit: 1).first?.number }
    let incident = try store.perform(
      OpenIncident(
        IncidentDraft(
          team: team, title: "Log aggregators drop logs", severity: .critical,
          services: ["log-aggregators", "log-drain"],
          customersNoticed: .no, roles: IncidentRoles(commander: ana, pair: [ana, bo]), impactBegan: ago(41),
          detected: ago(33), runs: run.map { [IncidentRun($0, .related)] } ?? [],
          note: "Logs of the ticket shop have gaps, in all three zones")), by: actor, at: ago(30))
    try note(incident, .hypothesis, "The new router manifest logs more than it did", by: other, at: ago(27))
    try note(
      incident, .observation, "",
      exhibits: [
        NoteIncident.Exhibit(.metric, "aggregator z1: queue depth", text: "9400", health: .sick),
        NoteIncident.Exhibit(.metric, "aggregator in staging: queue depth", text: "12", health: .healthy),
      ], by: actor, at: ago(24))
    try note(incident, .observation, "10 aggregators a zone, as last month; twice the apps", by: actor, at: ago(22))
    try store.perform(
      CorrectIncidentEntry(incident, entry: 3, "It logs as much as before: the apps write twice as much"), by: other,
      at: ago(20))
    try note(incident, .decision, "20 aggregators a zone, by a deploy of the manifest alone", by: actor, at: ago(19))
    try note(
      incident, .action, "Support was called: no customer has asked", happened: ago(18), by: other, at: ago(6))
    try store.perform(LinkRecurrence(incident, of: .incident(earlier)), by: actor, at: ago(15))
    let update = try store.perform(
      DraftStatusUpdate(incident, "Logs of the last 40 minutes have gaps. Apps run as they should."), by: other,
      at: ago(14))
    try store.perform(SendStatusUpdate(incident, update: update), by: other, at: ago(13))
    try store.perform(
      DraftStatusUpdate(incident, "We add aggregators; logs should be whole within half an hour."), by: actor,
      at: ago(4))
    try store.perform(
      AddLesson(
        LessonDraft(
          checklist: ChecklistName("manifest-only"), text: "Scale the log aggregators with the apps that write to them",
          source: .incident(incident.value))), by: actor, at: ago(3))
    return self
  }

  private func note(
    _ incident: IncidentNumber, _ kind: IncidentEntryKind, _ text: String, exhibits: [NoteIncident.Exhibit] = [],
    happened: Instant? = nil, by who: Actor, at moment: Instant
  ) throws {
    try store.perform(
      NoteIncident(incident, kind, text, at: happened, exhibits: exhibits), by: who, at: moment)
  }
}
