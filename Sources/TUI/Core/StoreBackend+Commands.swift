import Domain
import Foundation
import Store
import Workflow

extension StoreBackend {
  public func launch(_ order: CommandOrder) throws -> (execution: Execution, isOwn: Bool) {
    let answer = try onStore { store, actor, _ in
      try LaunchExecution().launch(
        ExecutionOrder(
          storePath: store.path, run: order.run, step: order.step, fence: order.fence, actingAs: actor.actingAs,
          secrets: order.secrets, environment: ProcessInfo.processInfo.environment))
    }
    switch answer {
    case .began(let number): return (try execution(ExecutionNumber(number)), true)
    case .running(let number): return (try execution(ExecutionNumber(number)), false)
    case .refused(let words, _): throw Failure(words: words)
    }
  }

  public func stop(_ execution: Execution) throws {
    try onStore { store, actor, now in try StopRunningExecution.stop(execution, in: store, by: actor, at: now) }
  }

  public func findLost() throws -> [Execution] {
    try onStore { store, actor, now in try FindLostExecutions(store: store).run(by: actor, at: now) }
  }
}

/// The output of a command as it stands beside the store while it runs, and in the store after.
struct StoredOutput: OutputSource {
  private let reader: OutputReader

  init(_ execution: Execution, store: Store) throws { reader = try OutputReader(execution, store: store) }

  func state() throws -> OutputState { OutputState(try reader.state()) }

  func waitForChange(since state: OutputState, upTo limit: Duration) throws -> OutputState {
    var known = try reader.state()
    guard OutputState(known) == state else { return OutputState(known) }
    known = try reader.waitForChange(since: known, upTo: limit)
    return OutputState(known)
  }

  func bytes(in range: Range<Int>) throws -> (start: Int, bytes: [UInt8]) { try reader.bytes(in: range) }
}

extension OutputState {
  init(_ state: OutputReader.State) {
    self.init(
      size: state.size, isOver: state.isOver, isSupervised: state.isSupervised, progress: state.progress,
      attempt: state.attempt)
  }
}
