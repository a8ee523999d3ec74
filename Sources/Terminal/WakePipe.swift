import CCurses
import Glibc

/// Lets any thread wake the one that waits in ``CursesTerminal/nextEvents(wake:timeoutMilliseconds:)``.
///
/// `Sendable` because both descriptors never change, and the kernel orders reads and writes of a pipe.
public final class WakePipe: Sendable {
  /// Readable from the first ``signal()`` until ``drain()``.
  public let fileDescriptor: Int32
  private let writeEnd: Int32

  public init() throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    guard cc_pipe(&ends) else { throw .noWakePipe(errno: errno) }
    fileDescriptor = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    close(fileDescriptor)
    close(writeEnd)
  }

  /// Wakes the reader. Never blocks: a full pipe already wakes.
  public func signal() {
    var byte: UInt8 = 0
    while write(writeEnd, &byte, 1) < 0 && errno == EINTR { continue }
  }

  /// Takes back every signal so far.
  public func drain() {
    var bytes = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(fileDescriptor, &bytes, bytes.count)
      if count == 0 || (count < 0 && errno != EINTR) { return }
    }
  }
}
