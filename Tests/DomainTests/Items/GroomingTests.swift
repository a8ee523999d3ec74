import Domain
import Testing

@Suite("Why an item needs a decision")
struct GroomingTests {
  private static let now = Instant(milliseconds: 1_796_637_600_000)
  private static let rules = GroomingRules(settings: BacklogSettings(), today: "2026-12-07", now: now)

  private func reasons(
    _ type: ItemType = .feature, _ state: ItemState = .unstarted, points: Int? = 1, owners: [Handle] = [],
    blocked: Bool = false, due: String? = nil, daysOld: Int64 = 0, commented: Int64? = nil, decided: Int64? = nil
  ) -> [GroomingReason] {
    func ago(_ days: Int64) -> Instant { Self.now - .seconds(days * 86_400) }
    let item = Item(
      number: ItemNumber(1), team: TeamName("platform"), type: type, state: state, title: "one", points: points,
      owners: owners, blockers: blocked ? [Blocker(text: "the vendor")] : [], due: due, createdAt: ago(daysOld))
    return Self.rules.reasons(
      for: GroomingFacts(item, commentedAt: commented.map(ago), decidedAt: decided.map(ago)))
  }

  @Test("An item that is as it should be needs none; what is accepted never does")
  func none() {
    #expect(reasons() == [])
    #expect(reasons(.feature, .accepted, points: nil, blocked: true, due: "2020-01-01", daysOld: 900) == [])
    #expect(reasons(.release, .unstarted, points: nil, due: "2026-12-07", daysOld: 900) == [])
  }

  @Test("It is unestimated only where its team gives its type points")
  func unestimated() {
    #expect(reasons(points: nil) == [.unestimated])
    #expect(reasons(.bug, points: nil) == [])
    #expect(reasons(.release, points: nil) == [])
    #expect(reasons(points: 0) == [])
  }

  @Test("On ice it is asked for an estimate once, and again when somebody has changed it; what it waits for is no news")
  func onIce() {
    #expect(reasons(.feature, .unscheduled, points: nil, blocked: true) == [.unestimated])
    #expect(reasons(.feature, .unscheduled, points: nil, daysOld: 3, decided: 3) == [])
    #expect(reasons(.feature, .unscheduled, points: nil, daysOld: 3, decided: 4) == [.unestimated])
    #expect(reasons(.feature, .unstarted, points: nil, daysOld: 3, decided: 3) == [.unestimated])
  }

  @Test("It is unowned while it is under way; what is planned or delivered waits for nobody to work on it")
  func unowned() {
    for state in [ItemState.started, .finished] { #expect(reasons(.feature, state) == [.unowned]) }
    for state in [ItemState.unstarted, .planned, .delivered] { #expect(reasons(.feature, state) == []) }
    #expect(reasons(.feature, .started, owners: [Handle("ana")]) == [])
  }

  @Test("It is stale when nobody has changed it, said something or decided for 30 days")
  func stale() {
    #expect(reasons(daysOld: 30) == [])
    #expect(reasons(daysOld: 31) == [.stale])
    #expect(reasons(daysOld: 31, commented: 3) == [])
    #expect(reasons(daysOld: 31, decided: 3) == [])
    #expect(reasons(daysOld: 90, commented: 60, decided: 40) == [.stale])
  }

  @Test("Rejected, past due and blocked are told, the most pressing first")
  func order() {
    #expect(
      reasons(.feature, .rejected, points: nil, blocked: true, due: "2026-12-06", daysOld: 40)
        == [.rejected, .pastDue, .blocked, .unowned, .unestimated, .stale])
    #expect(reasons(due: "2026-12-07") == [])
  }
}
