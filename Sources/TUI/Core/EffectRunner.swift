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
  private let reads = DispatchQueue(label: "prodpair.reads", qos: .userInteractive, attributes: .concurrent)
  private let writes = DispatchQueue(label: "prodpair.writes", qos: .userInteractive)

  public init(backend: any Backend, wake: WakePipe) {
    self.backend = backend
    self.wake = wake
  }

  public func run(_ query: Query, generation: Int) {
    reads.async { [self] in
      report(.answered(query, generation: generation, Result { try backend.answer(query) }.mapError(Failure.init)))
    }
  }

  public func run(_ write: Write, ticket: Int) {
    writes.async { [self] in
      report(.wrote(ticket: ticket, Result { try backend.perform(write) }.mapError(Failure.init)))
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

extension Backend {
  func answer(_ query: Query) throws -> Answer {
    switch query {
    case .checklists: .checklists(try checklists())
    case .runs(let before, let limit): .runs(try runs(before: before, limit: limit), before: before, limit: limit)
    case .run(let number): .run(try run(number))
    case .background(let number): .background(number, try background(of: number))
    case .startPage(let name): .startPage(try startPage(for: name))
    }
  }

  func perform(_ write: Write) throws -> Written {
    switch write {
    case .act(let run, let action, let partner): return .entries(try perform(action, on: run, as: partner))
    case .start(let order): return .started(try start(order))
    case .startPlanned(let run, let override):
      try startPlanned(run, override: override)
      return .started(run)
    case .attach(let run, let step, let path): return .attached(try attach(fileAt: path, to: run, step: step))
    }
  }
}
