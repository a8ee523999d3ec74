import Dispatch
import Foundation
import Synchronization
import Terminal

/// Does the reads and writes away from the thread that paints, and keeps what came of them until it is asked for.
///
/// Reads run beside each other, those for one slot one at a time: of what is asked meanwhile only the last is read, since
/// the rest would be stale, and a filter that is typed would wait for the answer to each of its letters. Writes run one
/// after the other in the order given, so that two key presses are never written the wrong way round.
public final class EffectRunner: Sendable {
  private let backend: any Backend
  private let wake: WakePipe
  private let hooks: HookQueue?
  private let events = Mutex<[Event]>([])
  /// The slots that are being read for.
  private let busy = Mutex<[QuestionSlot: Busy]>([:])
  private let reads = DispatchQueue(label: "prodpair.reads", qos: .userInteractive, attributes: .concurrent)
  private let writes = DispatchQueue(label: "prodpair.writes", qos: .userInteractive)

  public convenience init(backend: any Backend, wake: WakePipe) { self.init(backend: backend, wake: wake, hooks: nil) }

  /// - Parameter hooks: told of each write once it has come back.
  init(backend: any Backend, wake: WakePipe, hooks: HookQueue?) {
    self.backend = backend
    self.wake = wake
    self.hooks = hooks
  }

  private struct Asked: Sendable {
    var question: any Question
    var generation: Int
  }

  private struct Busy: Sendable {
    /// What is to be read after that.
    var next: Asked?
  }

  public func run(_ question: any Question, generation: Int) {
    let asked = Asked(question: question, generation: generation)
    let isFree = busy.withLock { busy in
      let isFree = busy[question.slot] == nil
      busy[question.slot] = Busy(next: isFree ? nil : asked)
      return isFree
    }
    if isFree { read(asked) }
  }

  private func read(_ asked: Asked) {
    let work: @Sendable () -> Void = { [self] in
      let reply = Result { try backend.reply(to: asked.question) }.mapError(Failure.init)
      report(.answered(asked.question, generation: asked.generation, reply))
      if let next = takeNext(asked.question.slot) { read(next) }
    }
    // The queue has as many threads as there are cores, and one that waits would keep another question from its own.
    if asked.question.waits { Thread.detachNewThread(work) } else { reads.async(execute: work) }
  }

  /// What is to be read next for the slot; without anything it is free again.
  private func takeNext(_ slot: QuestionSlot) -> Asked? {
    busy.withLock { busy in
      let next = busy[slot]?.next
      busy[slot] = next == nil ? nil : Busy()
      return next
    }
  }

  public func run(_ write: any Write, ticket: Int) {
    writes.async { [self] in
      report(.wrote(ticket: ticket, Result { try write.perform(with: backend) }.mapError(Failure.init)))
      tellHooks()
    }
  }

  /// Has hooks told of what was written, and reports what they get wrong.
  func tellHooks() {
    hooks?.tellOfNews { [self] in report(.hookFailed($0)) }
  }

  /// Puts an event in line, from any thread.
  public func report(_ event: Event) {
    events.withLock { $0.append(event) }
    wake.signal()
  }

  /// What has come since the last call, oldest first.
  public func takeEvents() -> [Event] {
    events.withLock { events in
      defer { events = [] }
      return events
    }
  }

  /// For the end of the screen: what hooks got wrong and came too late to be shown. From now on they report nothing.
  func takeLastProblems() -> [String] {
    hooks?.leave()
    return takeEvents().compactMap { if case .hookFailed(let words) = $0 { words } else { nil } }
  }

  /// Waits until everything that was asked to be written is on disk: before the program stops or ends.
  public func drainWrites() { writes.sync {} }
}
