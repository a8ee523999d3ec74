import Dispatch
import Domain
import Synchronization
import Terminal
import Testing

@testable import TUI

@Suite("The effect runner")
struct EffectRunnerTests {
  /// Waits for a number of events, as the loop does.
  private func events(_ count: Int, from runner: EffectRunner) -> [Event] {
    var events: [Event] = []
    let clock = ContinuousClock()
    let end = clock.now + .seconds(120)
    while events.count < count, clock.now < end { events += runner.takeEvents() }
    return events
  }

  @Test("Writes are done one after the other, in the order of the keys")
  func order() throws {
    let store = FakeStore(try Run.begun(.sample((1...50).map { .line("s\($0)") })))
    let runner = EffectRunner(backend: store.backend(for: "ana"), wake: try WakePipe())
    for index in 1...50 {
      runner.run(RunWrite.act(RunNumber(42), .settle(StepID("s\(index)"), Settlement(.done)), as: nil), ticket: index)
    }
    runner.drainWrites()
    let done = store.run()?.entries.filter { $0.kind == .done }.map(\.step)
    #expect(done == (1...50).map { StepID("s\($0)") })
    #expect(events(50, from: runner).count == 50)
  }

  @Test("What a read throws comes back in its own words, with the question it was for")
  func failure() throws {
    let runner = EffectRunner(backend: FakeStore().backend(for: "ana"), wake: try WakePipe())
    runner.run(RunQuestion(RunNumber(7)), generation: 3)
    guard case .answered(let question, generation: 3, .failure(let failure)) = events(1, from: runner).first,
      question is RunQuestion
    else {
      Issue.record("no failure came")
      return
    }
    #expect(failure.words.contains("there is no run 7"))
  }

  @Test("Of what is asked while one of its kind is read, only the last is read")
  func overtaken() throws {
    let runner = EffectRunner(backend: FakeStore().backend(for: "ana"), wake: try WakePipe())
    let gate = Gate()
    for generation in 1...5 {
      runner.run(GatedQuestion(generation: generation, gate: gate), generation: generation)
    }
    for _ in 1...6 { gate.semaphore.signal() }
    let answered = events(2, from: runner).compactMap { event -> Int? in
      if case .answered(_, let generation, .success) = event { generation } else { nil }
    }
    #expect(answered == [1, 5])
    runner.run(GatedQuestion(generation: 6, gate: gate), generation: 6)
    #expect(events(1, from: runner).count == 1)
  }

  @Test("However many questions wait for something to happen, another is answered meanwhile")
  func waiting() throws {
    let runner = EffectRunner(backend: FakeStore().backend(for: "ana"), wake: try WakePipe())
    let gate = Gate()
    // More than a pool of threads ever has.
    let count = 300
    for number in 1...count { runner.run(WaitingQuestion(number: number, gate: gate), generation: number) }
    runner.run(RunQuestion(RunNumber(7)), generation: 1000)
    guard case .answered(let question, generation: 1000, _) = events(1, from: runner).first else {
      Issue.record("it waited with the others")
      return
    }
    #expect(question is RunQuestion)
    for _ in 1...count { gate.semaphore.signal() }
    #expect(events(count, from: runner).count == count)
  }
}

private final class Gate: Hashable, Sendable {
  let semaphore = DispatchSemaphore(value: 0)

  static func == (left: Gate, right: Gate) -> Bool { left === right }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// Answered when the gate is open.
private struct GatedQuestion: Question {
  let generation: Int
  let gate: Gate

  func answer(from backend: any Backend) throws -> Int {
    gate.semaphore.wait()
    return generation
  }
}

/// The same, for something to happen.
private struct WaitingQuestion: Question {
  let number: Int
  let gate: Gate
  var topic: String { "\(number)" }
  var waits: Bool { true }

  func answer(from backend: any Backend) throws -> Int {
    gate.semaphore.wait()
    return number
  }
}
