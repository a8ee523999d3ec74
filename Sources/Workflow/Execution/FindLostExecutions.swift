import Domain
import Host
import Store

/// Writes down what became of commands whose supervisor is gone; for the start of every program, and for whoever follows
/// one.
///
/// Where the supervisor had seen the end, its word in the spool is taken. Where it had not (it was killed, or the machine
/// was restarted), nobody knows how the command ended, and that is what is written: never a yes.
public struct FindLostExecutions {
  private let store: Store

  public init(store: Store) { self.store = store }

  /// Costs one small read where nothing runs, and one look at a lock for each command that does.
  ///
  /// - Parameter actor: asked for only where something is found.
  /// - Returns: those whose end was written down.
  public func run(by actor: @autoclosure () throws -> Actor, at now: Instant) throws -> [Execution] {
    let running = try store.read { try $0.runningExecutions() }.filter { $0.host == Machine.name }
    var found: [Execution] = []
    for execution in running {
      let spool = ExecutionSpool(token: execution.spool, storePath: store.path)
      guard let lock = try Self.takeOver(spool) else { continue }
      let end = ExecutionEnd.read(spool) ?? ExecutionEnd.lost(spool)
      // Whoever sees a yes here did not run the check: it ticks nothing.
      let command = end.command(for: execution.number, spool: spool, mayTick: false)
      found.append(try store.perform(command, by: try actor(), at: now).execution)
      spool.removeUnlessAlive()
      withExtendedLifetime(lock) {}
    }
    return found
  }

  private enum Taken {
    case lock(SpoolLock)
    case gone
  }

  /// Nil where somebody watches over the command, or looks after what is left of it.
  private static func takeOver(_ spool: ExecutionSpool) throws -> Taken? {
    do throws(FileError) {
      return try SpoolLock.takeOver(spool).map(Taken.lock)
    } catch {
      if case .missing = error { return .gone }
      throw error
    }
  }
}

extension Execution {
  /// What is said where it was found that nobody watches over it any more.
  public var lostWords: String {
    guard let result else { return "\(beginning) runs" }
    return "run \(run), step \(step): \(words(of: result))"
  }
}
