import Domain
import Testing

@Suite("The timeline of an incident")
struct IncidentTimelineTests {
  @Test("It is told in the order in which things happened, and not in which they were written")
  func order() {
    let timeline = IncidentTimeline([.sample(1, at: 0), .sample(2, at: 30), .sample(3, at: 10, written: 40)])
    #expect(seqs(timeline) == [1, 3, 2])
  }

  @Test("What was written later stands after what happened at the same moment")
  func sameMoment() {
    let timeline = IncidentTimeline([.sample(1, at: 5, written: 20), .sample(2, at: 5), .sample(3, at: 5)])
    #expect(seqs(timeline) == [2, 3, 1])
  }

  @Test("Entries of its runs stand among its own, each with the run that it is of")
  func runs() throws {
    var run = try Run.sample(.line("canary"))
    try run.fail("canary", at: .t10)
    let own = [IncidentEntry.sample(1, at: 5), .sample(2, at: 15)]
    let timeline = IncidentTimeline(own, runs: [(number: run.number, entries: run.entries)])
    #expect(timeline.events.count == own.count + run.entries.count)
    #expect(timeline.events.map(\.at) == timeline.events.map(\.at).sorted())
    let failed = try #require(
      timeline.events.firstIndex { if case .run(_, let entry) = $0 { entry.kind == .failed } else { false } })
    let places = try own.map { entry in try #require(timeline.events.firstIndex(of: .entry(entry))) }
    #expect(places[0] < failed && failed + 1 == places[1])
    guard case .run(let number, _) = timeline.events[failed] else { return }
    #expect(number == run.number && timeline.events[failed].by == Handle("ana"))
    #expect(timeline.events[failed].written == .t10)
  }

  @Test("A corrected entry stays, and says which one corrects it")
  func corrections() {
    let wrong = IncidentEntry.sample(1, at: 5)
    let right = IncidentEntry.sample(2, at: 5, written: 9, kind: .correction, target: 1)
    let better = IncidentEntry.sample(3, at: 5, written: 12, kind: .correction, target: 2)
    let timeline = IncidentTimeline([wrong, right, better])
    #expect(seqs(timeline) == [1, 2, 3] && timeline.corrections == [1: 2, 2: 3])
    #expect([wrong, right].allSatisfy(timeline.isCorrected) && !timeline.isCorrected(better))
  }

  private func seqs(_ timeline: IncidentTimeline) -> [Int] {
    timeline.events.compactMap { if case .entry(let entry) = $0 { entry.seq } else { nil } }
  }
}
