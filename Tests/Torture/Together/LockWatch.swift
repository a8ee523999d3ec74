import Foundation

/// Who holds the lock that a writer takes, as far as the kernel's list (`/proc/locks`) tells.
///
/// Only looked at: asking for the lock would be to take it, for a moment.
struct LockWatch {
  /// The side file of a store whose SQLite needs one, and what SQLite itself locks.
  private let sideFile: UInt64?
  private let sharedMemory: UInt64?
  /// SQLite's lock of the one who writes to the -wal file (sqlite.org/walformat.html, 2.3.1).
  private static let writeByte = "120"
  /// That of the one who makes the -shm file anew, before it reads the log (`UNIX_SHM_DMS` in SQLite's os_unix.c).
  private static let beginByte = "128"

  init(store: String) {
    sideFile = Self.inode(store + "-lock")
    sharedMemory = Self.inode(store + "-shm")
  }

  /// Whether the list can be read here; in some containers it can't.
  static var canLook: Bool { access("/proc/locks", R_OK) == 0 }
  static let whyNot = "the kernel's list of locks can't be read here"

  /// What a process can be at while it keeps others from writing.
  enum Hold: Equatable {
    case write
    /// It reads what the -wal file has, as whoever opens a store first does; nobody else can read meanwhile either.
    case recovery
  }

  /// What the process holds now.
  ///
  /// The kernel gives its list in pages and goes on by a line's number, so that a line may be left out where another goes
  /// meanwhile. It is read until two readings say the same, and at most ten times.
  func hold(by process: pid_t) -> Hold? {
    var last = reading(of: process)
    for _ in 1..<10 {
      let next = reading(of: process)
      if next == last { break }
      last = next
    }
    return last
  }

  private func reading(of process: pid_t) -> Hold? {
    let table = (try? String(contentsOfFile: "/proc/locks", encoding: .utf8)) ?? ""
    var found: Hold?
    for line in table.split(separator: "\n") {
      // `1: POSIX  ADVISORY  WRITE 1234 fe:00:1573 120 120`; one that waits has `->`.
      let fields = line.split(separator: " ")
      guard fields.count >= 8, fields[4] == "\(process)", fields[3] == "WRITE",
        let inode = fields[5].split(separator: ":").last.flatMap({ UInt64($0) })
      else { continue }
      switch fields[1] {
      case "FLOCK" where inode == sideFile: return .write
      case "POSIX" where inode == sharedMemory && fields[6] == Self.writeByte:
        // Under the side file's lock this one is taken as well; without it, it is somebody who recovers.
        found = sideFile == nil && fields[7] == Self.writeByte ? .write : .recovery
      case "POSIX" where inode == sharedMemory && fields[6] == Self.beginByte: found = .recovery
      default: break
      }
    }
    return found
  }

  /// A process that was told to stop has stopped, or is gone.
  static func isStopped(_ process: pid_t) -> Bool {
    guard let line = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let state = line.split(separator: ")").last?.split(separator: " ").first
    else { return true }
    return ["T", "t", "Z", "X"].contains(state)
  }

  private static func inode(_ path: String) -> UInt64? {
    var status = stat()
    return stat(path, &status) == 0 ? UInt64(status.st_ino) : nil
  }
}
