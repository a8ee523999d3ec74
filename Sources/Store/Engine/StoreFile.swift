import Glibc

/// What the file system says of a store's files, asked by path.
///
/// Never by opening the database file: closing any descriptor of it would drop every lock that SQLite holds on
/// it in this process (fcntl(2); sqlite.org/howtocorrupt.html, 2.2).
enum StoreFile {
  struct Status: Hashable, Sendable {
    var device: UInt64
    var inode: UInt64
    /// Permission bits, set-id and sticky bits included.
    var mode: UInt32
    var uid: UInt32
    var gid: UInt32
    var size: Int
    var isDirectory: Bool

    var identity: Identity { Identity(device: device, inode: inode) }
    var owner: String { StoreFile.login(uid) ?? "uid \(uid)" }
    var group: String { StoreFile.group(gid) ?? "gid \(gid)" }
  }

  struct Identity: Hashable, Sendable {
    var device: UInt64
    var inode: UInt64
  }

  static func status(_ path: String) -> Status? {
    var found = stat()
    guard stat(path, &found) == 0 else { return nil }
    return Status(
      device: UInt64(found.st_dev), inode: UInt64(found.st_ino), mode: found.st_mode & 0o7777, uid: found.st_uid,
      gid: found.st_gid, size: Int(found.st_size), isDirectory: found.st_mode & S_IFMT == S_IFDIR)
  }

  /// Whether nothing is there, or a plain file that has no other name: what a store's side files have to be, for
  /// whoever can write the directory could otherwise point them at somebody else's file.
  static func isPlainOrAbsent(_ path: String) -> Bool {
    var found = stat()
    guard lstat(path, &found) == 0 else { return true }
    return found.st_mode & S_IFMT == S_IFREG && found.st_nlink == 1
  }

  static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Whether the effective user may write it.
  static func isWritable(_ path: String) -> Bool { faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0 }

  static func isWritableOrAbsent(_ path: String) -> Bool { isWritable(path) || errno == ENOENT }

  /// Absolute and without symbolic links; nil where there is nothing.
  static func realPath(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  static func login(_ uid: UInt32) -> String? {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 16_384)
    guard getpwuid_r(uid, &entry, &buffer, buffer.count, &found) == 0, found != nil else { return nil }
    return String(cString: entry.pw_name)
  }

  static func group(_ gid: UInt32) -> String? {
    var entry = Glibc.group()
    var found: UnsafeMutablePointer<Glibc.group>?
    var buffer = [CChar](repeating: 0, count: 65_536)
    guard getgrgid_r(gid, &entry, &buffer, buffer.count, &found) == 0, found != nil else { return nil }
    return String(cString: entry.gr_name)
  }

  static func groupID(_ name: String) -> UInt32? {
    var entry = Glibc.group()
    var found: UnsafeMutablePointer<Glibc.group>?
    var buffer = [CChar](repeating: 0, count: 65_536)
    guard getgrnam_r(name, &entry, &buffer, buffer.count, &found) == 0, found != nil else { return nil }
    return entry.gr_gid
  }

  /// The text of a file of the kernel's; nil when it can't be read. Not for a store's own files.
  static func text(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes.append(contentsOf: chunk[..<count])
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Makes what was written to a file or a directory survive a power cut.
  static func sync(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .inputOutput(path: path, detail: reason()) }
    defer { close(descriptor) }
    try sync(descriptor, path)
  }

  /// Syncs an open file; the path is for the message.
  static func sync(_ descriptor: Int32, _ path: String) throws(StoreError) {
    guard fsync(descriptor) == 0 else { throw .inputOutput(path: path, detail: reason()) }
  }

  /// Gives a file that is whole its name, so that a power cut does not take it; where that fails, nothing has the name.
  static func name(_ draft: String, _ path: String) throws(StoreError) {
    // Unlike rename, link never takes the place of what somebody else made in the meantime.
    guard link(draft, path) == 0 else {
      throw errno == EEXIST ? .exists(path: path) : .cannotCreate(path: path, reason: reason())
    }
    do {
      try sync(directory(of: path))
    } catch {
      unlink(path)
      throw error
    }
  }

  /// The words for errno.
  static func reason(_ code: Int32 = errno) -> String { String(cString: strerror(code)) }
}
