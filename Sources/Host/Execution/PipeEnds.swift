import Foundation

/// The two ends of a pipe, closed when they are let go of.
public final class PipeEnds {
  public private(set) var reading: Int32
  public private(set) var writing: Int32

  public init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw SystemError(code: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
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

  /// Writes it all, as far as somebody reads it.
  public func write(_ bytes: [UInt8]) { try? FileAccess.write(bytes, to: writing, path: "pipe") }

  /// What comes until a line's end, or until nobody writes any more.
  public func readLine() -> [UInt8] {
    var line: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(reading, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return line }
      line += buffer[..<count]
      if let end = line.firstIndex(of: 10) { return Array(line[..<end]) }
    }
  }
}
