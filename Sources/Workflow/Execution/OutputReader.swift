import Domain
import Foundation
import Host
import Store
import Synchronization

/// Follows what a command prints, and reads it by offset, without holding it: from the spool while it runs, from the store
/// when it has ended.
///
/// For threads that may wait: it reads files.
public final class OutputReader: Sendable {
  public struct State: Hashable, Sendable {
    /// How much there is, in bytes, with what is missing in the middle of much.
    public var size: Int
    /// Whether its end is written down.
    public var isOver: Bool
    /// Whether somebody watches over it. Where nobody does and it is not over, ``FindLostExecutions`` says what is known.
    public var isSupervised: Bool
    public var progress: OutputProgress?
    /// Which try it is, from 1.
    public var attempt: Int
  }

  public let number: ExecutionNumber
  private let store: Store
  private let spool: ExecutionSpool
  private let knownSize = Mutex(0)
  private let kept = Mutex<KeptOutput?>(nil)

  /// As often a second it is looked for something new.
  private static let pause: Int32 = 40

  /// - Throws: ``ExecutionError/elsewhere(_:host:)`` for one that runs on another machine.
  public init(_ execution: Execution, store: Store) throws {
    guard !execution.isRunning || execution.host == Machine.name else {
      throw ExecutionError.elsewhere(execution.number, host: execution.host)
    }
    number = execution.number
    self.store = store
    spool = ExecutionSpool(token: execution.spool, storePath: store.path)
    if !execution.isRunning { _ = try ended() }
  }

  public func state() throws -> State {
    if let over = kept.withLock({ $0?.state }) { return over }
    let isSupervised = SpoolLock.isHeld(spool)
    if !isSupervised, let over = try ended() { return over }
    let standing = Standing.read(spool)
    return State(
      size: size(), isOver: false, isSupervised: isSupervised, progress: standing?.progress,
      attempt: standing?.attempt ?? 1)
  }

  /// Returns when something is new, or when so much time has passed; at most 25 times a second.
  public func waitForChange(since state: State, upTo wait: Duration) throws -> State {
    let end = ContinuousClock.now + wait
    while true {
      let now = try self.state()
      let left = end - .now
      guard now == state, left > .zero else { return now }
      poll(nil, 0, min(Self.pause, Int32(clamping: left.wholeMilliseconds + 1)))
    }
  }

  /// What there is of a range, up to the first gap in it, and where that begins: later than the range where its beginning
  /// is missing, and nothing where there is nothing of it.
  public func bytes(in range: Range<Int>) throws -> (start: Int, bytes: [UInt8]) {
    if let kept = kept.withLock({ $0 }) { return try kept.bytes(in: range) }
    let found = try SpooledOutput(spool).bytes(in: range)
    // It may have ended in between, and its spool be gone.
    guard found.bytes.isEmpty, !spool.exists, try ended() != nil, let kept = kept.withLock({ $0 }) else { return found }
    return try kept.bytes(in: range)
  }

  private func size() -> Int {
    let known = knownSize.withLock { $0 }
    let size = SpooledOutput(spool).size(from: known)
    knownSize.withLock { $0 = max($0, size) }
    return size
  }

  /// Its state once its end is written down; what is kept of its output is then at hand. Nil while it runs.
  private func ended() throws -> State? {
    let read = try store.read { reader in
      try reader.execution(number).result.map { try KeptOutput(of: number, $0, in: reader) }
    }
    guard let opened = read else { return nil }
    kept.withLock { $0 = $0 ?? opened }
    return opened.state
  }
}

/// What is kept of an output, in a file without a name, so that no memory holds it.
private final class KeptOutput: Sendable {
  let state: OutputReader.State
  private let file: NamelessFile
  /// What is kept ends so long before the output did, behind its first part.
  private let missing: Int

  init(of number: ExecutionNumber, _ result: ExecutionResult, in reader: any Reading) throws {
    file = try NamelessFile { append in try reader.forEachPart(ofOutput: number, append) }
    let isCut = file.count > SpooledOutput.headSize && result.output.size > file.count
    missing = isCut ? result.output.size - file.count : 0
    state = OutputReader.State(
      size: file.count + missing, isOver: true, isSupervised: false, progress: result.output.progress,
      attempt: result.attempts)
  }

  func bytes(in range: Range<Int>) throws -> (start: Int, bytes: [UInt8]) {
    let border = missing > 0 ? SpooledOutput.headSize : file.count
    if range.lowerBound < border {
      return (range.lowerBound, try file.bytes(in: range.lowerBound..<min(range.upperBound, border)))
    }
    let start = min(max(range.lowerBound, border + missing), max(range.upperBound, range.lowerBound))
    return (start, try file.bytes(in: start - missing..<max(start, range.upperBound) - missing))
  }
}
