import Domain
import Testing

@testable import Store

@Suite("Undo and redo of duties")
struct DutyUndoTests {
  @Test("Undo of every action gives back what was before, and redo what was after", arguments: 1...8)
  func identity(seed: UInt64) throws {
    let world = try World.withRotation()
    var dice = ItemDice(state: seed)
    var states = [try world.dutyRows()]
    for step in 0..<40 {
      let head = try world.head()
      do {
        try act(in: world, &dice, at: .morning.days(step / 4))
      } catch is DutyChangeRefusal {
      } catch is DutyRefusal {
      } catch is Missing {}
      if try world.head() == head {
        #expect(try world.dutyRows() == states.last)
      } else {
        states.append(try world.dutyRows())
      }
      try check(world)
    }
    for state in states.dropLast().reversed() {
      try world.store.undo(by: .ana, at: .morning)
      #expect(try world.dutyRows() == state)
    }
    for state in states.dropFirst() {
      try world.store.redo(by: .ana, at: .morning)
      #expect(try world.dutyRows() == state)
    }
    #expect(try world.store.verify().isSound)
  }

  /// Whatever was done, no two duties of a team overlap, and nobody is on twice in one.
  private func check(_ world: World) throws {
    let duties = try world.duties()
    #expect(zip(duties, duties.dropFirst()).allSatisfy { $0.window.end <= $1.window.start })
    #expect(duties.allSatisfy { Set($0.people).count == $0.people.count && $0.window.start < $0.window.end })
  }

  private func act(in world: World, _ dice: inout ItemDice, at now: Instant) throws {
    let people = ["ana", "bo", "cy", "dan", "eve"].map { Handle($0) }
    let (one, two) = (people[dice.below(5)], people[dice.below(5)])
    let duties = try world.duties()
    let duty = duties.isEmpty ? nil : duties[dice.below(duties.count)]
    let other = duties.isEmpty ? nil : duties[dice.below(duties.count)]
    let start = now.days(dice.below(40))
    let window = DutyWindow(start: start, end: start.days(1 + dice.below(10)))
    let team = World.platform
    switch dice.below(12) {
    case 0, 1, 2: try world.plan(1 + dice.below(8), at: now)
    case 3:
      let patterns = [
        "weekly Mon 10:00", "weekly Tue 09:00", "weekly Mon 10:00, Fri 10:00", "every 3 days from 2026-12-01 08:00",
      ]
      try world.perform(SetRota(DutyPattern(typed: patterns[dice.below(4)]), of: team), at: now)
    case 4: try world.perform(AddAbsence(Absence(one, window, reason: "away")), at: now)
    case 5: try world.perform(RemoveAbsence(1 + dice.below(4)), at: now)
    case 6:
      guard one != two else { return }
      try world.perform(AddPairRule(PairRule(dice.chance(2) ? .never : .prefer, DutyPair(one, two)), of: team), at: now)
    case 7: try world.perform(SetDuty(team, window, [one, two]), at: now)
    case 8:
      guard let duty else { return }
      try world.perform(ReplaceOnDuty(duty.number, from: duty.people.first, to: one), at: now)
    case 9:
      guard let duty, let other, let who = duty.people.first else { return }
      try world.perform(SwapDuties(duty.number, of: who, for: other.number, of: other.people.last), at: now)
    case 10:
      if !dice.chance(3) {
        try world.perform(LogToil(team, minutes: 15, what: "certificates"), at: now)
        return
      }
      try world.perform(RemoveRosterMember(one, from: team), at: now)
    default: try world.perform(SetRosterMembers([one], of: team) { $0.experience = .novice }, at: now)
    }
  }
}
