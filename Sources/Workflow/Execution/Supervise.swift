import ChecklistFile
import Domain
import Foundation
import Host
import Store

/// Watches over one command of a step from before it begins until its end is written down: what a supervisor does.
///
/// The order of things is what makes a kill at any moment come right: the spool's lock is held before the store knows of
/// the execution, and how it ended is in the spool, synced, before it is in the store. ``FindLostExecutions`` reads both.
public struct Supervise {
  private let order: ExecutionOrder
  private let now: () -> Instant

  public init(_ order: ExecutionOrder, now: @escaping () -> Instant) {
    self.order = order
    self.now = now
  }

  /// What a supervisor is told, from what it read on standard input.
  ///
  /// - Throws: `ExecutionError.orderUnreadable`.
  public static func order(from bytes: [UInt8]) throws -> ExecutionOrder {
    guard let order = try? JSONDecoder().decode(ExecutionOrder.self, from: Data(bytes)) else {
      throw ExecutionError.orderUnreadable
    }
    return order
  }

  /// Runs the command to its end, and does not return before.
  ///
  /// - Parameter answer: called once, when it is written down that the command begins.
  /// - Throws: what refuses it, before anything is begun; `Refusal.commandRunning` where somebody's runs already.
  public func run(in store: Store, answer: (SupervisorAnswer) -> Void) throws {
    let signals = try SignalPipe()
    let actor = try store.read { try $0.resolve(Identity.current(), as: order.actingAs.map { Handle($0) }) }
    let (run, settings) = try store.read { reader in
      let run = try reader.run(RunNumber(order.run))
      return (run, try reader.commandSettings(of: run.team))
    }
    let plan = try CommandPlan(step: StepID(order.step), fence: order.fence, of: run, settings: settings)
    try checkNothingSurvives(of: plan.step.id, in: run.number, store)
    let secrets = try typed(plan)
    let directory = plan.directory ?? order.environment["HOME"] ?? Account.homeDirectory
    let spool = try ExecutionSpool.create(storePath: store.path)
    var isBegun = false
    defer { if !isBegun { spool.remove() } }
    let lock = try SpoolLock.make(in: spool)
    let control = try ControlPipe(in: spool)
    let result = try ResultFile(in: spool)
    try spool.writeCode(plan.code)
    let start = StartExecution(
      run: run.number, step: plan.step.id, fence: plan.command.fence, directory: directory, host: Machine.name,
      spool: spool.token)
    let execution = try store.perform(start, by: actor, at: now())
    isBegun = true
    answer(.began(execution.number.value))
    let stops = StopRequests(control: control, signals: signals)
    let command = CommandTries(
      plan: plan, run: run, directory: directory, spool: spool, typed: secrets, mine: order.environment,
      storePath: store.path, stops: stops)
    let end = command.toTheEnd()
    // A disk that does not even take that leaves the store to be told; and if that fails too, nobody knows.
    try? result.write(Array(try JSONEncoder().encode(end)))
    let isWritten = RecordEnd(execution, spool: spool, actor: actor, stops: stops, now: now).run(end, in: store)
    if isWritten { spool.remove() }
    withExtendedLifetime(lock) {}
    if let known = try? store.read({ try $0.runningExecutions().map(\.spool) }) {
      ExecutionSpool.sweep(storePath: store.path, known: Set(known))
    }
  }

  /// Refuses to begin a command beside what its last execution has left running, of which nobody saw the end.
  private func checkNothingSurvives(of step: StepID, in run: RunNumber, _ store: Store) throws {
    let executions = try store.read { try $0.executions(of: run) }
    for execution in executions where execution.step == step && execution.verdict == .unknown {
      guard execution.host == Machine.name else { continue }
      let spool = ExecutionSpool(token: execution.spool, storePath: store.path)
      guard spool.exists else { continue }
      let survivors = spool.removeUnlessAlive()
      guard survivors.isEmpty else { throw ExecutionError.survived(execution.number, survivors) }
    }
  }

  /// The secrets that were typed, and are used; one that a command would give may be typed too.
  private func typed(_ plan: CommandPlan) throws -> [String: String] {
    var values: [String: String] = [:]
    for secret in plan.parameters where secret.isUsed && secret.secret != nil {
      guard let value = order.secrets[secret.name] else {
        guard secret.secret == .prompt else { continue }
        throw ExecutionError.secretMissing(name: secret.name, ask: secret.ask)
      }
      guard !value.isEmpty else { throw ExecutionError.secretEmpty(name: secret.name) }
      guard !value.utf8.contains(0) else { throw ExecutionError.secretUnusable(name: secret.name) }
      values[secret.name] = value
    }
    return values
  }
}
