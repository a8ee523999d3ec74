import Glibc

/// Who has a store open, as far as this machine's kernel tells.
///
/// A connection in WAL mode keeps a shared lock on the database file, and `/proc/locks` lists everybody's locks.
/// It leaves out processes of other containers; those are found by asking for the lock, without a name.
enum OpenFiles {
  /// The processes with a lock on the file, this one included.
  static func users(of path: String) -> [StoreUser] {
    guard let status = StoreFile.status(path) else { return [] }
    return owners(of: status.identity, kinds: ["POSIX", "OFDLCK"]).map(user)
  }

  /// Who holds the flock on a file; nil when nobody does or the kernel doesn't say.
  static func holder(ofFlock path: String) -> StoreUser? {
    guard let status = StoreFile.status(path) else { return nil }
    return owners(of: status.identity, kinds: ["FLOCK"]).first.map(user)
  }

  /// Who else keeps a store's log to themselves, as whoever writes or recovers it does; nil where nobody is found.
  static func holder(ofLogOf path: String) -> StoreUser? {
    guard let status = StoreFile.status(path + "-shm") else { return nil }
    return owners(of: status.identity, kinds: ["POSIX"], writing: true).first { $0 != getpid() }.map(user)
  }

  static func user(_ pid: Int32) -> StoreUser {
    let name = StoreFile.text(of: "/proc/\(pid)/comm")?.split(separator: "\n").first.map(String.init)
    let login = StoreFile.status("/proc/\(pid)").flatMap { StoreFile.login($0.uid) }
    return StoreUser(pid: pid, login: login, command: name)
  }

  /// The kernel gives its list in pages and goes on by a line's number, so that a line may be left out where another goes
  /// meanwhile. It is read until two readings say the same, and at most ten times.
  ///
  /// - Parameter writing: only those whose lock lets nobody else in.
  private static func owners(
    of file: StoreFile.Identity, kinds: Set<String>, writing: Bool = false
  ) -> [Int32] {
    var last = reading(of: file, kinds: kinds, writing: writing)
    for _ in 1..<10 {
      let next = reading(of: file, kinds: kinds, writing: writing)
      if Set(next) == Set(last) { break }
      last = next
    }
    return last
  }

  /// Lines such as `1: POSIX  ADVISORY  READ 1234 fe:00:1573 1073741826 1073742335`; one that waits has `->`.
  private static func reading(of file: StoreFile.Identity, kinds: Set<String>, writing: Bool) -> [Int32] {
    guard let table = StoreFile.text(of: "/proc/locks") else { return [] }
    var pids: [Int32] = []
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ", omittingEmptySubsequences: true)
      guard fields.count >= 6, kinds.contains(String(fields[1])), let pid = Int32(fields[4]), pid > 0 else { continue }
      if writing, fields[3] != "WRITE" { continue }
      let place = fields[5].split(separator: ":")
      guard place.count == 3, UInt64(place[2]) == file.inode,
        let major = UInt64(place[0], radix: 16), let minor = UInt64(place[1], radix: 16),
        (major, minor) == numbers(of: file.device), !pids.contains(pid)
      else { continue }
      pids.append(pid)
    }
    return pids
  }

  /// As makedev(3) puts them together.
  private static func numbers(of device: UInt64) -> (UInt64, UInt64) {
    let major = (device >> 8) & 0xFFF | (device >> 32) & ~0xFFF
    let minor = device & 0xFF | (device >> 12) & ~0xFF
    return (major, minor)
  }
}
