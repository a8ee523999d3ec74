import Domain
import Store
import Synchronization

@testable import TUI

/// A store in memory that several people can look at, with the rules of the domain and a clock of its own.
final class FakeStore: Sendable {
  struct World {
    var checklists: [ChecklistVersion] = [.deploy]
    var runs: [RunNumber: Run] = [:]
    var people: [Person] = ["ana", "bo", "cy", "oz"].map { Person(handle: $0, name: $0.text, login: $0.text) }
    var teams: [Team] = [.sample]
    var changes: [ChangesSince] = []
    var lessons: [Lesson] = []
    var carried: [RunNumber: [ItemLine]] = [:]
    var history = LineHistory()
    var now = Instant.t0 + .minutes(10)
    /// What every call throws, for a store that is gone.
    var failure: Failure?
    var attached: [String] = []
    var orders: [RunOrder] = []
    /// The rules that stand in the way of a start without an override.
    var obstacles: [Obstacle] = []
    var executions: [Execution] = []
    var outputs: [ExecutionNumber: FakeOutput] = [:]
    var launched: [CommandOrder] = []
    var stopped: [ExecutionNumber] = []
    /// What is answered to a launch, for one that is refused.
    var launchFailure: Failure?
  }

  private let world: Mutex<World>
  /// What the screens read that are not about a run's work.
  private let made = Mutex<RealStore?>(nil)

  init(_ runs: Run...) {
    var world = World()
    for run in runs { world.runs[run.number] = run }
    self.world = Mutex(world)
  }

  func real() throws -> RealStore {
    try made.withLock { made in
      if let made { return made }
      let new = try RealStore()
      made = new
      return new
    }
  }

  /// With a store of a test's own behind it.
  convenience init(over real: RealStore) {
    self.init()
    made.withLock { $0 = real }
  }

  func with<Result: Sendable>(_ body: (inout sending World) throws -> Result) rethrows -> Result {
    try world.withLock { try body(&$0) }
  }

  func change(_ body: (inout World) -> Void) { world.withLock { body(&$0) } }
  var now: Instant { world.withLock { $0.now } }
  func run(_ number: Int = 42) -> Run? { world.withLock { $0.runs[RunNumber(number)] } }

  func backend(for who: Handle) -> FakeBackend { FakeBackend(store: self, who: who) }
}

struct FakeBackend: Backend {
  let store: FakeStore
  let who: Handle

  private func read<Result: Sendable>(_ body: (FakeStore.World) throws -> Result) throws -> Result {
    try store.with { world in
      if let failure = world.failure { throw failure }
      return try body(world)
    }
  }

  func checklists() throws -> [ChecklistSummary] {
    try read { world in
      world.checklists.map {
        ChecklistSummary(
          name: $0.reference.checklist, title: $0.title, version: $0.reference.number, deploy: "new-release",
          team: TeamName("platform"), stepCount: $0.steps.count, madeAt: $0.madeAt)
      }
    }
  }

  func runs(_ filter: RunFilter, _ span: WindowSpan<RunNumber>) throws -> [RunSummary] {
    try read { world in
      let all = world.runs.values.map(\.summary).sorted { $0.number < $1.number }.filter { run in
        let text = "\(run.number) \(run.version) \(run.environment) \(run.artifact) \(run.state.rawValue)"
        return filter.words.allSatisfy { text.contains($0) }
          && (filter.states.isEmpty || filter.states.contains(run.state))
          && (filter.person.map { run.pair.contains($0) } ?? true)
      }
      return switch span.edge {
      case .below(let edge):
        Array(all.reversed().filter { run in edge.map { run.number < $0 } ?? true }.prefix(span.limit))
      case .above(let edge): Array(all.filter { run in edge.map { run.number > $0 } ?? true }.prefix(span.limit))
      }
    }
  }

  func whoami() throws -> Handle? { who }

  func onStore<Result: Sendable>(_ body: (Store, Actor, Instant) throws -> Result) throws -> Result {
    if let failure = store.with({ $0.failure }) { throw failure }
    return try body(store.real().store, .own(who), store.now)
  }

  func run(_ number: RunNumber) throws -> Run {
    try read { world in
      guard let run = world.runs[number] else { throw Missing.run(number) }
      return run
    }
  }

  func background(of run: RunNumber) throws -> RunBackground {
    try read { RunBackground(changes: $0.changes, people: $0.people) }
  }

  func startPage(for checklist: ChecklistName) throws -> StartPage {
    try read { world in
      guard let version = world.checklists.first(where: { $0.reference.checklist == checklist }) else {
        throw Missing.checklist(checklist.text, known: [])
      }
      return StartPage(
        version: version, teams: world.teams, people: world.people, redlines: world.lessons.filter(\.isOpenRedline))
    }
  }

  func perform(_ action: RunAction, on number: RunNumber, as partner: Handle?) throws -> [Entry] {
    var actor = Actor.own(who)
    actor.actingAs = partner
    return try store.with { world in
      if let failure = world.failure { throw failure }
      guard var run = world.runs[number] else { throw Missing.run(number) }
      let entries = try run.decide(action, by: actor, at: Moment(world.now))
      run.append(entries)
      world.runs[number] = run
      return entries
    }
  }

  func items(carriedBy run: RunNumber) throws -> [ItemLine] { try read { $0.carried[run] ?? [] } }

  func redlines(on checklist: ChecklistName) throws -> [Lesson] {
    try read { $0.lessons.filter { $0.checklist == checklist && $0.isOpenRedline } }
  }

  func lineHistory(of version: VersionReference, besides run: RunNumber) throws -> LineHistory {
    try read { $0.history }
  }

  func redline(_ redline: Redline, on number: RunNumber) throws -> (lesson: LessonNumber, entries: [Entry]) {
    let lesson = LessonNumber(store.with { ($0.lessons.last?.number.value ?? 11) + 1 })
    let text = redline.why.isEmpty ? redline.edit?.summary ?? "" : redline.why
    let entries = try perform(.redline(redline.step, lesson, text: text), on: number, as: nil)
    store.change { world in
      guard let run = world.runs[number], let entry = entries.last else { return }
      world.lessons.append(redline.lesson(lesson, of: run, written: entry))
    }
    return (lesson, entries)
  }

  // MARK: Commands

  func executions(of run: RunNumber) throws -> [Execution] { try read { $0.executions.filter { $0.run == run } } }

  func execution(_ number: ExecutionNumber) throws -> Execution {
    try read { world in
      guard let execution = world.executions.first(where: { $0.number == number }) else {
        throw Missing.execution(number)
      }
      return execution
    }
  }

  func commandSettings(of team: TeamName) throws -> CommandSettings {
    CommandSettings(directory: "/srv/deploy", variables: ["BOSH_ENVIRONMENT": "vbox"], passed: ["BOSH_CLIENT"])
  }

  func earlierTimes(of step: StepID, in checklist: ChecklistName, before number: ExecutionNumber?) throws -> [Duration]
  {
    [.minutes(50), .minutes(58), .minutes(61)]
  }

  func output(of execution: Execution) throws -> any OutputSource {
    try read { world in
      guard let output = world.outputs[execution.number] else { throw Failure(words: "its output is gone") }
      return output
    }
  }

  func launch(_ order: CommandOrder) throws -> (execution: Execution, isOwn: Bool) {
    store.change { $0.launched.append(order) }
    if let failure = store.with({ $0.launchFailure }) { throw failure }
    if let running = store.with({ $0.executions.first { $0.step == order.step && $0.isRunning } }) {
      return (running, false)
    }
    return (try store.beginCommand(of: order.step, on: order.run, by: who), true)
  }

  func stop(_ execution: Execution) throws {
    store.change { $0.stopped.append(execution.number) }
    let words = "execution \(execution.number) is to be stopped"
    _ = try perform(
      .stopCommand(execution.step, begun: execution.startedEntry, text: words), on: execution.run, as: nil)
  }

  func findLost() throws -> [Execution] {
    store.with { world in
      world.executions.indices.compactMap { index in
        let number = world.executions[index].number
        guard world.executions[index].isRunning, world.outputs[number]?.isAbandoned ?? true else { return nil }
        world.executions[index].result = ExecutionResult(
          ending: .lost, verdict: .unknown, endedAt: world.now, took: nil, output: ExecutionOutput())
        return world.executions[index]
      }
    }
  }

  func start(_ order: RunOrder) throws -> RunNumber {
    try store.with { world in
      if let failure = world.failure { throw failure }
      world.orders.append(order)
      if order.override == nil, !world.obstacles.isEmpty { throw Refusal.cannotStart(world.obstacles) }
      guard let version = world.checklists.first(where: { $0.reference.checklist == order.checklist }) else {
        throw Missing.checklist(order.checklist.text, known: [])
      }
      let number = (world.runs.keys.map(\.value).max() ?? 0) + 1
      let run = try Run.begun(version, number: number, pair: order.pair)
      world.runs[run.number] = run
      return run.number
    }
  }

  func startPlanned(_ number: RunNumber, override: String?) throws {
    try store.with { world in
      guard var run = world.runs[number] else { throw Missing.run(number) }
      if override == nil, !world.obstacles.isEmpty { throw Refusal.cannotStart(world.obstacles) }
      let entries = try Run.begun(number: number.value).entries
      run.append(Array(entries.numbered(after: run.entries.count)))
      world.runs[number] = run
    }
  }

  func attach(fileAt path: String, to number: RunNumber, step: StepID?) throws -> Evidence {
    if path.contains("missing") { throw Failure(words: "\(path): there is no such file") }
    let evidence = Evidence(sha256: "ab12cd34ef56ab78", size: 12, name: path)
    store.change { $0.attached.append(path) }
    _ = try perform(.attach(step, evidence), on: number, as: nil)
    return evidence
  }
}

extension Run {
  fileprivate var summary: RunSummary {
    let count = progress.count(in: version, parameters: parameters)
    return RunSummary(
      number: number, version: version.reference, team: team, environment: environment.name, artifact: artifact,
      state: state, pair: pair, isRehearsal: isRehearsal, incident: incident, plan: plan,
      startedAt: progress.startedAt, endedAt: progress.endedAt, settled: count.settled, active: count.active)
  }
}

extension Lesson {
  /// Whether it is a redline that nobody has settled: the next run is told of it (rule 7).
  fileprivate var isOpenRedline: Bool { source.kind == .redline && isOpen }
}
