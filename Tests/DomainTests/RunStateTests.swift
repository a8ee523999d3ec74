import Domain
import Testing

@Suite("Run states, as contract.md, section 1, has them")
struct RunStateTests {
  static let number = RunNumber(42)

  /// A run in the state; it has one plain step, one that deploys, and a rollback section.
  static func run(_ state: RunState) throws -> Run {
    var run = try Run.planned(.deploys("s"), .line("back", .rollback))
    if state == .cancelled { try run.act(.cancel(reason: "not today")) }
    if state == .planned || state == .cancelled { return run }
    run = try Run.sample(.deploys("s"), .line("back", .rollback))
    switch state {
    case .paused: try run.act(.pause(reason: "lunch"))
    case .aborted: try run.act(.abort(reason: "storm"))
    case .completed, .rolledBack, .completedExceptDeferred:
      try run.settle("s", state == .completedExceptDeferred ? .deferred : .done)
      try run.act(.finish)
      if state == .rolledBack { try run.act(.markRolledBack(reason: "logs dropped", by: nil)) }
    default: break
    }
    return run
  }

  @Test("Every state is reached", arguments: RunState.allCases)
  func reached(state: RunState) throws { #expect(try Self.run(state).state == state) }

  struct Row: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var action: RunAction
    /// The states that take the action; all others refuse it.
    var from: Set<RunState>
  }

  static let begun: Set<RunState> = [.running, .paused]
  static let rows = [
    Row(testDescription: "start a step", action: .start("s"), from: [.running]),
    Row(testDescription: "tick", action: .tick("s"), from: [.running]),
    Row(testDescription: "fail", action: .outcome(.failed, "s"), from: [.running]),
    Row(testDescription: "enter a section", action: .enter(.during, reason: nil), from: [.running]),
    Row(testDescription: "pause", action: .pause(reason: nil), from: [.running]),
    Row(testDescription: "resume", action: .resume, from: [.paused]),
    Row(testDescription: "abort", action: .abort(reason: "storm"), from: begun),
    Row(testDescription: "move", action: .move(Plan(at: .t0)), from: [.planned]),
    Row(testDescription: "cancel", action: .cancel(reason: "not today"), from: [.planned]),
    Row(
      testDescription: "mark rolled back", action: .markRolledBack(reason: "logs dropped", by: nil),
      from: [.completed, .completedExceptDeferred]),
    Row(testDescription: "join", action: .join("cy", .helper), from: begun),
    Row(testDescription: "leave", action: .leave("bo", reason: "asleep"), from: begun),
    Row(testDescription: "hand over", action: .handOver(from: "bo", to: "cy"), from: begun),
    Row(
      testDescription: "note", action: .note(nil, "all well"), from: Set(RunState.allCases).subtracting([.cancelled])),
  ]

  @Test("Each action is taken in some states and refused in all others", arguments: rows, RunState.allCases)
  func allowed(_ row: Row, in state: RunState) throws {
    let refusal = try Self.run(state).refusal(of: row.action)
    #expect((refusal == nil) == row.from.contains(state), "\(String(describing: refusal))")
  }

  @Test("A finished run takes no tick, finish, abort or correction", arguments: RunState.allCases.filter(\.isOver))
  func over(state: RunState) throws {
    let run = try Self.run(state)
    for action in [RunAction.tick("s"), .finish, .abort(reason: "storm"), .correct("s", reason: "why"), .resume] {
      #expect(run.refusal(of: action) == .runIsOver(Self.number, state))
    }
  }

  @Test("Work on a run that is not running says why it cannot go on")
  func whyNot() throws {
    #expect(try Self.run(.planned).refusal(of: .tick("s")) == .runNotStarted(Self.number))
    #expect(try Self.run(.paused).refusal(of: .tick("s")) == .runPaused(Self.number))
    #expect(try Self.run(.running).refusal(of: .resume) == .runNotPaused(Self.number))
    #expect(try Self.run(.running).refusal(of: .cancel(reason: "why")) == .runNotPlanned(Self.number, .running))
  }

  @Test("Finish is refused while a step is unsettled, and names every one")
  func finishRefused() throws {
    var run = try Run.sample(.line("a"), .line("b"), .line("c"), .killer("d"))
    try run.start("b")
    try run.fail("c")
    try run.tick("d")
    #expect(run.refusal(of: .finish) == .stepsUnsettled(Self.number, ["a", "b", "c", "d"]))
  }

  @Test("A run with every step settled is completed only when somebody finishes it")
  func explicit() throws {
    var run = try Run.sample(.line("a"))
    try run.tick("a")
    #expect(run.state == .running)
    try run.act(.finish, at: .t0 + .minutes(30))
    #expect(run.state == .completed)
    #expect(run.progress.endedAt == .t0 + .minutes(30))
  }

  @Test(
    "Deferred steps make it complete except deferred; skipped and the others do not",
    arguments: [
      (Outcome.done, RunState.completed), (.skipped, .completed), (.notApplicable, .completed),
      (.overridden, .completed), (.deferred, .completedExceptDeferred),
    ])
  func exceptDeferred(outcome: Outcome, ending: RunState) throws {
    var run = try Run.sample(.line("a"), .line("b"))
    try run.tick("a")
    try run.settle("b", outcome)
    try run.act(.finish)
    #expect(run.state == ending)
  }

  @Test("Successful is completed, with or without deferred steps, and nothing else")
  func successful() {
    #expect(RunState.allCases.filter(\.isSuccessful) == [.completed, .completedExceptDeferred])
  }

  @Test("Aborting, cancelling and marking as rolled back need a reason")
  func reasons() throws {
    let cases: [(RunState, RunAction)] = [
      (.running, .abort(reason: " ")), (.planned, .cancel(reason: "")),
      (.completed, .markRolledBack(reason: "\n", by: nil)),
    ]
    for (state, action) in cases {
      guard case .needsReason = try Self.run(state).refusal(of: action) else {
        Issue.record("\(action) was taken without a reason")
        continue
      }
    }
  }

  @Test("Marked as rolled back, a run keeps the reason and the run that did it")
  func markedRolledBack() throws {
    var run = try Self.run(.completed)
    try run.act(.markRolledBack(reason: "logs dropped", by: RunNumber(43)), at: .t0 + .minutes(1440))
    #expect(run.state == .rolledBack)
    #expect(run.entries.last?.reason == "logs dropped")
    #expect(run.entries.last?.value == "43")
  }
}
