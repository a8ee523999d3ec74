import Domain
import Testing

@Suite("The six times of an incident")
struct IncidentTimesTests {
  /// The pairs of which the first can't come after the second.
  private static let ordered: Set<[IncidentTime]> = [
    [.impactBegan, .detected], [.impactBegan, .mitigated], [.impactBegan, .resolved], [.impactBegan, .closed],
    [.detected, .declared], [.detected, .mitigated], [.detected, .resolved], [.detected, .closed],
    [.declared, .closed], [.mitigated, .resolved], [.mitigated, .closed], [.resolved, .closed],
  ]

  static let pairs = IncidentTime.allCases.flatMap { first in
    IncidentTime.allCases.filter { $0 != first }.map { [first, $0] }
  }

  @Test("Each two of them: the wrong way round is refused with both times, and the right way is not", arguments: pairs)
  func order(_ pair: [IncidentTime]) {
    let (first, second) = (pair[0], pair[1])
    // The first of the two happens an hour after the second; nothing else is known but when it was declared.
    var minutes: [IncidentTime: Int64] = [first: 60, second: 0]
    if !pair.contains(.declared) { minutes[.declared] = Self.ordered.contains([.declared, second]) ? 0 : 60 }
    let found = refusal { () throws(IncidentRefusal) in
      try IncidentTimes.at(minutes).check(at: .t0 + .minutes(90))
    }
    guard Self.ordered.contains(pair) else { return #expect(found == nil) }
    guard case .outOfOrder(let earlier, let at, let later, let then)? = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(at > then)
    #expect(Self.ordered.contains([earlier, later]))
    let words = "\(IncidentRefusal.outOfOrder(earlier, at, later, then))"
    #expect(words.contains(at.rfc3339) && words.contains(then.rfc3339) && words.contains("Nothing was changed"))
  }

  @Test("Each of them at one moment is an order, too")
  func together() throws {
    try IncidentTimes.at(Dictionary(uniqueKeysWithValues: IncidentTime.allCases.map { ($0, 0) })).check(at: .t0)
  }

  @Test("What is declared the morning after is declared after it was resolved, and closed after both")
  func declaredLate() throws {
    let late: [IncidentTime: Int64] = [.impactBegan: -600, .detected: -590, .mitigated: -500, .resolved: -480]
    try IncidentTimes.at(late).check(at: .t0)
    try IncidentTimes.at(late.merging([.closed: 10]) { $1 }).check(at: .t10)
    #expect(throws: IncidentRefusal.self) {
      try IncidentTimes.at(late.merging([.closed: -470]) { $1 }).check(at: .t0)
    }
  }

  @Test("None of them lies ahead", arguments: IncidentTime.allCases)
  func ahead(_ kind: IncidentTime) {
    var times = IncidentTimes(declared: .t0)
    times[kind] = .t10
    #expect(throws: IncidentRefusal.inTheFuture(kind, .t10, now: .t0)) { try times.check(at: .t0) }
    #expect("\(IncidentRefusal.inTheFuture(kind, .t10, now: .t0))".contains(Instant.t10.rfc3339))
  }

  @Test(
    "Each is kept apart from the others, and the time of declaring can't be taken away",
    arguments: IncidentTime.allCases)
  func apart(_ kind: IncidentTime) {
    var times = IncidentTimes(declared: .t0)
    times[kind] = .t10
    #expect(times[kind] == .t10)
    for other in IncidentTime.allCases where other != kind { #expect(times[other] == (other == .declared ? .t0 : nil)) }
    times[kind] = nil
    #expect(times[kind] == (kind == .declared ? .t10 : nil))
  }

  @Test("The state follows from the times")
  func states() {
    #expect(IncidentState(.at([:])) == .open && IncidentState.open.isActive)
    #expect(IncidentState(.at([.mitigated: 1])) == .mitigated && IncidentState.mitigated.isActive)
    #expect(IncidentState(.at([.mitigated: 1, .resolved: 2])) == .resolved && !IncidentState.resolved.isActive)
    #expect(IncidentState(.at([.mitigated: 1, .resolved: 2, .closed: 3])) == .closed && !IncidentState.closed.isActive)
  }

  @Test("How long it took is told from the first time that is known")
  func spans() {
    let whole = IncidentTimes.at([.impactBegan: -30, .detected: -10, .mitigated: 20, .resolved: 60])
    #expect(whole.span(to: .detected) == .minutes(20) && whole.span(to: .declared) == .minutes(30))
    #expect(whole.span(to: .mitigated) == .minutes(50) && whole.span(to: .resolved) == .minutes(90))
    #expect(whole.span(to: .impactBegan) == nil && whole.span(to: .closed) == nil)
    let unseen = IncidentTimes.at([.mitigated: 20])
    #expect(unseen.first.kind == .declared && unseen.span(to: .mitigated) == .minutes(20))
    #expect(IncidentTimes.at([.mitigated: -20]).span(to: .mitigated) == nil)
  }
}

/// The refusal that a piece of work meets; nil where it passes.
private func refusal(of work: () throws(IncidentRefusal) -> Void) -> IncidentRefusal? {
  do throws(IncidentRefusal) {
    try work()
    return nil
  } catch {
    return error
  }
}
