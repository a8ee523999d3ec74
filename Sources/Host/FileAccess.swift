import Foundation

/// Reading and replacing files, whole.
public enum FileAccess {
  /// The bytes of a regular file, or of standard input for `-`.
  public static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    if path == "-" { return try drain(STDIN_FILENO, path: "standard input", limit: limit) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError.because(errno, path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError.because(errno, path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
    return try drain(descriptor, path: path, limit: limit)
  }

  /// The bytes of whatever can be read to its end, a pipe too; nothing of them is written anywhere.
  public static func readUpToEnd(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    if path == "-" { return try drain(STDIN_FILENO, path: "standard input", limit: limit) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw FileError.because(errno, path) }
    defer { close(descriptor) }
    return try drain(descriptor, path: path, limit: limit)
  }

  /// Puts the bytes in the file's place in one step: beside it first, synced, then renamed. Its mode stays, and
  /// protects it.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    try stage(path, bytes).replace()
  }

  /// Writes a file that is not there yet; a link that leads nowhere is there too.
  ///
  /// - Throws: `alreadyThere`, or what writing throws; the file is then not there.
  public static func create(_ path: String, with bytes: [UInt8]) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw errno == EEXIST ? .alreadyThere(path: path) : .because(errno, path, isMade: true)
    }
    defer { close(descriptor) }
    do throws(FileError) {
      try write(bytes, to: descriptor, path: path)
      guard fsync(descriptor) == 0 else { throw FileError.because(errno, path) }
    } catch {
      unlink(path)
      throw error
    }
  }

  /// The path with every link resolved; the path itself where it does not exist.
  public static func realPath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func drain(_ descriptor: Int32, path: String, limit: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Foundation.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileError.because(errno, path) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      if bytes.count > limit { throw .tooLarge(path: path, limit: limit) }
    }
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileError.because(errno, path) }
      rest = rest.dropFirst(count)
    }
  }

  /// Makes the rename itself durable; a file system that cannot sync a directory has nothing to make durable.
  static func syncDirectory(of path: String) {
    let folder = (path as NSString).deletingLastPathComponent
    let directory = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard directory >= 0 else { return }
    fsync(directory)
    close(directory)
  }
}

/// A file that could not be read or written. Nothing was changed.
public enum FileError: Error, Hashable, Sendable {
  case missing(path: String)
  /// Nothing can be written there: its folder is not there.
  case noFolder(path: String)
  case notPermitted(path: String)
  case readOnly(path: String)
  case notAFile(path: String)
  case tooLarge(path: String, limit: Int)
  case inputOutput(path: String, detail: String)
  case changedMeanwhile(path: String)
  case alreadyThere(path: String)

  /// - Parameter isMade: whether the file was to be made: then what is missing is its folder.
  static func because(_ code: Int32, _ path: String, isMade: Bool = false) -> FileError {
    switch code {
    case ENOENT where isMade, ENOTDIR where isMade: .noFolder(path: path)
    case ENOENT, ENOTDIR: .missing(path: path)
    case EACCES, EPERM, EROFS: .notPermitted(path: path)
    case EISDIR, ENXIO: .notAFile(path: path)
    default: .inputOutput(path: path, detail: String(cString: strerror(code)))
    }
  }
}

extension FileError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let path): "\(path): there is no such file"
    case .noFolder(let path): "\(path): there is no such folder to write into; make it (mkdir -p), then try again"
    case .notPermitted(let path): "\(path): not permitted for this user; the file is as it was"
    case .readOnly(let path):
      "\(path): read-only for this user; the file is as it was: make it writable (chmod u+w), then try again"
    case .notAFile(let path): "\(path): not a regular file"
    case .tooLarge(let path, let limit): "\(path): larger than \(limit) bytes"
    case .alreadyThere(let path): "\(path): is there already and is not written over; name another place"
    case .changedMeanwhile(let path): "\(path): changed while it was read; nothing was written, try again"
    case .inputOutput(let path, let detail): "\(path): \(detail); the file is as it was"
    }
  }
}
