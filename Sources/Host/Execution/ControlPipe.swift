import Foundation

/// The pipe in a spool through which a command's supervisor is told what to do, a line of JSON each.
public final class ControlPipe: Sendable {
  public struct Message: Codable, Hashable, Sendable {
    public var stop: Bool
    /// Who wants it.
    public var by: String

    public init(stop: Bool, by: String) {
      self.stop = stop
      self.by = by
    }
  }

  let descriptor: Int32

  /// Makes it, for whoever watches over the command.
  public init(in spool: ExecutionSpool) throws(FileError) {
    let path = spool.controlPath
    var folder = stat()
    guard stat(spool.path, &folder) == 0, mkfifo(path, 0o600) == 0 else { throw .because(errno, path, isMade: true) }
    _ = chown(path, UInt32.max, folder.st_gid)
    // Read and written, so that it never has an end.
    guard chmod(path, ExecutionSpool.fileMode(ofFolder: folder.st_mode)) == 0,
      case let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW), descriptor >= 0
    else { throw .because(errno, path) }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// What has come since the last call; what is no message is left out.
  public func take() -> [Message] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while bytes.count < 1 << 16, case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes.split(separator: 10).compactMap { try? JSONDecoder().decode(Message.self, from: Data($0)) }
  }

  /// Tells whoever watches over the command.
  ///
  /// - Returns: false where nobody does.
  public static func send(_ message: Message, to spool: ExecutionSpool) throws(FileError) -> Bool {
    let path = spool.controlPath
    let descriptor = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW)
    if descriptor < 0, errno == ENXIO || errno == ENOENT { return false }
    guard descriptor >= 0 else { throw .because(errno, path) }
    defer { close(descriptor) }
    guard let line = try? JSONEncoder().encode(message) else { throw .inputOutput(path: path, detail: "no message") }
    try FileAccess.write(Array(line) + [10], to: descriptor, path: path)
    return true
  }
}
