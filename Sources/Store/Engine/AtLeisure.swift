import Foundation
import Synchronization

/// Runs on a thread of its own what reads all of a store, behind whoever else wants the processor, and waits for it.
///
/// On a jump box others tick meanwhile, or wait for an import to end that would get a part of the processor only. It is for
/// what only reads: whoever holds the lock, or has a file system write, must not have others come first, who then wait for it.
/// The process itself keeps its priority.
public func atLeisure<Output: Sendable>(_ work: @escaping @Sendable () throws -> Output) throws -> Output {
  let outcome = Outcome<Output>()
  let isDone = DispatchSemaphore(value: 0)
  let thread = Thread {
    // Of the calling thread alone, as Linux has it (sched(7)). One that is further back already stays there.
    let which = __priority_which_t(PRIO_PROCESS.rawValue)
    if getpriority(which, 0) < 19 { _ = setpriority(which, 0, 19) }
    outcome.result.withLock { $0 = Result { try work() } }
    isDone.signal()
  }
  thread.stackSize = 8 << 20
  thread.start()
  isDone.wait()
  guard let result = outcome.result.withLock(\.self) else { preconditionFailure("the work is done") }
  return try result.get()
}

private final class Outcome<Output: Sendable>: Sendable {
  let result = Mutex<Result<Output, any Error>?>(nil)
}
