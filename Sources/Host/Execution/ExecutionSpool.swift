import Foundation

/// The folder beside the store in which a command's output stands while it runs, and all else that whoever watches over
/// it shares with those who follow it.
///
/// It has the store's group and mode, so that both of a pair can follow, and stop, what either has begun.
public struct ExecutionSpool: Hashable, Sendable {
  public let path: String
  /// The folder's name, which nobody else gives one of theirs.
  public var token: String { (path as NSString).lastPathComponent }

  public init(token: String, storePath: String) { path = "\(Self.folder(storePath: storePath))/\(token)" }

  /// Where the spools of a store lie.
  public static func folder(storePath: String) -> String { FileAccess.realPath(storePath) + "-exec" }

  /// The spools that lie beside a store, whether anything runs in them or not; nothing where there are none.
  public static func all(storePath: String) -> [ExecutionSpool] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder(storePath: storePath))) ?? []
    return names.sorted().map { ExecutionSpool(token: $0, storePath: storePath) }
  }

  var lockPath: String { "\(path)/lock" }
  var controlPath: String { "\(path)/control" }
  var resultPath: String { "\(path)/result" }
  var standingPath: String { "\(path)/standing" }
  var sessionPath: String { "\(path)/session" }
  /// What the interpreter reads.
  public var codePath: String { "\(path)/code" }

  func segmentPath(_ index: Int) -> String { "\(path)/output.\(index)" }

  public var exists: Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Makes a folder with a name of its own.
  public static func create(storePath: String) throws(FileError) -> ExecutionSpool {
    let status = try status(of: storePath)
    let spool = ExecutionSpool(token: UUID().uuidString.lowercased(), storePath: storePath)
    var tries = 0
    while true {
      // Made by whoever of the team is first; that it is there already is what is wished for.
      try makeFolder(folder(storePath: storePath), like: status, mayBeThere: true)
      do throws(FileError) {
        try makeFolder(spool.path, like: status, mayBeThere: false)
        return spool
      } catch {
        // Whoever was the last to leave has just removed the folder around it.
        tries += 1
        guard case .noFolder = error, tries < 10 else { throw error }
      }
    }
  }

  /// Removes the folder and all that is in it, and the one around it where nothing else is there.
  ///
  /// Nothing depends on it: what can't be removed is left, and `doctor` names it.
  public func remove() {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] { unlink("\(path)/\(name)") }
    rmdir(path)
    rmdir((path as NSString).deletingLastPathComponent)
  }

  /// Removes all but the word of what still runs of the command; the folder too where nothing does.
  ///
  /// - Returns: what still runs.
  @discardableResult
  public func removeUnlessAlive() -> [ProcessTree.Process] {
    let survivors = CommandSession.survivors(in: self)
    guard !survivors.isEmpty else {
      remove()
      return []
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names where name != (sessionPath as NSString).lastPathComponent { unlink("\(path)/\(name)") }
    return survivors
  }

  /// Makes room on the disk; who has read the output has all that there is of it from then on.
  public func removeOutput() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names where name.hasPrefix("output.") { unlink("\(path)/\(name)") }
  }

  /// Removes spools that supervisors have left which were killed before the store knew of them.
  ///
  /// - Parameter known: the tokens of those that the store knows of; they stay.
  public static func sweep(storePath: String, known: Set<String>) {
    for spool in all(storePath: storePath) where !known.contains(spool.token) {
      var status = stat()
      // One that is being made has no lock yet.
      guard lstat(spool.path, &status) == 0, time(nil) - status.st_mtim.tv_sec > leastAge else { continue }
      if !SpoolLock.isHeld(spool) { spool.removeUnlessAlive() }
    }
  }

  /// In seconds.
  private static let leastAge = 600

  /// Opens a new file in it, which has the store's group and those of its permissions that are named.
  func makeFile(_ file: String, flags: Int32 = O_WRONLY, mode: mode_t = 0o666) throws(FileError) -> Int32 {
    let folder = try Self.status(of: path)
    let mode = Self.fileMode(ofFolder: folder.st_mode) & mode
    let descriptor = open(file, flags | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .because(errno, file, isMade: true) }
    _ = fchown(descriptor, UInt32.max, folder.st_gid)
    guard fchmod(descriptor, mode) == 0 else {
      let code = errno
      close(descriptor)
      throw .because(code, file)
    }
    return descriptor
  }

  /// Puts the code there that the interpreter reads; nobody changes it meanwhile.
  public func writeCode(_ code: String) throws(FileError) {
    let descriptor = try makeFile(codePath, mode: 0o444)
    defer { close(descriptor) }
    try FileAccess.write(Array((code + "\n").utf8), to: descriptor, path: codePath)
  }

  private static func status(of path: String) throws(FileError) -> stat {
    var found = stat()
    guard stat(path, &found) == 0 else { throw .because(errno, path) }
    return found
  }

  static func fileMode(ofFolder mode: mode_t) -> mode_t { mode & 0o666 }

  private static func makeFolder(_ path: String, like store: stat, mayBeThere: Bool) throws(FileError) {
    guard mkdir(path, 0o700) == 0 else {
      if errno == EEXIST, mayBeThere { return }
      throw .because(errno, path, isMade: true)
    }
    // Who may read the store may look into the folder; a team's hands its group on to what is made in it.
    let read = store.st_mode & 0o444
    let mode = store.st_mode & 0o666 | read >> 2
    _ = chown(path, UInt32.max, store.st_gid)
    guard chmod(path, mode | (mode & 0o070 == 0 ? 0 : 0o2000)) == 0 else { throw .because(errno, path) }
  }
}
