import Foundation
import Testing

@testable import Domain

@Suite("Who is on duty")
struct RotationTests {
  private static let start = Instant(milliseconds: 1_796_637_600_000)

  private func members(_ count: Int) -> [RosterMember] {
    (0..<count).map { RosterMember(Handle("p\($0 < 10 ? "0" : "")\($0)")) }
  }

  private func carriesOver(_ plan: [Duty]) -> Int {
    zip(plan, plan.dropFirst()).count { !Set($0.people).isDisjoint(with: $1.people) }
  }

  @Test("Over a full round all pairs meet once, all have as many duties, and one carries over", arguments: 3...20)
  func round(count: Int) throws {
    let isOdd = !count.isMultiple(of: 2)
    let length = isOdd ? count * (count - 1) / 2 : count * (count - 2) / 2
    let plan = try DutyPlanning(members: members(count), zone: .gmt).plan(from: Self.start, count: length * 3)
    #expect(carriesOver(plan) == plan.count - 1)
    for round in 0..<3 {
      let duties = plan[round * length..<(round + 1) * length]
      #expect(Set(duties.map(\.pair)).count == length)
      let loads = Dictionary(grouping: duties.flatMap(\.people)) { $0 }.mapValues(\.count)
      #expect(Set(loads.values).count == 1 && loads.count == count)
    }
  }

  @Test("Of an even number each round leaves out another matching: after all of them, all have met as often")
  func matchings() throws {
    let plan = try DutyPlanning(members: members(6), zone: .gmt).plan(from: Self.start, count: 12 * 5)
    let meetings = Dictionary(grouping: plan.compactMap(\.pair)) { $0 }.mapValues(\.count)
    #expect(meetings.count == 15 && Set(meetings.values) == [4])
  }

  @Test("A team of two is always on; of one, or of nobody, there is no pair")
  func small() throws {
    let plan = try DutyPlanning(members: members(2), zone: .gmt).plan(from: Self.start, count: 5)
    #expect(plan.allSatisfy { $0.people.count == 2 })
    #expect(throws: DutyRefusal.teamTooSmall(["p00"])) {
      try DutyPlanning(members: members(1), zone: .gmt).plan(from: Self.start, count: 5)
    }
    #expect(throws: DutyRefusal.teamTooSmall([])) {
      try DutyPlanning(members: [], zone: .gmt).plan(from: Self.start, count: 5)
    }
  }

  @Test("A limit of somebody's own holds while two others are there; where it can't, the plan says whose is passed")
  func limits() throws {
    var people = members(3)
    people[2].mostDuties = 1
    let plan = try DutyPlanning(members: people, zone: .gmt).plan(from: Self.start, count: 16)
    let starts = plan.filter { $0.people.contains("p02") }.map(\.window.start)
    #expect(starts.count >= 3)
    #expect(zip(starts, starts.dropFirst()).allSatisfy { $1 - $0 >= .seconds(28 * 86_400) })
    for index in people.indices { people[index].mostDuties = 1 }
    let tight = try DutyPlanning(members: people, zone: .gmt).plan(from: Self.start, count: 4)
    #expect(tight[0].reasons.allSatisfy { if case .overLimit = $0 { false } else { true } })
    #expect(tight[2].reasons.contains { if case .overLimit = $0 { true } else { false } })
  }

  @Test("Rules that leave no pair are named")
  func noPair() {
    let rule = PairRule(.never, DutyPair("p00", "p01"), reason: "a couple")
    let refusal = #expect(throws: DutyRefusal.self) {
      try DutyPlanning(members: members(2), rules: [rule], zone: .gmt).plan(from: Self.start, count: 5)
    }
    #expect(refusal?.description.contains("p00 never with p01 (a couple)") == true)
  }

  @Test("Absences that cover everyone leave a gap that says so, and the next duty has a pair again")
  func everybodyAway() throws {
    let away = DutyWindow(start: Self.start, end: Self.start + .seconds(7 * 86_400))
    let absences = ["p00", "p01", "p02"].map { Absence(Handle($0), away, reason: "the off-site") }
    let plan = try DutyPlanning(members: members(3), absences: absences, zone: .gmt).plan(from: Self.start, count: 3)
    #expect(plan[0].people.isEmpty && plan[0].reasons.first == .nobody)
    #expect(plan[0].reasons.contains(.away("p01", "the off-site")))
    #expect(plan[1].people.count == 2)
  }

  @Test("Where a rule leaves one alone, it is the rule that is told, and not that nobody else is there")
  func keptApart() throws {
    let away = DutyWindow(start: Self.start, end: Self.start + .seconds(7 * 86_400))
    let rule = PairRule(.never, DutyPair("p00", "p01"), reason: "married")
    let planning = DutyPlanning(
      members: members(3), absences: [Absence("p02", away, reason: "ill")], rules: [rule], zone: .gmt)
    let plan = try planning.plan(from: Self.start, count: 2)
    #expect(plan[0].people == ["p00"] && plan[0].reasons == [.keptApart(rule), .away("p02", "ill")])
    #expect(plan[0].reasons[0].description == "p00 is never on with p01 (married)" && plan[0].reasons[0].isTradeOff)
    #expect(plan[1].people.contains("p02"))
  }

  @Test("A newcomer is not given all the duties, and meets the others")
  func newcomer() throws {
    var members = members(7)
    members[6].joins = "2027-02-01"
    let plan = try DutyPlanning(members: members, zone: .gmt).plan(from: Self.start, count: 60)
    let joined = plan.filter { $0.window.start.rfc3339 > "2027-02-01" }
    #expect(plan.filter { $0.window.start.rfc3339 < "2027-02-01" }.allSatisfy { !$0.people.contains("p06") })
    let first = joined.prefix(14).count { $0.people.contains("p06") }
    #expect((2...6).contains(first), "\(first) of the first 14")
    #expect(Set(joined.filter { $0.people.contains("p06") }.compactMap(\.pair)).count == 6)
  }

  @Test("Each duty says why these two, and what was given up")
  func reasons() throws {
    let away = DutyWindow(start: Self.start + .seconds(8 * 86_400), end: Self.start + .seconds(9 * 86_400))
    let planning = DutyPlanning(members: members(5), absences: [Absence("p01", away, reason: "ill")], zone: .gmt)
    let plan = try planning.plan(from: Self.start, count: 4)
    // Whoever is away next does not come in now.
    #expect(!plan[0].people.contains("p01"))
    #expect(plan[0].reasons == [.neverPaired, .loads(0, 0)])
    #expect(plan[1].reasons.map(\.description).joined(separator: "; ").contains("carries over"))
    let set = Duty(plan[0].window, ["p00", "p01"], reasons: [.setByHand("p00")])
    let again = try planning.plan(from: Self.start, count: 4, after: [set])
    #expect(!again[1].people.contains("p01"))
    #expect(again[1].reasons.contains(.away("p01", "ill")))
  }

  @Test("Two novices are kept apart while there is another pair, and those who like it are put together first")
  func mix() throws {
    var members = members(5)
    members[0].experience = .novice
    members[1].experience = .novice
    members[4].experience = .veteran
    let planning = DutyPlanning(members: members, rules: [PairRule(.prefer, DutyPair("p02", "p04"))], zone: .gmt)
    let plan = try planning.plan(from: Self.start, count: 10)
    #expect(plan.firstIndex { $0.pair == DutyPair("p00", "p01") }.map { $0 > 0 } ?? true)
    #expect(Set(plan.map(\.pair)).count == 10)
  }

  /// A team with everything at once, made from a number.
  private func random(_ seed: UInt64) -> DutyPlanning {
    var random = SeededGenerator(state: seed)
    let count = 2 + random.below(19)
    var members = members(count)
    for index in members.indices {
      members[index].experience = Experience.allCases[random.below(3)]
      if index > 2, random.below(5) == 0 {
        members[index].joins = CivilTime(Self.start + .seconds(Int64(random.below(200)) * 86_400), in: .gmt).isoDate
      }
      if index > 2, random.below(6) == 0 {
        members[index].leaves =
          CivilTime(Self.start + .seconds(Int64(100 + random.below(200)) * 86_400), in: .gmt).isoDate
      }
      if random.below(8) == 0 { members[index].mostDuties = 1 + random.below(3) }
    }
    let absences = (0..<random.below(count * 2)).map { _ in
      let from = Self.start + .seconds(Int64(random.below(300)) * 86_400)
      return Absence(
        members[random.below(count)].who,
        DutyWindow(start: from, end: from + .seconds(Int64(1 + random.below(21)) * 86_400)))
    }
    let rules: [PairRule] = (0..<(count < 4 ? 0 : random.below(count / 2))).map { _ in
      let one = random.below(count)
      return PairRule(.never, DutyPair(members[one].who, members[(one + 1 + random.below(count - 1)) % count].who))
    }
    let patterns = ["weekly Mon 10:00", "daily 09:00", "weekly Mon 10:00, Fri 10:00", "daily 08:00, 20:00"]
    let pattern = (try? DutyPattern(typed: patterns[random.below(4)])) ?? .weekly
    return DutyPlanning(members: members, absences: absences, rules: rules, pattern: pattern, zone: .gmt)
  }

  @Test("Any team: no gap between duties, nobody twice, no pair that may not be, nobody who is away or has left")
  func properties() throws {
    for seed in 0..<300 as Range<UInt64> {
      let planning = random(seed)
      let plan = try planning.plan(from: Self.start, count: 60)
      let never = Set(planning.rules.map(\.pair))
      for (one, other) in zip(plan, plan.dropFirst()) { #expect(one.window.end == other.window.start) }
      for duty in plan {
        #expect(Set(duty.people).count == duty.people.count)
        #expect(duty.pair.map { !never.contains($0) } ?? true, "seed \(seed)")
        let there = planning.members.filter { isThere($0, duty.window, planning) }.map(\.who)
        #expect(Set(duty.people).isSubset(of: there), "seed \(seed)")
        let isPossible = there.indices.contains { index in
          there[(index + 1)...].contains { !never.contains(DutyPair(there[index], $0)) }
        }
        #expect(duty.isGap == !isPossible, "seed \(seed): \(duty)")
      }
    }
  }

  private func isThere(_ member: RosterMember, _ window: DutyWindow, _ planning: DutyPlanning) -> Bool {
    let (first, last) = (window.start.rfc3339.prefix(10), (window.end - .milliseconds(1)).rfc3339.prefix(10))
    return (member.joins.map { $0 <= first } ?? true) && (member.leaves.map { $0 >= last } ?? true)
      && !planning.absences.contains { $0.who == member.who && $0.window.overlaps(window) }
  }

  @Test("The same input gives the same plan, and a plan that is extended is the longer plan")
  func extended() throws {
    for seed in 0..<200 as Range<UInt64> {
      let planning = random(seed)
      let long = try planning.plan(from: Self.start, count: 50)
      #expect(try planning.plan(from: Self.start, count: 50) == long)
      let cut = 1 + Int(seed % 40)
      let short = try planning.plan(from: Self.start, count: cut)
      #expect(short == Array(long.prefix(cut)), "seed \(seed)")
      let more = try planning.plan(from: short[cut - 1].window.end, count: 50 - cut, after: short)
      #expect(short + more == long, "seed \(seed)")
    }
  }

  @Test("Of two facts in one window the first stands, and facts further on are still seen")
  func twoFacts() throws {
    let planning = DutyPlanning(members: members(5), zone: .gmt)
    let plan = try planning.plan(from: Self.start, count: 8)
    let middle = plan[2].window.start + .seconds(86_400)
    let facts = [
      Duty(DutyWindow(start: plan[2].window.start, end: middle), ["p00", "p04"]),
      Duty(DutyWindow(start: middle, end: plan[2].window.end), ["p01", "p04"]), Duty(plan[5].window, ["p02", "p04"]),
    ]
    let again = try planning.plan(from: Self.start, count: 8, after: facts)
    #expect(again[2].people == ["p00", "p04"] && again[5].people == ["p02", "p04"])
    #expect(again.allSatisfy { $0.people.count == 2 })
  }

  @Test("What was set by hand stands, and what follows goes on from it")
  func byHand() throws {
    let planning = DutyPlanning(members: members(5), zone: .gmt)
    let plan = try planning.plan(from: Self.start, count: 10)
    let set = Duty(plan[4].window, ["p00", "p04"], reasons: [.setByHand("p00")])
    let again = try planning.plan(from: Self.start, count: 10, after: [set])
    #expect(again[4] == set && Array(again.prefix(4)) == Array(plan.prefix(4)))
    #expect(again.allSatisfy { $0.people.count == 2 })
  }
}
