import Foundation

/// Bytes in a file without a name, which is gone when nobody holds it any more.
public final class NamelessFile: Sendable {
  public let count: Int
  private let descriptor: Int32
  private static let place = "a temporary file"

  /// - Parameter fill: hands over what is to be in it, part by part.
  public init(_ fill: (_ append: ([UInt8]) throws -> Void) throws -> Void) throws {
    var template = Array((NSTemporaryDirectory() + "/prodpair-output-XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw FileError.because(errno, NSTemporaryDirectory()) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
    var count = 0
    do {
      let descriptor = descriptor
      try fill { part in
        try FileAccess.write(part, to: descriptor, path: Self.place)
        count += part.count
      }
    } catch {
      close(descriptor)
      throw error
    }
    self.count = count
  }

  deinit { close(descriptor) }

  /// What there is of the range.
  public func bytes(in range: Range<Int>) throws(FileError) -> [UInt8] {
    let range = range.clamped(to: 0..<count)
    var failed: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      filled = 0
      while filled < range.count {
        let place = off_t(range.lowerBound + filled)
        let got = pread(descriptor, buffer.baseAddress.map { $0 + filled }, range.count - filled, place)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failed = errno }
        guard got > 0 else { return }
        filled += got
      }
    }
    guard failed == 0 else { throw .because(failed, Self.place) }
    return bytes
  }
}
