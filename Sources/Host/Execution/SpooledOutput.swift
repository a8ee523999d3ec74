import Foundation

/// A command's output as it stands in its spool, read by offset while it is written.
public struct SpooledOutput: Hashable, Sendable {
  private let spool: ExecutionSpool

  public init(_ spool: ExecutionSpool) { self.spool = spool }

  /// How much there is, in bytes, with what was removed from its middle.
  ///
  /// - Parameter known: what it was once, which saves looking at what came before that.
  public func size(from known: Int = 0) -> Int {
    var index = known / OutputSpool.segmentSize
    var size = known
    while true {
      var status = stat()
      guard stat(spool.segmentPath(index), &status) == 0 else {
        // The segment that what is known lies in may be gone by now, in the middle of much.
        guard let later = laterSegment(than: index) else { break }
        index = later
        continue
      }
      size = max(size, index * OutputSpool.segmentSize + Int(status.st_size))
      guard status.st_size >= OutputSpool.segmentSize else { break }
      index += 1
    }
    return size
  }

  /// What there is of a range, up to the first gap in it, and where that begins: later than the range where its beginning
  /// was removed. Nothing where there is nothing of it.
  public func bytes(in range: Range<Int>) throws(FileError) -> (start: Int, bytes: [UInt8]) {
    var start = range.lowerBound
    var bytes: [UInt8] = []
    while start + bytes.count < range.upperBound {
      let offset = start + bytes.count
      let index = offset / OutputSpool.segmentSize
      let path = spool.segmentPath(index)
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
      if descriptor < 0, errno == ENOENT {
        guard bytes.isEmpty, let later = laterSegment(than: index) else { break }
        start = later * OutputSpool.segmentSize
        continue
      }
      guard descriptor >= 0 else { throw .because(errno, path) }
      defer { close(descriptor) }
      let end = min(range.upperBound, (index + 1) * OutputSpool.segmentSize)
      let read = try Self.read(descriptor, from: offset % OutputSpool.segmentSize, count: end - offset, path)
      bytes += read
      if read.count < end - offset { break }
    }
    return (min(start, max(range.lowerBound, range.upperBound)), bytes)
  }

  /// All that is there, for the store: of what is too much the first and the last part, and a line between them.
  public func kept(limit: Int) throws(FileError) -> [UInt8] {
    let size = size()
    guard size > limit else { return try bytes(in: 0..<size).bytes }
    let head = try bytes(in: 0..<min(limit / 2, Self.headSize)).bytes
    let room = limit - head.count - Self.lineRoom
    let tail = try bytes(in: size - room..<size)
    let between = tail.start - head.count
    return head + Array("\n[prodpair: \(between) bytes of output between are not kept]\n".utf8) + tail.bytes
  }

  /// The first part of much, which is never removed.
  public static let headSize = OutputSpool.keptSegments * OutputSpool.segmentSize
  /// For the line in the place of what is missing.
  private static let lineRoom = 200

  private func laterSegment(than index: Int) -> Int? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: spool.path)) ?? []
    return names.compactMap { name in
      name.hasPrefix("output.") ? Int(name.dropFirst("output.".count)) : nil
    }.filter { $0 > index }.min()
  }

  private static func read(
    _ descriptor: Int32, from offset: Int, count: Int, _ path: String
  ) throws(FileError) -> [UInt8] {
    var failed: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, filled in
      filled = 0
      while filled < count {
        let got = pread(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, off_t(offset + filled))
        if got < 0, errno == EINTR { continue }
        if got < 0 { failed = errno }
        guard got > 0 else { return }
        filled += got
      }
    }
    guard failed == 0 else { throw .because(failed, path) }
    return bytes
  }
}
