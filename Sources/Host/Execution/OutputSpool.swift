import CProcess
import Foundation

/// Writes a command's output to a spool as it comes, in segments, so that the disk it takes is bounded.
///
/// Of an output without end the first and the last 32 MiB stay: the segments between them are removed. What finds no
/// room on the disk is counted and dropped; the command is never held up by it.
public final class OutputSpool {
  public static let segmentSize = 4 << 20
  /// So many segments at the beginning stay, and as many at the end.
  public static let keptSegments = 8

  private let spool: ExecutionSpool
  private var descriptor: Int32 = -1
  private var segment = -1
  /// What stands there, removed segments included.
  public private(set) var size = 0
  /// What there was no room for.
  public private(set) var dropped = 0
  /// Of what there was no room for since something was written.
  private var droppedNow = 0
  /// Line ends in all that came.
  public private(set) var lineEnds = 0
  private var last: UInt8 = 10

  public init(_ spool: ExecutionSpool) { self.spool = spool }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// What came, dropped or not; in bytes.
  public var total: Int { size + dropped }

  /// Leaves word of the command that prints into it now.
  func begun(_ command: SessionProcess) { CommandSession(of: command.id)?.write(to: spool) }

  public func write(_ bytes: UnsafeRawBufferPointer) {
    guard let end = bytes.last else { return }
    lineEnds += cprocess_count(bytes.baseAddress, bytes.count, 10)
    if droppedNow > 0, put(Array(Self.gap(droppedNow, isAtLineStart: last == 10).utf8)) { droppedNow = 0 }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = droppedNow > 0 ? 0 : writeSome(UnsafeRawBufferPointer(rebasing: rest))
      guard written > 0 else {
        dropped += rest.count
        droppedNow += rest.count
        return
      }
      rest = rest.dropFirst(written)
    }
    last = end
  }

  /// A line of ours, on a line of its own.
  public func writeLine(_ line: String) {
    let text = (last == 10 ? "" : "\n") + line + "\n"
    Array(text.utf8).withUnsafeBytes { write($0) }
  }

  /// What stands where something is missing.
  public static func gap(_ count: Int, isAtLineStart: Bool = true) -> String {
    (isAtLineStart ? "" : "\n")
      + "[prodpair: \(count) bytes of output are missing here: there was no room on the disk]\n"
  }

  private func put(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let written = writeSome(UnsafeRawBufferPointer(rebasing: rest))
        guard written > 0 else { return false }
        rest = rest.dropFirst(written)
      }
      return true
    }
  }

  /// How many of the bytes found room; 0 for none.
  private func writeSome(_ bytes: UnsafeRawBufferPointer) -> Int {
    let place = size % Self.segmentSize
    if place == 0 || descriptor < 0 { guard begin(size / Self.segmentSize) else { return 0 } }
    let count = min(bytes.count, Self.segmentSize - place)
    let written = pwrite(descriptor, bytes.baseAddress, count, off_t(place))
    guard written > 0 else { return errno == EINTR ? writeSome(bytes) : 0 }
    size += written
    return written
  }

  private func begin(_ index: Int) -> Bool {
    if index == segment { return descriptor >= 0 }
    let path = spool.segmentPath(index)
    guard let opened = try? spool.makeFile(path) else { return false }
    if descriptor >= 0 { close(descriptor) }
    (descriptor, segment) = (opened, index)
    let old = index - Self.keptSegments
    if old >= Self.keptSegments { unlink(spool.segmentPath(old)) }
    return true
  }
}
