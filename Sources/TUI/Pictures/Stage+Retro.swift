import Domain
import Store
import Workflow

extension Stage {
  /// The log aggregators fell over twice: what the first retro had somebody do did not help, and the second is being held.
  func reviewing() throws -> Stage {
    let day = Duration.minutes(24 * 60)
    let first = try incident("Log aggregators fell over", .minor, at: now - .minutes(30 * 24 * 60))
    try store.perform(OpenRetro(RetroDraft(incidents: [first])), by: actor, at: now - .minutes(28 * 24 * 60))
    try act(on: 1, "Alert when the log drain lags", .detect, due: "2026-11-02", at: now - .minutes(27 * 24 * 60))
    try act(on: 1, "Two more aggregators a zone", .mitigate, due: "2026-11-06", at: now - .minutes(26 * 24 * 60))
    let second = try incident("Logs were dropped before the festival", .major, at: now - day - day)
    try store.perform(OpenRetro(RetroDraft(incidents: [second])), by: actor, at: now - day)
    try store.perform(
      EditRetro(RetroNumber(2), "what it says") { retro in
        retro.facilitator = Handle("bo")
        retro.content[.whatHappened] = RetroAnswer(
          """
          A surge two days before the festival opened: **10 to 20 %** of log lines were dropped for 55 minutes, until a \
          manifest-only deploy brought 20 aggregators a zone.
          """,
          decisions: [RetroDecision("Until spring the pair scales them before each event", by: Handle("bo"))])
        retro.content[.whatWentWrong] = RetroAnswer("Nobody scaled the aggregators with the apps.")
        retro.content[.willItHappenAgain] = RetroAnswer(isUnknown: true)
        retro.content.impact = "No customer noticed."
        retro.content.factors = [
          ContributingFactor(.trigger, "a surge of the apps"),
          ContributingFactor(.cause, "aggregators are scaled by hand, apps are not"),
        ]
        retro.content.judgements = [ActionJudgement(ItemNumber(1), .didNotWork, note: "it paged nobody")]
      }, by: actor, at: now - .minutes(60))
    try store.perform(MoveRetro(RetroNumber(2), to: .inReview), by: actor, at: now - .minutes(30))
    return self
  }

  private func incident(_ title: String, _ severity: IncidentSeverity, at then: Instant) throws -> IncidentNumber {
    let number = try store.perform(
      OpenIncident(
        IncidentDraft(
          team: TeamName("platform"), title: title, severity: severity,
          roles: IncidentRoles(commander: Handle("ana"), pair: [Handle("ana"), Handle("bo")]))), by: actor, at: then)
    try store.perform(SettleIncident(number, .resolve), by: actor, at: then + .minutes(55))
    return number
  }

  private func act(
    on retro: Int, _ title: String, _ kind: RetroAction.Kind, due: String, at then: Instant
  ) throws {
    try store.perform(
      AddRetroAction(
        RetroNumber(retro), kind,
        .new(ItemDraft(team: TeamName("platform"), title: title, state: .unstarted, owners: [Handle("bo")], due: due)),
        for: .whatDoWeDo), by: actor, at: then)
  }
}
