import Domain
import Testing

@testable import Store

@Suite("What can't be done with duties")
struct DutyRefusalTests {
  private func refused(
    _ world: World, _ problem: DutyChangeRefusal, at now: Instant = .morning, _ command: some Command,
    _ here: SourceLocation = #_sourceLocation
  ) throws {
    let content = try world.content()
    #expect(throws: problem, sourceLocation: here) { try world.perform(command, at: now) }
    #expect(try world.content() == content, sourceLocation: here)
  }

  @Test("A plan for one, or where the rules leave no pair, is refused, and names the rule")
  func noPair() throws {
    let world = try World()
    #expect(throws: DutyRefusal.teamTooSmall([])) { try world.plan(4) }
    try world.perform(SetRosterMembers(["ana"], of: World.platform))
    #expect(throws: DutyRefusal.teamTooSmall(["ana"])) { try world.plan(4) }
    try world.perform(SetRosterMembers(["bo"], of: World.platform))
    let rule = PairRule(.never, DutyPair("ana", "bo"), reason: "a couple")
    try world.perform(AddPairRule(rule, of: World.platform))
    #expect(throws: DutyRefusal.rulesLeaveNoPair([rule])) { try world.plan(4) }
    #expect(DutyRefusal.rulesLeaveNoPair([rule]).description.contains("ana never with bo (a couple)"))
    try world.perform(RemovePairRule(rule.pair, of: World.platform))
    try world.plan(4)
    #expect(try world.duties().count == 4)
    let assumed = PairRule(rule.kind, rule.pair, reason: "what if")
    #expect(throws: DutyRefusal.assumedRulesLeaveNoPair([assumed])) {
      try world.store.read { reader in
        try reader.dutyOutlook(of: World.platform, weeks: 4, now: .morning) { planning in
          planning.rules.append(assumed)
        }
      }
    }
    #expect(!DutyRefusal.assumedRulesLeaveNoPair([assumed]).description.contains("rule remove"))
    #expect(try world.perform(AddPairRule(rule, of: World.platform)).count == 4, "the duties that it forbids")
  }

  @Test("A plan from a day that is over, for no weeks, or of a team in no zone is refused")
  func plans() throws {
    let world = try World.withRotation()
    try refused(world, .past("2026-12-06"), PlanDuties(World.platform, from: "2026-12-06", weeks: 4))
    try refused(world, .dateUnreadable("2026-02-30"), PlanDuties(World.platform, from: "2026-02-30", weeks: 4))
    try refused(world, .weeks(0), PlanDuties(World.platform, weeks: 0))
    try refused(world, .weeks(261), PlanDuties(World.platform, weeks: 261))
    try world.forge("UPDATE team SET time_zone = 'Mars/Olympus'")
    #expect(throws: Clash.timeZoneUnknown("Mars/Olympus")) { try world.plan(4) }
  }

  @Test("Swaps, replacements and duties set by hand are refused where they make no sense, and nothing is written")
  func changes() throws {
    let world = try World.withRotation(of: ["ana", "bo", "cy", "dan"])
    try world.plan(8)
    let duties = try world.duties()
    let (first, later) = (duties[0], duties[3])
    let on = later.people[0]
    let off = try #require(["ana", "bo", "cy", "dan"].map { Handle($0) }.first { !later.people.contains($0) })
    try refused(world, .swapWithOneself(on), SwapDuties(later.number, of: on, for: first.number, of: on))
    try refused(world, .sameDuty(later.number), SwapDuties(later.number, of: on, for: later.number))
    let apart = try #require(duties.first { Set($0.people).isDisjoint(with: later.people) })
    try refused(world, .withWhom(apart.number, apart.people), SwapDuties(later.number, of: on, for: apart.number))
    try refused(
      world, .notOn(off, later.number, later.people), SwapDuties(later.number, of: off, for: first.number))
    try refused(world, .alreadyOn(on, later.number), ReplaceOnDuty(later.number, from: later.people[1], to: on))
    try refused(world, .forWhom(later.number, later.people), ReplaceOnDuty(later.number, from: nil, to: off))
    try refused(
      world, .past("duty \(first.number)"), at: .morning.days(8),
      ReplaceOnDuty(first.number, from: first.people[0], to: off))
    try refused(world, .notAPair(1), SetDuty(World.platform, later.window, ["ana"]))
    try refused(world, .twice("ana"), SetDuty(World.platform, later.window, ["ana", "ana"]))
    let backwards = DutyWindow(start: later.window.end, end: later.window.start)
    try refused(
      world, .backwards("a duty from \(backwards.text(in: .gmt))"), SetDuty(World.platform, backwards, ["ana", "bo"]))
    let past = DutyWindow(start: Instant.morning.days(-9), end: Instant.morning.days(-2))
    try refused(
      world, .past("a duty from \(past.text(in: .gmt))"), SetDuty(World.platform, past, ["ana", "bo"]))
    #expect(throws: Missing.duty(DutyNumber(99))) {
      try world.perform(ReplaceOnDuty(DutyNumber(99), from: nil, to: "ana"))
    }
    try world.perform(AddPerson(Person(handle: "zoe", name: "Zoe", login: nil, teams: [World.platform])))
    try refused(world, .notInRotation("zoe", World.platform), ReplaceOnDuty(later.number, from: on, to: "zoe"))
  }

  @Test("Who left, has not joined yet, is away, or is never on with the other can't be put on duty")
  func people() throws {
    let world = try World.withRotation(of: ["ana", "bo", "cy"])
    try world.perform(
      SetDuty(World.platform, DutyWindow(start: .morning.days(30), end: .morning.days(32)), ["ana", "bo"]))
    let duty = try #require(try world.duties().first)
    let replace = ReplaceOnDuty(duty.number, from: "bo", to: "cy")
    func cy(_ change: @escaping @Sendable (inout RosterMember) -> Void) throws {
      try world.perform(SetRosterMembers(["cy"], of: World.platform, change: change))
    }
    try cy { $0.leaves = "2027-01-01" }
    try refused(world, .left("cy", World.platform, "2027-01-01"), replace)
    try cy { ($0.joins, $0.leaves) = ("2027-02-01", nil) }
    try refused(world, .notYetThere("cy", World.platform, "2027-02-01"), replace)
    try cy { $0.joins = nil }
    let rule = PairRule(.never, DutyPair("ana", "cy"))
    try world.perform(AddPairRule(rule, of: World.platform))
    try refused(world, .neverTogether(rule), replace)
    try world.perform(RemovePairRule(rule.pair, of: World.platform))
    try world.perform(AddAbsence(Absence("cy", duty.window, reason: "ill")))
    try refused(world, .away("cy", "ill"), replace)
    try world.perform(RemoveAbsence(1))
    #expect(try world.perform(replace).people == ["ana", "cy"])
  }

  @Test("Rosters, absences, toil and hand-overs are checked too")
  func rest() throws {
    let world = try World.withRotation(of: ["ana", "bo", "cy"])
    let team = World.platform
    try refused(world, .dateUnreadable("soon"), SetRosterMembers(["ana"], of: team) { $0.joins = "soon" })
    try refused(
      world, .leavesBeforeJoining("ana"),
      SetRosterMembers(["ana"], of: team) { ($0.joins, $0.leaves) = ("2027-01-02", "2027-01-01") })
    try refused(world, .limit(29), SetRosterMembers(["ana"], of: team) { $0.mostDuties = 29 })
    let past = DutyWindow(start: Instant.morning.days(-3), end: Instant.morning.days(-1))
    try refused(world, .absenceOver("ana"), AddAbsence(Absence("ana", past)))
    try refused(world, .minutes(0), LogToil(team, minutes: 0, what: "x"))
    try refused(world, .textMissing("what the toil was"), LogToil(team, minutes: 5, what: " "))
    #expect(throws: Missing.item(ItemNumber(9))) {
      try world.perform(LogToil(team, minutes: 5, what: "x", item: ItemNumber(9)))
    }
    try world.plan(3)
    let duties = try world.duties()
    try refused(world, .notBegun(duties[1].number), WriteHandoff(duties[1].number, note: "all quiet"))
    let other = try #require(["ana", "bo", "cy"].map { Handle($0) }.first { !duties[0].people.contains($0) })
    func actor(_ who: Handle) -> Actor { Actor(login: who.text, uid: 1, person: who) }
    try world.perform(WriteHandoff(duties[0].number, note: "all quiet"), by: actor(other))
    let stranger = Actor(login: "zoe", uid: 1)
    #expect(
      throws: DutyChangeRefusal.notTheirs(
        "zoe", duties[0].number, outgoing: duties[0].people, incoming: duties[1].people)
    ) { try world.perform(SignHandoff(duties[0].number), by: stranger) }
    let signed = try world.perform(SignHandoff(duties[0].number), by: actor(duties[0].people[0]))
    #expect(signed.signatures.map(\.side) == [.outgoing] && signed.unsigned.contains(other))
    try refused(world, .signed(duties[0].number), WriteHandoff(duties[0].number, note: "not so quiet"))
    #expect(throws: DutyChangeRefusal.alreadySigned(duties[0].people[0], duties[0].number)) {
      try world.perform(SignHandoff(duties[0].number), by: actor(duties[0].people[0]))
    }
    try world.perform(SignHandoff(duties[0].number), by: actor(other))
    #expect(try world.store.read { try $0.handoffNote(of: duties[0].number) }?.signatures.last?.side == .incoming)
  }
}
