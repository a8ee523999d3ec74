import Domain
import Testing

@Suite("What a message about an alert is, beside what is known")
struct AlertVerdictTests {
  private static func at(_ minute: Int64) -> Instant { Instant(milliseconds: 1_731_909_600_000) + .minutes(minute) }

  private func alert(_ change: AlertChange, at minute: Int64?) -> Alert {
    let time = minute.map(Self.at)
    return Alert(
      .pagerduty, key: "k", change: change, title: "A", startedAt: time,
      endedAt: change == .resolved ? time : nil, changedAt: time)
  }

  /// Fires since minute 0, or fired then and was over in minute 10; in incident 1 or in none.
  private func known(isFiring: Bool, in incident: Int? = 1) -> KnownAlert {
    KnownAlert(
      .pagerduty, key: "k", incident: incident.map { IncidentNumber($0) }, title: "A", isFiring: isFiring,
      startedAt: Self.at(0), endedAt: isFiring ? nil : Self.at(10), firstAt: Self.at(0), lastAt: Self.at(0))
  }

  private func verdict(
    _ change: AlertChange, at minute: Int64?, _ known: KnownAlert?, isSeenTo: Bool = true
  ) -> AlertVerdict {
    AlertVerdict(of: alert(change, at: minute), known: known, isSeenTo: isSeenTo)
  }

  @Test("What nobody has heard of fires, is remembered as over, or is unknown")
  func unheardOf() {
    for change in [AlertChange.triggered, .acknowledged, .escalated, .reopened] {
      #expect(verdict(change, at: 0, nil) == .fires)
    }
    #expect(verdict(.resolved, at: 0, nil) == .overUnknown && verdict(.other("annotated"), at: 0, nil) == .unknown)
  }

  @Test("While it fires and somebody is at it, a trigger is a repeat and all else is told")
  func firing() {
    let known = known(isFiring: true)
    #expect(verdict(.triggered, at: 0, known) == .same && verdict(.triggered, at: nil, known) == .same)
    for change in [AlertChange.acknowledged, .escalated, .reopened, .other("annotated")] {
      #expect(verdict(change, at: 5, known) == .told)
    }
    #expect(verdict(.resolved, at: 5, known) == .over)
  }

  @Test("An end from before its beginning is late")
  func lateEnd() { #expect(verdict(.resolved, at: -1, known(isFiring: true)) == .late) }

  @Test("Once it is over it fires again, or was told late; a second end is nothing new")
  func over() {
    let known = known(isFiring: false)
    #expect(verdict(.triggered, at: 11, known) == .firesAgain && verdict(.triggered, at: nil, known) == .firesAgain)
    #expect(verdict(.triggered, at: 10, known) == .late && verdict(.reopened, at: 9, known) == .late)
    #expect(verdict(.resolved, at: 12, known) == .same)
    #expect(verdict(.acknowledged, at: 3, known) == .told, "who took it stays worth a line")
  }

  @Test("An end that overtook its beginning makes an incident when that comes, unless it begins anew")
  func overtaken() {
    let known = known(isFiring: false, in: nil)
    #expect(verdict(.triggered, at: 0, known, isSeenTo: false) == .wasOver)
    #expect(verdict(.triggered, at: 11, known, isSeenTo: false) == .fires)
    #expect(verdict(.other("annotated"), at: 3, known, isSeenTo: false) == .unknown)
  }

  @Test("Once its incident is resolved it takes another one; an acknowledgement alone does not")
  func resolved() {
    #expect(verdict(.triggered, at: 11, known(isFiring: false), isSeenTo: false) == .fires)
    #expect(verdict(.triggered, at: 0, known(isFiring: true), isSeenTo: false) == .fires)
    #expect(verdict(.triggered, at: 5, known(isFiring: false), isSeenTo: false) == .late)
    #expect(verdict(.acknowledged, at: 11, known(isFiring: true), isSeenTo: false) == .told)
    #expect(verdict(.resolved, at: 12, known(isFiring: true), isSeenTo: false) == .over)
  }
}
