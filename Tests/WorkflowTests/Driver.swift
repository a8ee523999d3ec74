import Domain
import Store
import Testing

@testable import Workflow

/// Two people who take a run from its first step to its last, as they would at two terminals.
///
/// Ana does each step and Bo confirms the killers; waits are waited out and every value that is asked for is given.
struct Driver {
  let desk: Desk
  let run: RunNumber
  var now: Instant

  /// - Returns: when it was over.
  mutating func finish() throws -> Instant {
    while let step = try next() { try settle(step) }
    try act(.finish)
    return now
  }

  /// Works through the steps until the one named stands next.
  mutating func work(until id: String) throws {
    while let step = try next(), step.id.text != id { try settle(step) }
  }

  mutating func act(_ action: RunAction, by actor: Actor = .ana) throws {
    now = now + .minutes(1)
    try desk.store.perform(ActOnRun(run: run, action: action), by: actor, at: now)
  }

  mutating func settle(_ step: Step) throws {
    if let wait = step.attributes.wait {
      try act(.start(step.id))
      now = now + wait
    }
    try act(.settle(step.id, Settlement(.done, value: step.attributes.value.map { "\($0): well" })))
    if step.isKiller { try act(.confirm(step.id), by: .bo) }
  }

  /// The first unsettled step with nothing open under it; nil when all are settled.
  private func next() throws -> Step? {
    let run = try desk.run(run)
    #expect(run.state == .running)
    let open = run.steps.filter { [.open, .started, .failed].contains(run.progress(of: $0.id).state) }
    return open.first { step in !open.contains { $0.parent == step.id } }
  }
}
