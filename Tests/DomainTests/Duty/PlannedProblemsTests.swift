import Foundation
import Testing

@testable import Domain

@Suite("What is planned is held against what is wrong")
struct PlannedProblemsTests {
  /// A team with joins, leaves, absences and rules, in a zone with clocks that change, made from a number.
  private func planning(_ seed: UInt64) throws -> DutyPlanning {
    var random = SeededGenerator(state: seed)
    var planning = DutyPlanning(
      members: (0..<(4 + random.below(8))).map { RosterMember(Handle("p\($0 < 10 ? "0" : "")\($0)")) },
      zone: try #require(
        TimeZone(identifier: random.pick(["Europe/Berlin", "Australia/Lord_Howe", "America/Santiago"]))))
    func day(_ number: Int) -> String { CivilTime(DutyWorld.days(number), in: planning.zone).isoDate }
    for index in planning.members.indices.dropFirst(2) where random.below(3) == 0 {
      planning.members[index].joins = day(random.below(300))
      if random.below(2) == 0 { planning.members[index].leaves = day(random.below(360)) }
    }
    for _ in 0..<random.below(10) {
      let from = random.below(350)
      planning.absences.append(
        Absence(
          random.pick(planning.members).who,
          DutyWindow(start: DutyWorld.days(from), end: DutyWorld.days(from + 1 + random.below(20)))))
    }
    planning.rules = [PairRule(.never, DutyPair(planning.members[0].who, planning.members[2].who))]
    return planning
  }

  @Test(
    "A plan has no gap, no overlap, nobody who is away or gone, and no pair that is kept apart; at most it is short")
  func planned() throws {
    for seed in 0..<60 as Range<UInt64> {
      let planning = try planning(seed)
      let plan = try planning.plan(from: DutyWorld.start, until: DutyWorld.days(364))
      let duties = plan.enumerated().map { TeamDuty(DutyWorld.platform, $0.offset + 1, $0.element) }
      let found = DutyProblems.found(
        in: duties.shuffled(), teams: [DutyWorld.platform: planning],
        within: DutyWindow(start: DutyWorld.start, end: DutyWorld.days(364)))
      let gaps = duties.filter(\.duty.isGap).map { DutyProblem.short($0) }
      #expect(found == gaps, "seed \(seed)")
    }
  }

  @Test("The loads of a plan add up to its duties, and the shares to as many")
  func shares() throws {
    for seed in 0..<30 as Range<UInt64> {
      let planning = try planning(seed)
      let plan = try planning.plan(from: DutyWorld.start, count: 40)
      let period = DutyWindow(start: plan[0].window.start, end: plan[39].window.end)
      let fairness = Fairness(planning, duties: plan, in: period)
      let places = plan.reduce(0) { $0 + $1.people.count }
      #expect(fairness.loads.reduce(0) { $0 + $1.duties } == places)
      #expect(abs(fairness.loads.reduce(0) { $0 + $1.share } - Double(places)) < 1e-6)
    }
  }
}
