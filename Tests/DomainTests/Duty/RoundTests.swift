import Foundation
import Testing

@testable import Domain

/// What holds over a full round wherever the rules allow it: fair loads, and everybody meets before anybody meets again.
@Suite("Full rounds of duties")
struct RoundTests {
  private func members(_ count: Int, _ random: inout SeededGenerator) -> [RosterMember] {
    (0..<count).map {
      RosterMember(Handle("p\($0 < 10 ? "0" : "")\($0)"), experience: Experience.allCases[random.below(3)])
    }
  }

  private func loads(_ duties: some Sequence<Duty>) -> [Handle: Int] {
    Dictionary(duties.flatMap(\.people).map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// How many duties a round has: of an even number of people a perfect matching is left out.
  private func length(_ count: Int) -> Int {
    count == 2 ? 1 : count.isMultiple(of: 2) ? count * (count - 2) / 2 : count * (count - 1) / 2
  }

  @Test(
    "Whatever people's experience and whom they like, loads of a round are equal, and nobody is behind by two within it",
    arguments: 2...20)
  func loadsWithinOne(count: Int) throws {
    for seed in 0..<8 as Range<UInt64> {
      var random = SeededGenerator(state: seed * 100 + UInt64(count))
      let members = members(count, &random)
      let likes = count < 4 ? [] : [PairRule(.prefer, DutyPair(members[0].who, members[count - 1].who))]
      let plan = try DutyPlanning(members: members, rules: likes, zone: .gmt)
        .plan(from: DutyWorld.start, count: length(count) * 3)
      for round in 0..<3 {
        let loads = loads(plan[round * length(count)..<(round + 1) * length(count)])
        #expect(loads.count == count && Set(loads.values).count == 1, "seed \(seed), round \(round): \(loads)")
      }
    }
  }

  @Test("In an odd team every pair is met before any is repeated, round after round", arguments: [3, 5, 7, 9, 11, 19])
  func everyPair(count: Int) throws {
    for seed in 0..<5 as Range<UInt64> {
      var random = SeededGenerator(state: seed)
      let plan = try DutyPlanning(members: members(count, &random), zone: .gmt)
        .plan(from: DutyWorld.start, count: length(count) * 4)
      for round in 0..<4 {
        let pairs = plan[round * length(count)..<(round + 1) * length(count)].compactMap(\.pair)
        #expect(Set(pairs).count == length(count), "seed \(seed), round \(round)")
      }
    }
  }

  @Test(
    "With a rule that keeps two apart, all others are met before any is repeated, and loads are within one of each other",
    arguments: [5, 7, 9, 11])
  func keptApart(count: Int) throws {
    for seed in 0..<5 as Range<UInt64> {
      var random = SeededGenerator(state: seed)
      let members = members(count, &random)
      let never = DutyPair(members[random.below(count - 1)].who, members[count - 1].who)
      let plan = try DutyPlanning(members: members, rules: [PairRule(.never, never)], zone: .gmt)
        .plan(from: DutyWorld.start, count: length(count) - 1)
      #expect(Set(plan.compactMap(\.pair)).count == plan.count, "seed \(seed): \(plan.map(\.people))")
      #expect(!plan.contains { $0.pair == never })
      let loads = loads(plan).values
      #expect((loads.max() ?? 0) - (loads.min() ?? 0) <= 1, "seed \(seed): \(loads)")
    }
  }

  @Test("After somebody has left in the middle of a round, nobody is ever more than two duties ahead of another")
  func leaving() throws {
    for count in [5, 7, 9] {
      var random = SeededGenerator(state: UInt64(count))
      var members = members(count, &random)
      let round = length(count)
      members[0].leaves = CivilTime(DutyWorld.days(round * 7 + 1), in: .gmt).isoDate
      let plan = try DutyPlanning(members: members, zone: .gmt)
        .plan(from: DutyWorld.start, count: round + 1 + length(count - 1) * 2)
      let before = loads(plan.prefix(round))
      #expect(Set(before.values) == [count - 1])
      let after = loads(plan.dropFirst(round + 1))
      #expect(after[members[0].who] == nil)
      #expect((after.values.max() ?? 0) - (after.values.min() ?? 0) <= 2, "\(after)")
    }
  }

  @Test(
    "Plans whose hand-overs lie in the hours that the clocks change have no gap and nobody twice",
    arguments: [
      ("Europe/Berlin", "2027-03-20", "2027-10-23"), ("America/Santiago", "2027-03-27", "2027-08-28"),
      ("Australia/Lord_Howe", "2027-03-27", "2027-09-25"),
    ], ["daily 02:30", "daily 00:00, 12:00", "weekly Sun 02:00"])
  func clockChanges(place: (String, String, String), pattern: String) throws {
    let zone = try #require(TimeZone(identifier: place.0))
    var random = SeededGenerator(state: 7)
    for day in [place.1, place.2] {
      let start = Instant(day: try #require(CivilTime(date: day)), minute: 0, in: zone)
      let planning = DutyPlanning(
        members: members(7, &random), pattern: try DutyPattern(typed: pattern), zone: zone)
      let plan = try planning.plan(from: start, count: 30)
      #expect(plan.count == 30 && plan.allSatisfy { $0.people.count == 2 && $0.window.start < $0.window.end })
      #expect(zip(plan, plan.dropFirst()).allSatisfy { $0.window.end == $1.window.start })
      let offsets = Set(
        plan.map { zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double($0.window.start.milliseconds) / 1000)) })
      #expect(offsets.count == 2, "the clocks change in it")
    }
  }
}
