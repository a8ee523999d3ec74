import Foundation
import Testing

@testable import Domain

@Suite("One pair hands over to the next")
struct HandoffTests {
  private static let sides = HandoffSides(
    DutyWorld.duty(DutyWorld.platform, 7, week: 0, "ana", "bo"), incoming: ["bo", "cy"])

  private func signature(_ who: Handle, of sides: HandoffSides, day: Int = 7) throws -> HandoffSignature {
    try sides.signature(of: who, at: DutyWorld.days(day), isVouchedFor: true)
  }

  @Test("Both pairs sign, and whoever carries over signs once")
  func signing() throws {
    var sides = Self.sides
    #expect(sides.unsigned == ["ana", "bo", "cy"])
    for who in ["bo", "ana", "cy"] as [Handle] {
      #expect(!sides.isSigned)
      sides.signatures.append(try signature(who, of: sides))
    }
    #expect(sides.isSigned)
    #expect(sides.signatures.map(\.side) == [.outgoing, .outgoing, .incoming])
  }

  @Test("Nobody signs twice, nobody else signs, and nobody before the duty has begun")
  func refused() throws {
    var sides = Self.sides
    sides.signatures = [try signature("ana", of: sides)]
    let number = DutyNumber(7)
    #expect(throws: DutyChangeRefusal.alreadySigned("ana", number)) { try signature("ana", of: sides, day: 8) }
    #expect(throws: DutyChangeRefusal.notTheirs("zoe", number, outgoing: ["ana", "bo"], incoming: ["bo", "cy"])) {
      try signature("zoe", of: sides)
    }
    #expect(throws: DutyChangeRefusal.notBegun(number)) { try signature("bo", of: sides, day: -1) }
  }

  @Test("What is handed over of a duty that is long over is what was under way at its end")
  func inFlight() {
    func run(_ number: Int, endedOn day: Int?) -> RunSummary {
      RunSummary(
        number: RunNumber(number), version: VersionReference(checklist: ChecklistName("x"), number: 1),
        team: DutyWorld.platform, environment: "prod", artifact: Artifact(name: "a", version: "1"), state: .running,
        pair: [], isRehearsal: false, incident: nil, plan: nil, startedAt: DutyWorld.days(1),
        endedAt: day.map { DutyWorld.days($0) }, settled: 0, active: 1)
    }
    let toil = [20, 15].map {
      ToilEntry($0, team: DutyWorld.platform, person: "ana", minutes: $0, what: "restarts", at: DutyWorld.days(1))
    }
    let happenings = DutyHappenings(
      runs: [run(1, endedOn: 3), run(2, endedOn: 9), run(3, endedOn: nil)], deferred: [], redlines: [], items: [],
      toil: toil)
    let handoff = DutyHandoff(Self.sides, happenings, note: "", at: DutyWorld.days(30))
    #expect(handoff.runs.map(\.number.value) == [2, 3] && handoff.toilMinutes == 35)
  }
}
