import Foundation

/// A file that is read from its beginning more than once, a piece at a time, whatever its size.
///
/// Standard input and what is no regular file is copied to a file without a name first, which is gone with the process.
public final class StreamedFile: Sendable {
  public let path: String
  private let descriptor: Int32
  private let before: stat

  /// - Parameter path: A path, or `-` for standard input.
  public init(_ path: String) throws(FileError) {
    self.path = path == "-" ? "standard input" : path
    let source = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard source >= 0 else { throw FileError.because(errno, path) }
    var status = stat()
    guard fstat(source, &status) == 0 else {
      defer { close(source) }
      throw FileError.because(errno, path)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      descriptor = source
      before = status
    case S_IFDIR:
      close(source)
      throw .notAFile(path: path)
    default:
      defer { close(source) }
      let copy = try Self.copy(source, path: path)
      descriptor = copy
      before = try Self.status(of: copy, path: path)
    }
  }

  deinit { close(descriptor) }

  /// Gives the file's bytes from its beginning, a piece at a time; nil at its end.
  ///
  /// At the end it throws `changedMeanwhile` where somebody wrote the file since it was opened.
  public func reader() -> () throws -> [UInt8]? {
    var offset: off_t = 0
    return { [self] in
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = try Self.read(&buffer, from: descriptor, at: offset, path: path)
      guard count > 0 else {
        let now = try Self.status(of: descriptor, path: path)
        let isSame =
          now.st_size == before.st_size && now.st_mtim.tv_sec == before.st_mtim.tv_sec
          && now.st_mtim.tv_nsec == before.st_mtim.tv_nsec
        guard isSame else { throw FileError.changedMeanwhile(path: path) }
        return nil
      }
      offset += off_t(count)
      buffer.removeLast(buffer.count - count)
      return buffer
    }
  }

  private static func read(
    _ buffer: inout [UInt8], from descriptor: Int32, at offset: off_t?, path: String
  ) throws(FileError) -> Int {
    while true {
      let count =
        offset.map { pread(descriptor, &buffer, buffer.count, $0) } ?? Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileError.because(errno, path) }
      return count
    }
  }

  private static func status(of descriptor: Int32, path: String) throws(FileError) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError.because(errno, path) }
    return status
  }

  private static func copy(_ source: Int32, path: String) throws(FileError) -> Int32 {
    var template = Array((NSTemporaryDirectory() + "/prodpair-import-XXXXXX").utf8CString)
    let copy = mkstemp(&template)
    guard copy >= 0 else { throw FileError.because(errno, NSTemporaryDirectory()) }
    _ = fcntl(copy, F_SETFD, FD_CLOEXEC)
    unlink(template)
    do throws(FileError) {
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = try read(&buffer, from: source, at: nil, path: path)
        guard count > 0 else { return copy }
        try FileAccess.write(Array(buffer[..<count]), to: copy, path: NSTemporaryDirectory())
      }
    } catch {
      close(copy)
      throw error
    }
  }
}
