import Domain
import Store
import Testing

@testable import TUI

@Suite("The pair that a run is started for")
struct StartPairTests {
  private static let platform = Team(name: TeamName("platform"))
  private static let people = ["ana", "bo", "cy", "dee"].map {
    Person(handle: Handle($0), name: $0, login: $0, teams: [TeamName("platform")])
  }

  /// From 2026-12-07, the Monday of the sample world, at nine: ana and bo, then cy and dee.
  private static func duty(_ week: Int, _ people: String..., of team: TeamName = TeamName("platform")) -> PlannedDuty {
    let monday = Instant.t0 - .minutes(30) + .seconds(Int64(week) * 7 * 86_400)
    return PlannedDuty(
      DutyNumber(week + 1), team: team, DutyWindow(start: monday, end: monday + .seconds(7 * 86_400)),
      people.map { Handle($0) }, changedAt: .t0)
  }

  private static let duties = [duty(0, "ana", "bo"), duty(1, "cy", "dee")]

  private func form(
    _ duties: [PlannedDuty] = duties, teams: [Team] = [platform], inHoursOnly: Set<TeamName> = [],
    lastPair: [Handle]? = nil, me: Handle = "bo", at now: Instant = .t0
  ) -> StartFields {
    var page = StartPage(
      version: .deploy, teams: teams, people: Self.people, cover: DutyCover(duties, inHoursOnly: inHoursOnly))
    page.lastRun = lastPair.map { pair in
      RunSummary(
        number: RunNumber(1), version: page.version.reference, team: Self.platform.name, environment: "staging",
        artifact: .release, state: .completed, pair: pair, isRehearsal: false, incident: nil, plan: nil, startedAt: .t0,
        endedAt: .t0, settled: 1, active: 1)
    }
    return StartFields(page, me: me, now: now)
  }

  private func type(_ text: String, into purpose: StartFields.Purpose, _ form: inout StartFields) throws {
    let index = try #require(form.fields.firstIndex { $0.purpose == purpose })
    form.fields[index].field = TextField(text)
    form.followDuty()
  }

  private func help(_ form: StartFields) -> String { form.fields.first { $0.purpose == .pair }?.hint ?? "" }

  @Test("It is the pair on duty, oneself first, and the field says until when")
  func onDuty() {
    let form = form()
    #expect(form.pair == ["bo", "ana"])
    #expect(help(form) == "on duty until 2026-12-14 09:00; or two of: ana bo cy dee")
    #expect(!form.isChanged)
  }

  @Test("It is the pair on duty also for somebody who is not in it, and whoever had the last run")
  func notOnDuty() {
    #expect(form(me: "cy").pair == ["ana", "bo"])
    #expect(form(lastPair: ["dee", "cy"], me: "cy").pair == ["ana", "bo"])
  }

  @Test("The page of the form knows the duties ahead of the team that the run is of, and who is on in its hours only")
  func page() throws {
    let real = try RealStore(people: ["ana", "bo", "cy"])
    let team = Team.sample
    try real.store.perform(SetRosterMembers(["ana", "bo", "cy"], of: team.name), by: .own("ana"), at: .t0)
    let plan = try real.store.perform(PlanDuties(team.name, weeks: 3), by: .own("ana"), at: .t0)
    let backend = StoreBackend(store: real.store, actor: .own("cy"), clock: { .t0 })
    let page = try backend.startPage(for: RealStore.starter)
    #expect(page.cover.duty(of: team, at: .t0)?.people == plan.duties[0].people)
    #expect(StartFields(page, me: "cy", now: .t0).pair == plan.duties[0].people)
    let next = plan.duties[1]
    #expect(page.cover.duty(of: team, at: next.window.start)?.people == next.people)
    let pattern = try DutyPattern(typed: "weekly Mon 10:00 in working hours")
    try real.store.perform(SetRota(pattern, of: team.name), by: .own("ana"), at: .t0)
    #expect(try backend.startPage(for: RealStore.starter).cover.inHoursOnly == [team.name])
  }

  @Test("Where nobody is on duty, or one is alone, it is the usual pair")
  func nobody() {
    #expect(form([], lastPair: ["dee", "cy"], me: "cy").pair == ["cy", "dee"])
    #expect(form([Self.duty(0, "ana")], me: "cy").pair == ["cy"])
    #expect(help(form([])) == "the two who do it: ana bo cy dee")
  }

  @Test(
    "A run that is planned is of the pair on duty then, and of the one on duty now when the time is taken out again")
  func planned() throws {
    var form = form()
    try type("2026-12-15 10:00", into: .when, &form)
    #expect(form.pair == ["cy", "dee"])
    #expect(help(form) == "on duty then, until 2026-12-21 09:00; or two of: ana bo cy dee")
    try type("", into: .when, &form)
    #expect(form.pair == ["bo", "ana"])
  }

  @Test("A pair that was typed stays, whatever the time")
  func typed() throws {
    var form = form()
    try type("bo dee", into: .pair, &form)
    try type("2026-12-15 10:00", into: .when, &form)
    #expect(form.pair == ["bo", "dee"])
  }

  @Test("Of several teams it is the pair of the one that is chosen")
  func teams() throws {
    let router = Team(name: TeamName("router"))
    let own = Self.duty(0, "dee", "cy", of: router.name)
    var form = form(Self.duties + [own], teams: [Self.platform, router])
    #expect(form.pair == ["bo", "ana"])
    try type("router", into: .team, &form)
    #expect(form.pair == ["dee", "cy"])
  }

  @Test("Outside of the hours in which alone a pair is on, nobody is on duty")
  func hours() {
    let night = Instant.t0 + .seconds(12 * 3600)
    #expect(form(inHoursOnly: [Self.platform.name], me: "cy", at: night).pair == ["cy"])
    #expect(form(inHoursOnly: [Self.platform.name], me: "cy").pair == ["ana", "bo"])
  }
}
