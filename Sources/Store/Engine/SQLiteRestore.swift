import Domain
import Foundation
import Glibc

extension Store {
  /// Puts a backup in a store's place. The store that was there stays beside it under a dated name.
  ///
  /// The backup is copied, checked and its journal verified first. No process may have the store open, this one
  /// included; those that wait for it at that moment find that it was replaced and write nothing.
  ///
  /// - Returns: where the replaced store is now; nil when there was none.
  /// - Throws: `inUse` with who has it open, `unsoundBackup`, and what `open` throws of the backup.
  public static func restore(
    path: String, from backup: String, at now: Instant, options: StoreOptions
  ) throws -> String? {
    // What a symbolic link leads to is replaced, not the link.
    let path = StoreFile.realPath(path) ?? path
    guard StoreFile.status(backup) != nil else { throw StoreError.missing(path: backup) }
    // A plain copy of a store in use: what stands in its -wal would be left behind, unnoticed.
    if let wal = StoreFile.status(backup + "-wal"), wal.size > 0 {
      throw StoreError.unsoundBackup(
        path: backup, findings: ["it is not whole without \(backup)-wal; make a copy with `prodpair backup`"])
    }
    let users = OpenFiles.users(of: path)
    guard users.isEmpty else { throw StoreError.inUse(path: path, by: users) }
    let old = StoreFile.status(path)
    let draft = path + ".restoring-\(getpid())"
    defer { for suffix in ["", "-wal", "-shm", "-lock"] { unlink(draft + suffix) } }
    try copy(backup, to: draft, mode: old?.mode ?? StoreKind.personal.fileMode, group: old?.gid)
    try check(draft, of: backup, options: options)
    try StoreFile.sync(draft)
    guard old != nil else {
      try StoreFile.name(draft, path)
      return nil
    }
    return try replace(path, by: draft, at: now, options: options)
  }

  /// Also brings the copy up to this program's schema, and leaves one file without a -wal.
  private static func check(_ draft: String, of backup: String, options: StoreOptions) throws {
    // Nobody else knows the draft: as on a sound version of SQLite, closing it checkpoints it.
    var options = options
    options.sqliteVersion = .max
    let findings: [String]
    do {
      let store = try open(path: draft, options: options)
      findings = try store.integrityProblems() + store.verify().findings.map(\.description)
      try store.close()
    } catch StoreError.notADatabase {
      throw StoreError.notADatabase(path: backup)
    } catch StoreError.notAStore(_, let id) {
      throw StoreError.notAStore(path: backup, applicationID: id)
    } catch StoreError.newer(_, let found, let known) {
      throw StoreError.newer(path: backup, found: found, known: known)
    } catch StoreError.corrupt(_, let detail) {
      throw StoreError.unsoundBackup(path: backup, findings: ["it " + detail])
    }
    guard findings.isEmpty else { throw StoreError.unsoundBackup(path: backup, findings: findings) }
  }

  private static func replace(
    _ path: String, by draft: String, at now: Instant, options: StoreOptions
  ) throws -> String {
    emptyWAL(of: path, options: options)
    let lock = try ExclusiveUse(of: path)
    defer { lock.end() }
    let kept = path + ".replaced-" + now.rfc3339.prefix(19).replacing(":", with: "").replacing("-", with: "") + "Z"
    guard link(path, kept) == 0 else {
      throw errno == EEXIST
        ? StoreError.exists(path: kept) : .cannotCreate(path: kept, reason: StoreFile.reason())
    }
    // What could not be moved into a damaged file stays with it.
    if let wal = StoreFile.status(path + "-wal"), wal.size > 0, link(path + "-wal", kept + "-wal") != 0 {
      throw StoreError.cannotCreate(path: kept + "-wal", reason: StoreFile.reason())
    }
    unlink(path + "-wal")
    unlink(path + "-shm")
    guard rename(draft, path) == 0 else { throw StoreError.inputOutput(path: path, detail: StoreFile.reason()) }
    try StoreFile.sync(StoreFile.directory(of: path))
    return kept
  }

  /// Moves what stands in the old store's -wal into the file, where that is still possible.
  private static func emptyWAL(of path: String, options: StoreOptions) {
    guard let engine = try? SQLiteEngine(path: path, options: options) else { return }
    try? engine.emptyWAL()
    try? engine.close()
  }

  private static func copy(_ source: String, to target: String, mode: UInt32, group: UInt32?) throws {
    try SQLiteCreation.makeFile(target, mode: mode & 0o666, group: group)
    let from = Glibc.open(source, O_RDONLY | O_CLOEXEC)
    guard from >= 0 else { throw StoreError.inputOutput(path: source, detail: StoreFile.reason()) }
    defer { Glibc.close(from) }
    let to = Glibc.open(target, O_WRONLY | O_CLOEXEC)
    guard to >= 0 else { throw StoreError.inputOutput(path: target, detail: StoreFile.reason()) }
    defer { Glibc.close(to) }
    while true {
      let count = sendfile(to, from, nil, 1 << 24)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw errno == ENOSPC || errno == EFBIG || errno == EDQUOT
          ? StoreError.full(path: target) : .inputOutput(path: target, detail: StoreFile.reason())
      }
      if count == 0 { return }
    }
  }
}

/// Every lock that SQLite could ask for on a database file, so that nobody gets in while it is replaced.
///
/// sqlite.org/lockingv3.html: the pending byte at 1 GiB, the reserved byte, and 510 shared bytes after it.
private struct ExclusiveUse {
  private let descriptor: Int32

  /// Opens the database file itself, which is allowed only because this process has no connection to it.
  init(of path: String) throws(StoreError) {
    descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw .notWritable(path: path, owner: StoreFile.status(path)?.owner) }
    var wanted = Glibc.flock()
    wanted.l_type = Int16(F_WRLCK)
    wanted.l_whence = Int16(SEEK_SET)
    wanted.l_start = 0x4000_0000
    wanted.l_len = 512
    guard fcntl(descriptor, F_SETLK, &wanted) != 0 else { return }
    let known = OpenFiles.users(of: path)
    var holder = wanted
    _ = fcntl(descriptor, F_GETLK, &holder)
    Glibc.close(descriptor)
    // Across containers the kernel tells that there is somebody, but not who.
    let unnamed = holder.l_pid > 0 ? OpenFiles.user(holder.l_pid) : StoreUser(pid: nil)
    throw .inUse(path: path, by: known.isEmpty ? [unnamed] : known)
  }

  func end() { Glibc.close(descriptor) }
}
