import Domain
import Foundation
import Store

/// From a tick to the disk, beside a bare append and fdatasync of as many bytes, on the same disk, turn about.
struct TickToDurable {
  let directory: String
  var ticks = 300

  func figures(_ store: BenchStore) throws -> [Figure] {
    let entryBytes = try bytesOfOneTick(store)
    let walBytes = try walBytesOfOneTick(store)
    let likeWAL = try BareAppend(directory + "/append-wal")
    let likeEntry = try BareAppend(directory + "/append-entry")
    var ticking = Samples()
    var wal = Samples()
    var entry = Samples()
    while ticking.values.count < ticks {
      let run = try store.freshRun()
      for number in 1..<BenchChecklist.stepCount where ticking.values.count < ticks {
        ticking.add(try milliseconds { try store.tick(number, of: run) })
        wal.add(try milliseconds { try likeWAL.append(walBytes) })
        entry.add(try milliseconds { try likeEntry.append(entryBytes) })
      }
    }
    return [
      Figure(
        "tick to durable", ticking, against: ("append + fdatasync of its WAL's \(walBytes) bytes", wal), aim: .ratio(2)),
      Figure(
        "tick to durable, held against its entry", ticking,
        against: ("append + fdatasync of its entry's \(entryBytes) bytes", entry)),
    ]
  }

  /// How many bytes the journal keeps of a tick: the images of the rows that it changed.
  private func bytesOfOneTick(_ store: BenchStore) throws -> Int {
    try store.tick(1, of: store.freshRun())
    return try store.store.read { reader in
      let row = try reader.first(
        """
        SELECT sum(length(CAST(coalesce(before, '') AS BLOB)) + length(CAST(coalesce(after, '') AS BLOB))) AS n
        FROM journal_change WHERE seq = (SELECT seq FROM journal_head)
        """)
      return try row?.integer("n") ?? 0
    }
  }

  /// What this process hands to the kernel for one tick: the frames of the WAL, and nothing else; the median of a few.
  private func walBytesOfOneTick(_ store: BenchStore) throws -> Int {
    let run = try store.freshRun()
    var written: [Int] = []
    for number in 1...40 {
      let before = try Self.bytesWritten()
      try store.tick(number, of: run)
      written.append(try Self.bytesWritten() - before)
    }
    return written.sorted()[written.count / 2]
  }

  /// By all calls of write(2) so far; proc(5), `/proc/PID/io`.
  private static func bytesWritten() throws -> Int {
    let text = try String(contentsOfFile: "/proc/self/io", encoding: .utf8)
    let line = text.split(separator: "\n").first { $0.hasPrefix("wchar:") }
    guard let count = line?.split(separator: " ").last.flatMap({ Int($0) }) else {
      throw BenchError("no /proc/self/io")
    }
    return count
  }
}

/// A file that only ever grows: the least that makes bytes durable.
private final class BareAppend {
  private let descriptor: Int32

  init(_ path: String) throws {
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw BenchError("can't write \(path)") }
  }

  deinit { close(descriptor) }

  func append(_ count: Int) throws {
    let bytes = [UInt8](repeating: 0x61, count: count)
    guard write(descriptor, bytes, count) == count, fdatasync(descriptor) == 0 else {
      throw BenchError("the bare append failed: \(String(cString: strerror(errno)))")
    }
  }
}
