import Domain
import Host
import Store

/// Stops a command that runs: it is told to end (SIGINT), then made to (SIGTERM, SIGKILL), with all that it has started.
public enum StopRunningExecution {
  /// Returns when whoever watches over the command was told; the command ends by and by.
  ///
  /// The wish is written down first, so that the record says whose it was. Where the store can't be written the command
  /// is stopped all the same, and its end says who.
  ///
  /// - Throws: `Refusal.commandNotRunning`, ``ExecutionError``, or `FileError` where the spool may not be used.
  public static func stop(_ execution: Execution, in store: Store, by actor: Actor, at now: Instant) throws {
    guard execution.host == Machine.name else {
      throw ExecutionError.elsewhere(execution.number, host: execution.host)
    }
    do {
      try store.perform(StopExecution(execution.number), by: actor, at: now)
    } catch is StoreError {
      // What runs and should not matters more than the record, which the end completes.
    }
    let spool = ExecutionSpool(token: execution.spool, storePath: store.path)
    guard try ControlPipe.send(ControlPipe.Message(stop: true, by: actor.handle.text), to: spool) else {
      throw ExecutionError.notSupervised(execution.number)
    }
  }
}
