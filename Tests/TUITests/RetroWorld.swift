import Domain
import Store

@testable import TUI

extension RealStore {
  /// An incident of the sample team that ana commanded and that is resolved, and its retro: 1, led by nobody.
  @discardableResult
  func review(
    _ title: String = "Logs were dropped", _ severity: IncidentSeverity = .major, isOpened: Bool = true,
    openedAt: Instant? = nil
  ) throws -> IncidentNumber {
    let (ana, then) = (Actor.own("ana"), Instant.t0 - .minutes(24 * 60))
    let incident = try store.perform(
      OpenIncident(
        IncidentDraft(
          team: Team.sample.name, title: title, severity: severity,
          roles: IncidentRoles(commander: "ana", pair: ["ana", "bo"]))), by: ana, at: then)
    try store.perform(SettleIncident(incident, .resolve), by: ana, at: then + .minutes(60))
    if isOpened {
      try store.perform(OpenRetro(RetroDraft(incidents: [incident])), by: ana, at: openedAt ?? then + .minutes(90))
    }
    return incident
  }

  /// An action of a retro, ten minutes later.
  @discardableResult
  func act(
    on retro: Int = 1, _ title: String = "Scale the drain", owners: [Handle] = [], due: String? = nil,
    for question: RetroQuestion? = nil
  ) throws -> ItemNumber {
    try store.perform(
      AddRetroAction(
        RetroNumber(retro), .prevent,
        .new(ItemDraft(team: Team.sample.name, title: title, owners: owners, due: due)), for: question),
      by: .own("ana"), at: .t0 - .minutes(20 * 60))
  }

  func retro(_ number: Int = 1) throws -> Retro { try store.read { try $0.retro(RetroNumber(number)) } }

  func answerAll(_ number: Int = 1) throws {
    let answers = EditRetro(RetroNumber(number), "all") { retro in
      for question in RetroQuestion.allCases { retro.content[question].text = "Yes." }
    }
    try store.perform(answers, by: .own("ana"), at: .t0 - .minutes(60))
  }
}
