import Foundation

/// Where a supervisor writes how its command ended, before the store has it.
///
/// The file has its size from the beginning and is overwritten in place, so that a disk that is full by then takes it
/// nevertheless. What it holds counts only where its checksum is right: a kill in the middle leaves nothing.
public final class ResultFile: Sendable {
  private static let size = 8192

  private let descriptor: Int32
  private let path: String

  /// Makes it in a new spool. Where there is no room, nothing should be begun.
  public init(in spool: ExecutionSpool) throws(FileError) {
    path = spool.resultPath
    descriptor = try spool.makeFile(path)
    try write([])
  }

  deinit { close(descriptor) }

  /// Writes it, synced.
  ///
  /// - Parameter bytes: without line ends, and less than 8000.
  public func write(_ bytes: [UInt8]) throws(FileError) {
    var block = bytes
    if !bytes.isEmpty { block += [10] + Array(Self.checksum(bytes).utf8) + [10] }
    guard block.count <= Self.size else { throw .tooLarge(path: path, limit: Self.size) }
    block += [UInt8](repeating: 32, count: Self.size - block.count)
    var rest = block[...]
    while !rest.isEmpty {
      let offset = off_t(Self.size - rest.count)
      let count = rest.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, offset) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .because(errno, path) }
      rest = rest.dropFirst(count)
    }
    guard fsync(descriptor) == 0 else { throw .because(errno, path) }
  }

  /// What it holds; nil where that is nothing whole.
  public static func read(_ spool: ExecutionSpool) -> [UInt8]? {
    guard let bytes = try? FileAccess.read(spool.resultPath, limit: size) else { return nil }
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    guard lines.count > 1, !lines[0].isEmpty, Array(lines[1]) == Array(checksum(Array(lines[0])).utf8) else {
      return nil
    }
    return Array(lines[0])
  }

  /// FNV-1a of 64 bits: against what is torn, not against people.
  private static func checksum(_ bytes: [UInt8]) -> String {
    String(bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
  }
}
