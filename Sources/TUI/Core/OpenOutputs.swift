import Domain
import Synchronization

/// The outputs that screens read at the moment, each opened once: what it takes to read one is kept between two looks.
final class OpenOutputs: Sendable {
  private struct Opened {
    var number: ExecutionNumber
    var source: any OutputSource
  }

  /// The one that was used last is the last.
  private let opened = Mutex<[Opened]>([])
  private let open: @Sendable (Execution) throws -> any OutputSource
  /// More than anybody looks at; of what is kept of an ended one there may be 64 MiB on the disk.
  private static let most = 4

  init(_ open: @escaping @Sendable (Execution) throws -> any OutputSource) { self.open = open }

  func source(of execution: Execution) throws -> any OutputSource {
    let known = opened.withLock { opened -> (any OutputSource)? in
      guard let index = opened.firstIndex(where: { $0.number == execution.number }) else { return nil }
      let known = opened.remove(at: index)
      opened.append(known)
      return known.source
    }
    if let known { return known }
    let source = try open(execution)
    opened.withLock { $0 = $0.suffix(Self.most - 1) + [Opened(number: execution.number, source: source)] }
    return source
  }
}
