import Domain
import Testing

@testable import Store

@Suite("Hand-overs and calendars, out of the store")
struct HandoffStoreTests {
  private func actor(_ who: Handle) -> Actor { Actor(login: who.text, uid: 1, person: who) }

  private func waiting(_ world: World, _ who: Handle, at now: Instant) throws -> [Int] {
    try world.store.read { try $0.handoffsWaiting(for: who, at: now) }.map(\.duty.number)
  }

  @Test("It waits for both pairs from an hour before the duty ends, for three days, or until they have signed")
  func waits() throws {
    let world = try World.withRotation()
    try world.plan(6)
    let duties = try world.duties()
    let (end, number) = (duties[1].window.end, duties[1].number)
    let people = (duties[1].people + duties[2].people).firstOfEach
    #expect(people.count == 3)
    for who in people {
      #expect(try !waiting(world, who, at: end - .minutes(61)).contains(number.value))
      #expect(try waiting(world, who, at: end - .minutes(60)) == [number.value])
      #expect(try waiting(world, who, at: end.days(2)) == [number.value])
      #expect(try !waiting(world, who, at: end.days(3)).contains(number.value))
    }
    try world.perform(SignHandoff(number), by: actor(people[0]), at: end)
    #expect(try waiting(world, people[0], at: end).isEmpty)
    #expect(try waiting(world, people[1], at: end) == [number.value])
    try world.store.undo(by: actor(people[0]), at: end)
    #expect(try waiting(world, people[0], at: end) == [number.value])
    #expect(try waiting(world, "nobody", at: end).isEmpty)
  }

  @Test("Those that were not signed wait beside the next ones, for three days, the last one first")
  func several() throws {
    let world = try World.withRotation()
    try world.perform(SetRota(DutyPattern(typed: "daily 10:00"), of: World.platform))
    try world.plan(2)
    let duties = try world.duties()
    let now = duties[4].window.end + .minutes(1)
    func inStandUp() throws -> [Int] {
      try world.store.read { try $0.standUp(of: World.platform, at: now) }.waiting.compactMap { waiting in
        if case .signature(let duty) = waiting.what { duty.number } else { nil }
      }
    }
    let numbers = duties.map(\.number.value)
    #expect(try inStandUp() == [numbers[4], numbers[3], numbers[2]])
    for who in (duties[3].people + duties[4].people).firstOfEach {
      #expect(try waiting(world, who, at: now).contains(numbers[3]))
      try world.perform(SignHandoff(duties[3].number), by: actor(who), at: now)
      #expect(try !waiting(world, who, at: now).contains(numbers[3]))
    }
    #expect(try inStandUp() == [numbers[4], numbers[2]])
    let who = try #require(duties[2].people.first)
    #expect(try waiting(world, who, at: now).contains(numbers[2]))
  }

  @Test("A duty that was cut in the middle is handed over to its other part, and that one to the next duty")
  func cut() throws {
    let world = try World.withRotation()
    try world.plan(3)
    let before = try world.duties()
    let (first, next) = (before[0], before[1])
    let other = try #require(
      ["cy", "dan", "eve"].map { Handle($0) }.first { !first.people.contains($0) && !next.people.contains($0) })
    let rest = try world.perform(
      TakeDuty(World.platform, from: first.people[0], who: other), at: .morning.days(2))
    let (one, two) = try world.store.read { reader in
      (
        try reader.handoff(of: first.number, at: .morning.days(3)),
        try reader.handoff(of: rest.number, at: .morning.days(3))
      )
    }
    #expect(one.outgoing == first.people && one.incoming == rest.people && rest.people.contains(other))
    #expect(two.outgoing == rest.people && two.incoming == next.people)
    #expect(one.duty.window.end == two.duty.window.start)
  }

  @Test("What a new plan drops stays known to calendars, with its sequence raised and since when")
  func dropped() throws {
    let world = try World.withRotation()
    try world.perform(SetRota(DutyPattern(typed: "daily 10:00"), of: World.platform))
    try world.plan(2)
    try world.perform(SetRota(.weekly, of: World.platform))
    try world.plan(2, at: .morning.days(1))
    let (all, live) = try world.store.read { reader in
      (try reader.calendarDuties(of: World.platform, after: .morning), try reader.duties(of: World.platform))
    }
    let gone = all.filter(\.isCancelled)
    #expect(!gone.isEmpty && gone.allSatisfy { $0.sequence == 1 && $0.changedAt == .morning.days(1) })
    #expect(Set(all.filter { !$0.isCancelled }.map(\.duty.number)) == Set(live.map(\.number.value)))
    let later = try world.store.read { try $0.calendarDuties(of: World.platform, after: .morning.days(100)) }
    #expect(later.isEmpty)
    #expect(try world.store.verify().isSound)
  }

  private func calendar(_ world: World, of who: Handle, at now: Instant) throws -> [Int: CalendarDuty] {
    let duties = try world.store.read { try $0.calendarDuties(ofPerson: who, after: now - CalendarDuty.kept) }
    return Dictionary(duties.map { ($0.duty.number, $0) }, uniquingKeysWith: { $1 })
  }

  @Test(
    "What a plan, or a pair set by hand, gives to others is cancelled in the calendar of who had it, as they had it",
    arguments: [true, false])
  func givenToOthers(byPlan: Bool) throws {
    let world = try World.withRotation()
    try world.plan(6)
    let before = try world.duties()[2]
    let bo = try #require(before.people.first)
    let now = Instant.morning.days(1)
    if byPlan {
      try world.perform(AddAbsence(Absence(bo, before.window)), at: now)
      try world.perform(PlanDuties(World.platform, weeks: 6, keeping: true), at: now)
    } else {
      let others = ["ana", "bo", "cy", "dan", "eve"].map { Handle($0) }.filter { !before.people.contains($0) }
      try world.perform(SetDuty(World.platform, before.window, Array(others.prefix(2))), at: now)
    }
    #expect(try world.store.read { try !$0.duty(before.number).people.contains(bo) })
    let told = try #require(try calendar(world, of: bo, at: now)[before.number.value])
    #expect(told.isCancelled && told.sequence == 1 && told.changedAt == now)
    #expect(told.duty.people == before.people && told.duty.window == before.window)
    #expect(try calendar(world, of: bo, at: now.days(200))[before.number.value] == nil)
  }

  @Test("What calendars are told never falls, also when a change is taken back and done again")
  func takenBack() throws {
    let world = try World.withRotation()
    try world.plan(6)
    let duty = try world.duties()[2]
    let bo = try #require(duty.people.first)
    let to = try #require(["ana", "bo", "cy", "dan", "eve"].map { Handle($0) }.first { !duty.people.contains($0) })
    func told(at now: Instant) throws -> CalendarDuty {
      let own = try #require(try calendar(world, of: bo, at: now)[duty.number.value])
      let team = try world.store.read { try $0.calendarDuties(of: World.platform, after: now) }
      #expect(team.first { $0.duty.number == duty.number.value }?.sequence == own.sequence)
      return own
    }
    #expect(try told(at: .morning).sequence == 0)
    try world.perform(ReplaceOnDuty(duty.number, from: bo, to: to), at: .morning.days(1))
    let replaced = try told(at: .morning.days(1))
    #expect(replaced.isCancelled && replaced.sequence == 1)
    let ana = Actor(login: "ana", uid: 1000, person: "ana")
    try world.store.undo(by: ana, at: .morning.days(2))
    let undone = try told(at: .morning.days(2))
    #expect(!undone.isCancelled && undone.sequence == 2 && undone.changedAt == .morning.days(2))
    try world.store.redo(by: ana, at: .morning.days(3))
    let redone = try told(at: .morning.days(3))
    #expect(redone.isCancelled && redone.sequence == 3 && redone.changedAt == .morning.days(3))
    try world.perform(WriteHandoff(duty.number, note: "no change of the duty"), at: .morning.days(15))
    #expect(try told(at: .morning.days(4)).sequence == 3)
  }

  @Test("Another note that somebody wrote meanwhile is not written over; the same words are")
  func note() throws {
    let world = try World.withRotation()
    try world.plan(2)
    let number = try world.duties()[0].number
    try world.perform(WriteHandoff(number, note: "one", replacing: ""))
    try world.perform(WriteHandoff(number, note: "two", replacing: "one"), by: actor("bo"))
    #expect(throws: DutyChangeRefusal.noteChanged(number, by: "bo")) {
      try world.perform(WriteHandoff(number, note: "three", replacing: "one"))
    }
    try world.perform(WriteHandoff(number, note: "three"))
    #expect(try world.store.read { try $0.handoffNote(of: number) }?.note == "three")
  }
}
