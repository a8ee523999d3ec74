import Foundation
import Testing

@testable import Domain

@Suite("Who has been on with whom")
struct PairMatrixTests {
  private static let past = [
    DutyWorld.duty(-9, "ana", "bo"), DutyWorld.duty(-3, "bo", "ana"), DutyWorld.duty(-1, "cy", "bo"),
    DutyWorld.duty(0, "cy", "dee"), DutyWorld.duty(1, "dee", "ana"), DutyWorld.duty(4, "ana", "dee"),
  ]

  private func matrix(at now: Instant, rules: [PairRule] = []) -> PairMatrix {
    PairMatrix(people: ["dee", "ana", "bo", "cy", "ana"], duties: Self.past.shuffled(), rules: rules, at: now)
  }

  @Test("It counts duties together, says when the last one was, and when the next one is")
  func counts() {
    let matrix = matrix(at: DutyWorld.days(3))
    #expect(matrix.people == ["ana", "bo", "cy", "dee"])
    let met = matrix.meetings(of: DutyPair("bo", "ana"))
    #expect(met.count == 2 && met.last == DutyWorld.week(-3) && met.next == nil)
    #expect(matrix.recency(of: DutyPair("ana", "bo")) == .days(17))
    #expect(matrix.recency(of: DutyPair("bo", "cy")) == .days(3))
    #expect(matrix.recency(of: DutyPair("cy", "dee")) == .now)
    #expect(matrix.recency(of: DutyPair("ana", "cy")) == .notYet)
    #expect(matrix.meetings(of: DutyPair("ana", "dee")).next == DutyWorld.week(1))
    #expect(matrix.notYetMet.map(\.people) == [["ana", "cy"], ["ana", "dee"], ["bo", "dee"]])
  }

  @Test("Those whom a rule keeps apart are not among those who have yet to meet; what they had stays")
  func rules() {
    let rules = [
      PairRule(.never, DutyPair("ana", "cy")), PairRule(.never, DutyPair("ana", "bo")),
      PairRule(.prefer, DutyPair("bo", "dee")),
    ]
    let matrix = matrix(at: DutyWorld.days(3), rules: rules)
    #expect(matrix.recency(of: DutyPair("ana", "cy")) == .keptApart)
    #expect(matrix.recency(of: DutyPair("ana", "bo")) == .days(17))
    #expect(matrix.notYetMet.map(\.people) == [["ana", "dee"], ["bo", "dee"]])
  }

  @Test("Duties with others, with one, and with the same person twice are no meetings")
  func others() {
    let duties = [DutyWorld.duty(-1, "ana", "zoe"), DutyWorld.duty(-1, "ana"), DutyWorld.duty(-1, "ana", "ana")]
    let matrix = PairMatrix(people: ["ana", "bo"], duties: duties, at: DutyWorld.start)
    #expect(matrix.notYetMet == [DutyPair("ana", "bo")])
    #expect(PairMatrix(people: [], duties: duties, at: DutyWorld.start).pairs.isEmpty)
  }
}
