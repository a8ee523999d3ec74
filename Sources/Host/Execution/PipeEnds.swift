import CProcess
import Foundation

/// The two ends of a pipe, closed when they are let go of.
public final class PipeEnds {
  public private(set) var reading: Int32
  public private(set) var writing: Int32

  public init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    guard cprocess_pipe(&ends, 0) == 0 else { throw SystemError(code: errno) }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    closeReading()
    closeWriting()
  }

  public func closeReading() {
    if reading >= 0 { close(reading) }
    reading = -1
  }

  public func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }

  /// Writes it all, as far as somebody reads it; that nobody does any more ends nobody's process.
  public func write(_ bytes: [UInt8]) {
    var broken = sigset_t()
    var before = sigset_t()
    sigemptyset(&broken)
    sigaddset(&broken, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &broken, &before)
    try? FileAccess.write(bytes, to: writing, path: "pipe")
    // The kernel sends it to the thread that wrote: it is taken before others can come again.
    var atOnce = timespec()
    while sigtimedwait(&broken, nil, &atOnce) < 0, errno == EINTR {}
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  /// What comes until a line's end, or until nobody writes any more.
  public func readLine() -> [UInt8] { Self.readLine(from: reading) }

  /// What comes until a line's end, until nobody writes any more, or until it is too much to be a line.
  ///
  /// It does not wait for the writer to go. Foundation's `FileHandle` does, until it has all it was asked for.
  public static func readLine(from descriptor: Int32, limit: Int = .max) -> [UInt8] {
    var line: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while line.count < limit {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      if let end = buffer[..<count].firstIndex(of: 10) { return line + buffer[..<end] }
      line += buffer[..<count]
    }
    return line
  }
}
