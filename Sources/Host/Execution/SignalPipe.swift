import CProcess
import Foundation

/// The signals that a process which watches over a command looks at: that a child has ended, and that it is to end itself.
public final class SignalPipe: Sendable {
  let descriptor: Int32

  /// Once for a process: signals are told to the last one made.
  public init() throws(SystemError) {
    var ends: [Int32] = [0, 0]
    guard cprocess_pipe(&ends, O_NONBLOCK) == 0 else { throw SystemError(code: errno) }
    descriptor = ends[0]
    // The other end stays open for as long as the process: a signal may come at any time.
    let code = cprocess_tell_signals(ends[1])
    guard code == 0 else { throw SystemError(code: code) }
  }

  deinit { close(descriptor) }

  /// Whether it was asked to end since the last call.
  public func takeTermination() -> Bool {
    var isAsked = false
    var buffer = [UInt8](repeating: 0, count: 256)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      isAsked = isAsked || buffer[..<count].contains { Int32($0) == SIGTERM || Int32($0) == SIGINT }
    }
    return isAsked
  }
}
