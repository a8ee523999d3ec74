import Domain
import Testing

@testable import Store

@Suite("Plans of duties in the store")
struct DutyPlanTests {
  @Test("Planned twice, the plan is the same, and nothing is written the second time")
  func twice() throws {
    let world = try World.withRotation()
    try world.plan(10)
    let content = try world.content()
    try world.plan(10)
    #expect(try world.content() == content)
    let duties = try world.duties()
    #expect(duties.count == 10 && duties.allSatisfy { $0.people.count == 2 && !$0.reasons.isEmpty })
    #expect(zip(duties, duties.dropFirst()).allSatisfy { $0.window.end == $1.window.start })
  }

  @Test("A plan that is extended is the longer plan, and a shorter one cuts nothing off", arguments: [2, 5])
  func extended(by weeks: Int) throws {
    let (world, other) = (try World.withRotation(), try World.withRotation())
    try world.plan(4)
    try world.plan(4 + weeks)
    try other.plan(4 + weeks)
    #expect(try world.pairs() == other.pairs())
    let whole = try world.duties()
    let outlook = try world.plan(2)
    #expect(try world.duties() == whole)
    #expect(outlook.duties.filter { $0.window.start < outlook.end }.count == 2)
  }

  @Test("A plan that keeps who can stay changes the duties that an absence hits, and no others; gaps are filled")
  func keeping() throws {
    let world = try World.withRotation(of: ["ana", "bo", "cy", "dan", "eve", "fay", "gil"])
    try world.plan(10)
    let before = try world.duties()
    let hit = try #require(before.first { $0.window.start > .morning && $0.people.contains("cy") })
    try world.perform(
      AddAbsence(Absence("cy", DutyWindow(start: hit.window.start, end: hit.window.start + .minutes(60)))))
    try world.perform(PlanDuties(World.platform, weeks: 12, keeping: true))
    let after = try world.duties()
    #expect(after.count == 12)
    for (old, new) in zip(before, after) {
      #expect(old.number == new.number)
      if old.number == hit.number {
        #expect(!new.people.contains("cy") && new.people.count == 2)
      } else {
        #expect(old.people == new.people && old.sequence == new.sequence)
      }
    }
    try world.plan(12)
    #expect(try world.pairs() != after.map(\.people))
  }

  @Test("What was set by hand is for its own time: the rest of its week is planned like any other, for whom may be on")
  func restOfWeek() throws {
    let world = try World.withRotation(of: ["ana", "bo", "cy", "dan", "eve", "fay", "gil"])
    try world.plan(6)
    let week = try world.duties()[2].window
    let friday = week.start.days(4)
    try world.perform(SetDuty(World.platform, DutyWindow(start: week.start, end: friday), ["fay", "gil"]))
    let rest = try #require(try world.duties().first { $0.window.start == friday })
    try world.perform(AddAbsence(Absence("gil", DutyWindow(start: friday.days(1), end: friday.days(2)))))
    try world.perform(PlanDuties(World.platform, weeks: 6, keeping: true))
    #expect(try world.store.read { try $0.duty(rest.number) }.people == rest.people)
    try world.plan(6)
    let after = try #require(try world.duties().first { $0.window.start == friday })
    #expect(after.people.count == 2 && !after.people.contains("gil"))
  }

  @Test("Hand-set hours and cut weeks count once each when they are past: the plan that stands stays")
  func cutPast() throws {
    let world = try World.withRotation(of: ["ana", "bo", "cy", "dan", "eve", "fay", "gil"])
    try world.plan(12)
    let week = try world.duties()[1].window
    for hour in 0..<4 {
      let start = week.start.days(1) + .minutes(Int64(hour) * 300)
      try world.perform(SetDuty(World.platform, DutyWindow(start: start, end: start + .minutes(120)), ["fay", "gil"]))
    }
    try world.plan(12)
    let before = try world.duties().filter { $0.window.start >= week.end }.map(\.people)
    try world.plan(8, at: week.end.days(1))
    #expect(try world.duties().filter { $0.window.start >= week.end }.map(\.people).prefix(before.count) == before[...])
  }

  @Test("Of a swap both halves stay or neither does; where one of two can't be on, the other's agreement stays")
  func halves() throws {
    let world = try World.withRotation(of: ["ana", "bo", "cy", "dan", "eve", "fay", "gil"])
    try world.plan(12)
    let duties = try world.duties()
    let mine = duties[2]
    let who = mine.people[0]
    let theirs = try #require(
      duties.dropFirst(4).first { !$0.people.contains(who) && Set($0.people).isDisjoint(with: mine.people) })
    let with = theirs.people[0]
    try world.perform(SwapDuties(mine.number, of: who, for: theirs.number, of: with, reason: "a wedding"))
    let partner = mine.people[1]
    try world.perform(AddAbsence(Absence(partner, mine.window)))
    let outlook = try world.plan(12)
    #expect(outlook.lapsed.isEmpty)
    let after = try world.store.read { try $0.duty(mine.number) }
    #expect(after.people.contains(with) && !after.people.contains(partner) && !after.people.contains(who))
    #expect(try world.store.read { try $0.duty(theirs.number) }.people.contains(who))
    try world.perform(AddAbsence(Absence(with, mine.window)))
    let both = try world.plan(12)
    #expect(Set(both.lapsed.map(\.number)) == [mine.number, theirs.number])
  }

  @Test("A plan makes no past, says what it leaves before it, and reaches no further than any plan")
  func edges() throws {
    let world = try World.withRotation()
    let wednesday = Instant.morning.days(2)
    try world.plan(2, at: wednesday)
    #expect(try world.duties()[0].window.start == wednesday)
    let end = try #require(try world.duties().last).window.end
    let outlook = try world.store.read {
      try $0.dutyOutlook(of: World.platform, from: "2027-02-01", weeks: 2, now: wednesday)
    }
    #expect(outlook.gapBefore?.start == end)
    #expect(throws: DutyChangeRefusal.tooFar("9999-12-31")) {
      try world.store.read {
        try $0.dutyOutlook(of: World.platform, from: "9999-12-31", weeks: 1, now: wednesday)
      }
    }
  }

  @Test("The first duty begins with the first hand-over of the day, or is the one that is under way then")
  func from() throws {
    let world = try World.withRotation()
    let monday = try world.store.read {
      try $0.dutyOutlook(of: World.platform, from: "2026-12-14", weeks: 10, now: .morning)
    }
    #expect(monday.duties.count == 10 && monday.duties[0].window.start.rfc3339 == "2026-12-14T10:00:00.000Z")
    let friday = try world.store.read {
      try $0.dutyOutlook(of: World.platform, from: "2026-12-18", weeks: 1, now: .morning)
    }
    #expect(friday.duties[0].window.start.rfc3339 == "2026-12-14T10:00:00.000Z")
    #expect(try world.duties().isEmpty)
  }

  @Test("Past and running duties stay whatever is planned after; those ahead change")
  func pastStays() throws {
    let world = try World.withRotation()
    try world.plan(10)
    let before = try world.duties()
    let later = Instant.morning.days(16)
    try world.perform(RemoveRosterMember(Handle("eve"), from: World.platform), at: later)
    try world.plan(10, at: later)
    let after = try world.duties()
    #expect(Array(after.prefix(3)) == Array(before.prefix(3)))
    #expect(after.dropFirst(3).allSatisfy { !$0.people.contains("eve") })
    #expect(after.map(\.number).prefix(10) == before.map(\.number).prefix(10))
    #expect(after.count == 12)
    #expect(
      zip(before, after).allSatisfy { $0.people == $1.people ? $0.sequence == $1.sequence : $0.sequence < $1.sequence })
  }

  @Test("A swap stays when the same is planned again, and follows its duty when the hand-over moves by a day")
  func swapFollows() throws {
    let world = try World.withRotation()
    try world.plan(8)
    let duties = try world.duties()
    let one = duties[2]
    let who = try #require(one.people.first)
    let other = try #require(
      duties.dropFirst(3).first { !$0.people.contains(who) && !Set($0.people).isSubset(of: one.people) })
    let with = try #require(other.people.first { !one.people.contains($0) })
    let swapped = try world.perform(SwapDuties(one.number, of: who, for: other.number, of: with, reason: "a party"))
    #expect(swapped[0].people.contains(with) && !swapped[0].people.contains(who))
    #expect(swapped[1].people.contains(who) && swapped[1].sequence == 1)
    #expect(swapped[0].why.contains("\(with) for \(who) (a party)"))
    let content = try world.content()
    try world.plan(8)
    #expect(try world.content() == content)
    try world.perform(SetRota(DutyPattern(typed: "weekly Tue 09:00"), of: World.platform))
    let outlook = try world.plan(8)
    #expect(outlook.lapsed.isEmpty)
    for old in swapped {
      let new = try world.store.read { try $0.duty(old.number) }
      #expect(
        new.people == old.people && new.changes == old.changes
          && new.window.start == old.window.start.days(1) - .seconds(3600))
      #expect(new.sequence > old.sequence)
    }
    let moved = try world.duties()
    #expect(zip(moved, moved.dropFirst()).allSatisfy { $0.window.end == $1.window.start }, "no gap and no overlap")
  }

  @Test("A swap lapses where somebody in it can't be on any more, and the plan says so")
  func swapLapses() throws {
    let world = try World.withRotation()
    try world.plan(8)
    let duty = try world.duties()[3]
    let to = try #require(["ana", "bo", "cy", "dan", "eve"].map { Handle($0) }.first { !duty.people.contains($0) })
    try world.perform(ReplaceOnDuty(duty.number, from: duty.people[0], to: to))
    let (_, hits) = try world.perform(AddAbsence(Absence(to, duty.window, reason: "ill")))
    #expect(hits.map(\.number) == [duty.number])
    let outlook = try world.plan(8)
    #expect(outlook.lapsed.map(\.number) == [duty.number])
    #expect(try world.store.read { try !$0.duty(duty.number).people.contains(to) })
  }

  @Test("What was set by hand stays when it is planned again, and the plan goes around it")
  func setByHand() throws {
    let world = try World.withRotation()
    try world.plan(6)
    let window = DutyWindow(start: Instant.morning.days(16), end: Instant.morning.days(18))
    let duty = try world.perform(SetDuty(World.platform, window, ["ana", "eve"], reason: "the move"))
    #expect(duty.isFixed && duty.why == "set by ana (the move)")
    func check() throws {
      let duties = try world.duties()
      #expect(duties.contains(duty) && duties.count == 8)
      #expect(zip(duties, duties.dropFirst()).allSatisfy { $0.window.end == $1.window.start })
    }
    try check()
    try world.plan(6)
    try check()
    #expect(throws: DutyChangeRefusal.self) {
      try world.perform(SetDuty(World.platform, window, ["bo", "cy"]), by: .bo, at: .morning.days(20))
    }
    let wider = DutyWindow(start: Instant.morning.days(17), end: Instant.morning.days(19))
    #expect(
      throws: DutyChangeRefusal.overlaps("a duty from \(wider.text(in: .gmt))", with: duty.number, ["ana", "eve"])
    ) {
      try world.perform(SetDuty(World.platform, wider, ["bo", "cy"]))
    }
  }

  @Test("A duty set by hand that is released is the plan's again; what is over, or was planned, can't be")
  func release() throws {
    let world = try World.withRotation()
    try world.plan(6)
    let plan = try world.pairs()
    let window = DutyWindow(start: Instant.morning.days(16), end: Instant.morning.days(18))
    let duty = try world.perform(SetDuty(World.platform, window, ["ana", "eve"]))
    let released = try world.perform(ReleaseDuty(duty.number))
    #expect(!released.isFixed && released.people == duty.people && released.window == window)
    #expect(throws: DutyChangeRefusal.notSetByHand(duty.number)) { try world.perform(ReleaseDuty(duty.number)) }
    try world.plan(6)
    #expect(try world.pairs() == plan)

    let again = try world.perform(SetDuty(World.platform, window, ["ana", "eve"]))
    #expect(throws: DutyChangeRefusal.past("duty \(again.number)")) {
      try world.perform(ReleaseDuty(again.number), at: window.end)
    }
  }

  @Test("Of a duty under way that is released whoever is on stays on to the next hand-over")
  func releaseUnderWay() throws {
    let world = try World.withRotation()
    let window = DutyWindow(start: .morning.days(1), end: .morning.days(20))
    let duty = try world.perform(SetDuty(World.platform, window, ["ana", "eve"]))
    let now = Instant.morning.days(3)
    let handOver = try #require(DutyPattern.weekly.windows(from: now, count: 1, in: .gmt).first).end
    let rest = try world.perform(ReleaseDuty(duty.number), at: now)
    #expect(rest.window == DutyWindow(start: handOver, end: window.end) && rest.partOf == duty.number)
    let first = try world.store.read { try $0.duty(duty.number) }
    #expect(first.window == DutyWindow(start: window.start, end: handOver) && first.people == duty.people)
    try world.plan(4, at: now)
    let duties = try world.duties()
    #expect(duties.first == first && duties.count >= 4)
    #expect(zip(duties, duties.dropFirst()).allSatisfy { $0.window.end == $1.window.start })
    #expect(duties.dropFirst().allSatisfy { $0.window.length <= .seconds(7 * 86_400) })
  }

  @Test(
    "What is over can't be set by hand: from the past on is from this minute on, and the duty under way is cut there")
  func setFromThePast() throws {
    let world = try World.withRotation()
    let empty = DutyWindow(start: Instant.morning.days(-20), end: Instant.morning.days(9))
    let now = Instant.morning + .seconds(61)
    let alone = try world.perform(SetDuty(World.platform, empty, ["ana", "bo"]), at: now)
    #expect(alone.window == DutyWindow(start: .morning + .seconds(60), end: empty.end))
    #expect(try world.duties() == [alone])

    let other = try World.withRotation()
    try other.plan(4)
    let first = try other.duties()[0]
    let window = DutyWindow(start: first.window.start - .seconds(86_400), end: Instant.morning.days(2))
    let set = try other.perform(SetDuty(World.platform, window, ["dan", "eve"]), at: .morning.days(1) + .seconds(30))
    #expect(set.window == DutyWindow(start: .morning.days(1), end: window.end))
    let duties = try other.duties()
    #expect(duties[0].number == first.number && duties[0].people == first.people)
    #expect(duties[0].window == DutyWindow(start: first.window.start, end: .morning.days(1)))
    #expect(duties[1] == set && duties[2].partOf == first.number && duties[2].window.end == first.window.end)
  }

  @Test("Somebody who takes over in the middle is on from that minute on; what was before stays")
  func take() throws {
    let world = try World.withRotation()
    try world.plan(4)
    let running = try world.duties()[0]
    let to = try #require(["ana", "bo", "cy", "dan", "eve"].map { Handle($0) }.first { !running.people.contains($0) })
    let now = Instant.morning.days(2) + .seconds(90)
    let taken = try world.perform(
      TakeDuty(World.platform, from: running.people[1], who: to, reason: "ill"), at: now)
    #expect(taken.window == DutyWindow(start: Instant.morning.days(2) + .seconds(60), end: running.window.end))
    #expect(taken.people == [running.people[0], to] && taken.partOf == running.number)
    let first = try world.store.read { try $0.duty(running.number) }
    #expect(first.people == running.people && first.window.end == taken.window.start && first.sequence == 1)
    let facts = try world.duties().prefix(2)
    try world.plan(4, at: now)
    #expect(try world.duties().prefix(2) == facts)
    #expect(try world.duties().count == 5)
  }

  @Test("Absences that cover everyone leave a gap that says so")
  func everybodyAway() throws {
    let world = try World.withRotation(of: ["ana", "bo", "cy"])
    let window = DutyWindow(start: Instant.morning.days(7), end: Instant.morning.days(14))
    for who in ["ana", "bo", "cy"] {
      try world.perform(AddAbsence(Absence(Handle(who), window, reason: "the off-site")))
    }
    try world.plan(4)
    let gap = try #require(try world.duties().dropFirst().first)
    #expect(gap.isGap && gap.people.isEmpty && gap.why.contains("nobody is there; ana is away (the off-site)"))
    #expect(try world.duties().dropFirst(2).allSatisfy { !$0.isGap })
  }

  @Test("Who is on now and next is known of every team by one question")
  func nowAndNext() throws {
    let world = try World.withRotation()
    try world.perform(AddTeam(Team(name: TeamName("apps"))))
    #expect(try world.store.read { try $0.dutiesNowAndNext(at: .morning) }.isEmpty)
    try world.plan(3)
    let duties = try world.duties()
    let found = try world.store.read { try $0.dutiesNowAndNext(at: .morning.days(8)) }
    #expect(found == [World.platform: DutiesNowAndNext(now: duties[1], next: duties[2])])
    let end = try world.store.read { try $0.dutiesNowAndNext(at: .morning.days(22)) }
    #expect(end.isEmpty)
    let who = duties[1].people[0]
    let own = try world.store.read { try $0.duties(ofPerson: who, after: .morning.days(8)) }
    #expect(own == duties.dropFirst().filter { $0.people.contains(who) })
  }

  @Test("A run that names nobody is the pair's that is on duty, and else the actor's alone")
  func runOfThePair() throws {
    let world = try World.withRotation()
    try world.plan(3)
    let pair = try world.duties()[0].people
    let run = try world.start("staging", { $0.pair = [] })
    #expect(try Set(world.run(run.value).pair) == Set(pair))
  }

  @Test("What changed of somebody's duties since they looked is known, and of what is over nothing")
  func news() throws {
    let world = try World.withRotation()
    try world.plan(6)
    let seen = try world.head().seq
    // What somebody changes themselves is no news to them.
    let zoe = Actor(login: "zoe", uid: 1)
    let duty = try world.duties()[2]
    let (from, to) = (
      duty.people[0],
      try #require(["ana", "bo", "cy", "dan", "eve"].map { Handle($0) }.first { !duty.people.contains($0) })
    )
    try world.perform(ReplaceOnDuty(duty.number, from: from, to: to), by: zoe)
    for who in [from, to] {
      let news = try world.store.read { try $0.dutyNews(for: who, since: seen, now: .morning) }
      #expect(news.map(\.before?.people) == [duty.people] && news.map(\.after?.number) == [duty.number])
    }
    #expect(try world.store.read { try $0.dutyNews(for: to, since: seen, now: .morning.days(60)) }.isEmpty)
    try world.store.undo(by: zoe, at: .morning)
    #expect(try world.store.read { try $0.dutyNews(for: to, since: seen, now: .morning) }.isEmpty)
  }

  @Test(
    "What happened in a window is known: runs, what they put off, redlines, items and toil, and not what was before")
  func happenings() throws {
    let world = try World.withRotation()
    try world.start(at: .morning.days(1))
    try world.act(
      .settle(StepID("attend"), Settlement(.deferred, reason: .given("not today"))), at: .morning.days(1))
    let item = try world.add("router", .chore, .unstarted)
    try world.perform(AdvanceItems([item], .ahead), at: .morning.days(2))
    try world.perform(LogToil(World.platform, minutes: 25, what: "certificates"), at: .morning.days(2))
    func happenings(_ from: Int, _ to: Int) throws -> DutyHappenings {
      try world.store.read {
        try $0.happenings(
          of: World.platform, in: DutyWindow(start: Instant.morning.days(from), end: Instant.morning.days(to)))
      }
    }
    let week = try happenings(0, 7)
    #expect(week.runs.map(\.number.value) == [1] && week.items.map(\.number) == [item])
    #expect(week.deferred.map(\.step) == [StepID("attend")] && week.deferred.map(\.reason) == ["not today"])
    #expect(week.toil.map(\.minutes) == [25] && week.redlines.isEmpty)
    let next = try happenings(7, 14)
    #expect(next.runs.map(\.number.value) == [1], "it is in flight still")
    #expect(next.deferred.isEmpty && next.items.isEmpty && next.toil.isEmpty)
    #expect(try happenings(-7, 0).runs.isEmpty)
  }
}
