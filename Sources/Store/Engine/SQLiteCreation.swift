import CSQLite
import Crypto
import Domain
import GRDB
import Glibc

/// Makes a new store: a whole file beside its place, which then takes its name, or nothing.
enum SQLiteCreation {
  /// - Throws: `StoreError.exists`, `cannotCreate`, `noSuchGroup`, `networkFileSystem`.
  static func create(
    _ path: String, kind: StoreKind, id: String, at now: Instant, options: StoreOptions
  ) throws {
    guard StoreFile.status(path) == nil else { throw StoreError.exists(path: path) }
    let group = try groupID(of: kind)
    let directory = StoreFile.directory(of: path)
    try prepareDirectory(directory, kind: kind, group: group)
    let fileSystem = options.fileSystem(directory)
    guard !fileSystem.isNetwork else { throw StoreError.networkFileSystem(path: path, type: fileSystem.name) }
    let draft = path + ".new-\(getpid())-\(id.prefix(8))"
    defer { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) } }
    try makeFile(draft, mode: kind.fileMode, group: group)
    try fill(draft, kind: kind, id: id, at: now, options: options)
    try StoreFile.sync(draft)
    try StoreFile.name(draft, path)
  }

  /// Takes back what `create` made, where what was to come into it failed: nobody can have written there yet.
  static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-lock"] { unlink(path + suffix) }
  }

  /// An empty file with exactly that mode, whatever the umask.
  static func makeFile(_ path: String, mode: UInt32, group: UInt32?) throws(StoreError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else {
      throw errno == EEXIST ? .exists(path: path) : .cannotCreate(path: path, reason: StoreFile.reason())
    }
    defer { close(descriptor) }
    if let group, fchown(descriptor, UInt32.max, group) != 0 {
      throw .cannotCreate(path: path, reason: "it can't be given to the group: \(StoreFile.reason())")
    }
    guard fchmod(descriptor, mode) == 0 else { throw .cannotCreate(path: path, reason: StoreFile.reason()) }
  }

  private static func fill(
    _ draft: String, kind: StoreKind, id: String, at now: Instant, options: StoreOptions
  ) throws {
    do {
      // Nobody else knows the draft, so SQLite may checkpoint it when it closes; what is left is one file.
      let queue = try DatabaseQueue(
        path: draft,
        configuration: SQLiteSettings.configuration(isReader: false, isGuarded: false, busyTimeout: .zero))
      try queue.inDatabase { database in
        let connection = SQLiteConnection(database, path: draft)
        try connection.script("PRAGMA journal_mode = WAL; BEGIN IMMEDIATE")
        try connection.script("PRAGMA application_id = \(SQLiteSettings.applicationID)")
        try SQLiteMigrator.migrate(connection, with: options.migrations)
        let group = if case .shared(let group) = kind { group } else { "" }
        for (key, value) in [
          ("id", id), ("kind", kind.name), ("group", group), ("created_at", String(now.milliseconds)),
        ] {
          try connection.execute("INSERT INTO store_setting (key, value) VALUES (?, ?)", [.text(key), .text(value)])
        }
        try connection.execute(
          "INSERT INTO journal_head (id, seq, hash) VALUES (1, 0, ?)", [.blob(JournalChain.genesis(storeID: id))])
        try connection.script("COMMIT")
        // Closing would do that too, and say nothing where it fails.
        try database.checkpoint(.truncate)
      }
      try queue.close()
    } catch { throw SQLiteErrors.translated(error, draft) }
  }

  private static func groupID(of kind: StoreKind) throws -> UInt32? {
    guard case .shared(let name) = kind else { return nil }
    guard let id = StoreFile.groupID(name) else { throw StoreError.noSuchGroup(name: name) }
    return id
  }

  /// Makes the directory where it isn't there. One that is there is not changed: it may hold other things.
  private static func prepareDirectory(_ path: String, kind: StoreKind, group: UInt32?) throws {
    if let status = StoreFile.status(path) {
      guard status.isDirectory else { throw StoreError.cannotCreate(path: path, reason: "it is not a directory") }
      guard let group, case .shared(let name) = kind else { return }
      guard status.gid == group, status.mode & 0o2070 == 0o2070 else {
        throw StoreError.cannotCreate(
          path: path,
          reason: "colleagues couldn't write in it. Name a directory that isn't there yet, or run: "
            + "chgrp \(name) \(path) && chmod 2770 \(path)")
      }
      return
    }
    try prepareParents(of: path, mode: group == nil ? 0o700 : 0o755)
    guard mkdir(path, kind.directoryMode & 0o777) == 0 || errno == EEXIST else {
      throw StoreError.cannotCreate(path: path, reason: StoreFile.reason())
    }
    if let group, chown(path, UInt32.max, group) != 0 {
      let reason = StoreFile.reason()
      rmdir(path)
      throw StoreError.cannotCreate(path: path, reason: "it can't be given to the group: \(reason)")
    }
    guard chmod(path, kind.directoryMode) == 0 else {
      throw StoreError.cannotCreate(path: path, reason: StoreFile.reason())
    }
    // Or a power cut could take the directory, and with it the store that was made in it.
    try StoreFile.sync(StoreFile.directory(of: path))
  }

  /// Directories on the way: closed for a personal store, as `$XDG_DATA_HOME` wants them; open to pass for a team's.
  private static func prepareParents(of path: String, mode: UInt32) throws {
    let parent = StoreFile.directory(of: path)
    guard parent != path, StoreFile.status(parent) == nil else { return }
    try prepareParents(of: parent, mode: mode)
    guard mkdir(parent, mode) == 0 || errno == EEXIST else {
      throw StoreError.cannotCreate(path: parent, reason: StoreFile.reason())
    }
    try StoreFile.sync(StoreFile.directory(of: parent))
  }
}
