import CProcess
import Foundation

/// A terminal that nobody sits at: what a command prints on it is read here, as the command printed it.
///
/// Programs find a terminal, and print as they do for people. Who reads from it finds its end at once.
public final class Pseudoterminal: Sendable {
  /// Where the command's end of it is.
  public let path: String
  let descriptor: Int32

  /// - Throws: an errno.
  public init(columns: Int = 120, rows: Int = 40) throws(SystemError) {
    var reading: Int32 = -1
    var name = [CChar](repeating: 0, count: 128)
    let code = cprocess_open_terminal(Int32(columns), Int32(rows), &reading, &name, name.count)
    guard code == 0 else { throw SystemError(code: code) }
    descriptor = reading
    path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { close(descriptor) }

  public enum Reading: Sendable {
    case bytes(Int)
    /// There is nothing, for now.
    case nothing
    /// Nobody has the other end any more.
    case over
  }

  /// Fills a buffer with what is there, without waiting.
  public func read(into buffer: UnsafeMutableRawBufferPointer) -> Reading {
    var filled = 0
    // The kernel gives less than a page at a time.
    while filled < buffer.count {
      let count = Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      if count < 0, errno == EINTR { continue }
      if count <= 0 {
        if filled > 0 { break }
        return count < 0 && errno == EAGAIN ? .nothing : .over
      }
      filled += count
    }
    return .bytes(filled)
  }
}

/// What the operating system said no with.
public struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  public var code: Int32

  public init(code: Int32) { self.code = code }

  public var description: String { String(cString: strerror(code)) }
}
