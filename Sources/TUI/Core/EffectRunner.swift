import Dispatch
import Synchronization
import Terminal

/// Does the reads and writes away from the thread that paints, and keeps what came of them until it is asked for.
///
/// Reads run beside each other; writes one after the other in the order given, so that two key presses are never
/// written the wrong way round.
public final class EffectRunner: Sendable {
  private let backend: any Backend
  private let wake: WakePipe
  private let events = Mutex<[Event]>([])
  /// The last question of each slot: an older one that has not been begun is not answered any more.
  private let latest = Mutex<[QuestionSlot: Int]>([:])
  private let reads = DispatchQueue(label: "prodpair.reads", qos: .userInteractive, attributes: .concurrent)
  private let writes = DispatchQueue(label: "prodpair.writes", qos: .userInteractive)

  public init(backend: any Backend, wake: WakePipe) {
    self.backend = backend
    self.wake = wake
  }

  public func run(_ question: any Question, generation: Int) {
    let slot = question.slot
    latest.withLock { $0[slot] = generation }
    reads.async { [self] in
      guard latest.withLock({ $0[slot] }) == generation else { return }
      let reply = Result { try backend.reply(to: question) }.mapError(Failure.init)
      report(.answered(question, generation: generation, reply))
    }
  }

  public func run(_ write: any Write, ticket: Int) {
    writes.async { [self] in
      report(.wrote(ticket: ticket, Result { try write.perform(with: backend) }.mapError(Failure.init)))
    }
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

  /// Waits until everything that was asked to be written is on disk: before the program stops or ends.
  public func drainWrites() { writes.sync {} }
}
