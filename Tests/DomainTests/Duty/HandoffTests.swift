import Foundation
import Testing

@testable import Domain

@Suite("One pair hands over to the next")
struct HandoffTests {
  private static let handoff = DutyHandoff(
    DutyWorld.duty(DutyWorld.platform, 7, week: 0, "ana", "bo"), incoming: ["bo", "cy"],
    toil: [
      LoggedToil(minutes: 20, what: "restarts", by: "ana", at: DutyWorld.days(1)),
      LoggedToil(minutes: 15, what: "tickets", by: "bo", at: DutyWorld.days(2)),
    ])

  @Test("Both pairs sign, and whoever carries over signs once")
  func signing() throws {
    var handoff = Self.handoff
    #expect(handoff.unsigned == ["ana", "bo", "cy"] && handoff.toilMinutes == 35)
    for who in ["bo", "ana", "cy"] as [Handle] {
      #expect(!handoff.isSigned)
      handoff.signatures.append(try handoff.signature(of: who, at: DutyWorld.days(7)))
    }
    #expect(handoff.isSigned)
    #expect(handoff.signatures.map(\.side) == [.outgoing, .outgoing, .incoming])
  }

  @Test("Nobody signs twice, and nobody else signs")
  func refused() throws {
    var handoff = Self.handoff
    handoff.signatures = [try handoff.signature(of: "ana", at: DutyWorld.days(7))]
    #expect(throws: HandoffRefusal.signedAlready("ana", at: DutyWorld.days(7))) {
      try handoff.signature(of: "ana", at: DutyWorld.days(8))
    }
    #expect(throws: HandoffRefusal.inNeitherPair("zoe")) { try handoff.signature(of: "zoe", at: DutyWorld.days(8)) }
  }
}
