import Domain
import Testing

@testable import Store

/// Retros in a world with a team, ana and bo; ana commands incident 1.
extension World {
  static func withIncident(
    _ severity: IncidentSeverity = .major, resolved: Bool = true, services: [String] = []
  ) throws -> World {
    let world = try World()
    try world.perform(
      AddPerson(Person(handle: Handle("cy"), name: "Cy", login: "cy", teams: [TeamName("platform")])))
    try world.addIncident(severity, resolved: resolved)
    return world
  }

  /// Incidents of the team platform, ana's, declared this morning and resolved an hour later.
  @discardableResult
  func addIncident(_ severity: IncidentSeverity = .major, resolved: Bool = true) throws -> IncidentNumber {
    let draft = IncidentDraft(
      team: TeamName("platform"), title: "Logs dropped", severity: severity,
      roles: IncidentRoles(commander: Handle("ana"), pair: [Handle("ana"), Handle("bo")]))
    let number = try perform(OpenIncident(draft))
    if resolved { try perform(SettleIncident(number, .resolve), at: .morning + .minutes(60)) }
    return number
  }

  @discardableResult
  func openRetro(_ draft: RetroDraft = RetroDraft(incidents: [IncidentNumber(1)]), by actor: Actor = .ana) throws
    -> RetroNumber
  {
    try perform(OpenRetro(draft), by: actor, at: .morning + .minutes(90))
  }

  func retro(_ number: Int = 1) throws -> Retro { try store.read { try $0.retro(RetroNumber(number)) } }
  func actions(_ number: Int = 1) throws -> [RetroAction] { try store.read { try $0.actions(of: RetroNumber(number)) } }
  func foundIncident(_ number: Int = 1) throws -> Incident {
    try store.read { try $0.incident(IncidentNumber(number)) }
  }

  func edit(
    _ number: Int = 1, by actor: Actor = .ana, _ change: @escaping @Sendable (inout Retro) throws -> Void
  ) throws {
    try perform(EditRetro(RetroNumber(number), "what it says", change: change), by: actor, at: .morning + .minutes(95))
  }

  func answerAll(_ number: Int = 1) throws {
    try edit(number) { retro in
      for question in RetroQuestion.allCases { retro.content[question].text = "Yes." }
    }
  }

  @discardableResult
  func move(_ state: RetroState, _ number: Int = 1, at now: Instant = .morning + .minutes(100)) throws -> Retro {
    try perform(MoveRetro(RetroNumber(number), to: state), at: now)
  }

  @discardableResult
  func act(
    on retro: Int = 1, _ kind: RetroAction.Kind = .prevent, _ title: String = "Scale the drain",
    for question: RetroQuestion? = nil, owners: [Handle] = [], due: String? = nil
  ) throws -> ItemNumber {
    try perform(
      AddRetroAction(
        RetroNumber(retro), kind,
        .new(ItemDraft(team: TeamName("platform"), title: title, owners: owners, due: due)), for: question),
      at: .morning + .minutes(96))
  }
}
