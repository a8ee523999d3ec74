import Domain
import Foundation
import Host
import Store

/// Writes down how a command ended, for as long as that takes: the store may be busy, its disk full, or its file away.
struct RecordEnd {
  private let execution: Execution
  private let spool: ExecutionSpool
  private let actor: Actor
  private let stops: StopRequests
  private let now: () -> Instant

  /// From then on, and when this process is told to end, it is left to ``FindLostExecutions``: the spool holds how it ended.
  private static let patience = Duration.seconds(24 * 3600)
  private static let longestPause = Duration.seconds(30)
  /// A disk that has been full for so long takes how it ended, without what it printed.
  private static let patienceForContent = Duration.seconds(10)

  init(_ execution: Execution, spool: ExecutionSpool, actor: Actor, stops: StopRequests, now: @escaping () -> Instant) {
    self.execution = execution
    self.spool = spool
    self.actor = actor
    self.stops = stops
    self.now = now
  }

  /// - Returns: whether the spool is needed no longer.
  func run(_ end: ExecutionEnd, in store: Store) -> Bool {
    var command = end.command(for: execution.number, spool: spool, mayTick: true)
    let begun = ContinuousClock.now
    var pause = Duration.milliseconds(50)
    var current: Store? = store
    while true {
      do {
        let opened = try current ?? StoreLocation(path: store.path, origin: .option).open()
        current = opened
        return try write(command, in: opened)
      } catch StoreError.full {
        // What takes the room may be the output itself, which is at hand here.
        spool.removeOutput()
        if ContinuousClock.now - begun > Self.patienceForContent { command.content = [] }
      } catch StoreError.busy, StoreError.inputOutput, StoreError.notWritable {
        // The same store, later.
      } catch StoreError.replaced, StoreError.vanished, StoreError.missing, StoreError.closed {
        // Another one may lie there by now.
        current = nil
      } catch {
        return false
      }
      guard ContinuousClock.now - begun < Self.patience, !stops.waitToBeTold(pause) else { return false }
      pause = min(pause * 2, Self.longestPause)
    }
  }

  /// In a store that was brought back from a copy the number may be another's, or nobody's.
  private func write(_ command: EndExecution, in store: Store) throws -> Bool {
    let isThere = try store.read { reader in
      try reader.runningExecutions().contains { $0.number == execution.number && $0.spool == execution.spool }
    }
    guard isThere else { return true }
    try store.perform(command, by: actor, at: now())
    return true
  }
}
