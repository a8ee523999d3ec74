import CSQLite
import GRDB
import Glibc
import Schema
import Synchronization

/// The store in an SQLite file: one connection that writes, made when it is first needed, and one that reads.
final class SQLiteEngine: Engine {
  let path: String
  let options: StoreOptions
  let isGuarded: Bool
  /// The file that was opened. Another one in its place means that the store was restored over.
  let identity: StoreFile.Identity

  private struct Connections {
    var reader: DatabaseQueue?
    var writer: DatabaseQueue?
    var lock: WriteLock?
    var isClosed = false
  }

  private let connections = Mutex(Connections())
  private let upgraded = Mutex<SchemaUpgrade?>(nil)
  private let stood = Mutex(Duration.zero)

  /// The -wal size at which a commit pays for the checkpoint that nobody called `maintain` for.
  private static let overdueBytes = 8 * SQLiteSettings.checkpointBytes

  /// Opens an existing store and brings its schema up to date.
  init(path: String, options: StoreOptions) throws {
    // A write beyond the file-size limit is then an error like a full disk, and not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    // SQLite keeps the -wal file beside the real file. The lock has to lie there too: one that lay beside a symbolic
    // link would not keep out those who come by another name.
    let path = StoreFile.realPath(path) ?? path
    self.path = path
    self.options = options
    isGuarded = WALGuard.isNeeded(version: options.sqliteVersion)
    identity = try Self.checkedFile(path, options)
    try repairModes()
    try settle(try reader().inDatabase { try identify($0) })
  }

  var signalFile: String? { path + "-wal" }

  var upgrade: SchemaUpgrade? { upgraded.withLock { $0 } }

  func write<Result>(_ body: (any Connection) throws -> Result) throws -> Result {
    // What a refused change has already written to the log is there too, until it is cut.
    defer { if walSize > Self.overdueBytes { try? maintain() } }
    return try transaction { connection in
      guard let known = options.migrations.last?.version, connection.schemaVersion <= known else {
        throw StoreError.newer(
          path: path, found: connection.schemaVersion, known: options.migrations.last?.version ?? 0)
      }
      return try body(connection)
    }
  }

  func read<Result>(givingWay: Bool, _ body: (any Connection) throws -> Result) throws -> Result {
    try reading(givingWay: givingWay) { way in
      try reader().inDatabase { database in
        try checkInPlace()
        let connection = SQLiteConnection(database, path: path)
        connection.schemaVersion = options.migrations.last?.version ?? 0
        try connection.execute("BEGIN DEFERRED")
        defer { if database.isInsideTransaction { try? connection.execute("ROLLBACK") } }
        return try way.during(database) { try body(connection) }
      }
    }
  }

  /// Hands over whom to ask in between; nobody where no way is given.
  func reading<Result>(givingWay: Bool, _ body: (GivingWay?) throws -> Result) rethrows -> Result {
    guard givingWay, let way = GivingWay(store: path, isGuarded: isGuarded) else { return try body(nil) }
    defer { stood.withLock { $0 += way.paused } }
    return try body(way)
  }

  /// For how long it has stood while others waited, in all.
  var standing: Duration { stood.withLock(\.self) }

  func changeCounter() throws -> Int64 {
    try reader().inDatabase { database in
      try checkInPlace()
      let row = try SQLiteConnection(database, path: path).first("PRAGMA data_version")
      return Int64(try row?.integer("data_version") ?? 0)
    }
  }

  /// Moves a -wal that is worth it into the file and cuts it, if it can: whoever is the first to open the store reads all that
  /// it has, half a millisecond for each megabyte.
  func maintain() throws {
    if walSize > SQLiteSettings.checkpointBytes { try emptyWAL() }
  }

  /// Moves the -wal into the file and cuts it to nothing. Does nothing while somebody else writes or moves it; while somebody
  /// reads from it, what can be moved is moved, and nothing cut.
  func emptyWAL() throws {
    let (queue, lock) = try writer()
    do {
      try queue.inDatabase { database in
        _ = try lock.hold(waiting: .zero) { try unhurried(database) }
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
    } catch StoreError.busy {
    } catch { throw SQLiteErrors.translated(error, path) }
  }

  func integrityProblems() throws -> [String] {
    try reading(givingWay: true) { way in
      try reader().inDatabase { database in
        try way.during(database) { try Self.problems(SQLiteConnection(database, path: path)) }
      }
    }
  }

  func close() throws {
    try? maintain()
    let (reader, writer) = connections.withLock { connections in
      defer { connections = Connections(isClosed: true) }
      return (connections.reader, connections.writer)
    }
    do {
      try reader?.close()
      try writer?.close()
    } catch { throw SQLiteErrors.translated(error, path) }
  }

  func settings() throws -> (reader: [String: String], writer: [String: String]) {
    (
      try reader().inDatabase(SQLiteSettings.readBack), try writer().queue.inDatabase(SQLiteSettings.readBack)
    )
  }

  /// Nobody is waited for: to cut the log SQLite waits for all who read, which it would do with the lock in its hand. What can
  /// be moved is moved then all the same.
  private func unhurried(_ database: Database) throws {
    sqlite3_busy_timeout(database.sqliteConnection, 0)
    defer { sqlite3_busy_timeout(database.sqliteConnection, Int32(clamping: options.busyTimeout.wholeMilliseconds)) }
    _ = try database.checkpoint(.truncate)
  }

  /// Throws when another file stands where the opened one stood: what is written now would be lost with it.
  private func checkInPlace() throws(StoreError) {
    guard let found = StoreFile.status(path)?.identity else { throw .vanished(path: path) }
    guard found == identity else { throw .replaced(path: path) }
  }

  private var walSize: Int { StoreFile.status(path + "-wal")?.size ?? 0 }
}

// Transactions
extension SQLiteEngine {
  /// One write transaction under the lock, whatever the schema's version.
  private func transaction<Result>(_ body: (SQLiteConnection) throws -> Result) throws -> Result {
    let (queue, lock) = try writer()
    return try queue.inDatabase { database in
      guard isGuarded else { return try immediate(database, body) }
      return try lock.hold(waiting: options.busyTimeout) { try immediate(database, body) }
    }
  }

  private func immediate<Result>(
    _ database: Database, _ body: (SQLiteConnection) throws -> Result
  ) throws -> Result {
    try checkInPlace()
    let connection = SQLiteConnection(database, path: path)
    try connection.execute("BEGIN IMMEDIATE")
    var isCommitting = false
    do {
      connection.schemaVersion = try version(connection)
      let result = try body(connection)
      isCommitting = true
      try connection.execute("COMMIT")
      return result
    } catch {
      let mayStand = isCommitting && SQLiteErrors.isOfDisk(database.sqliteConnection)
      // After some errors SQLite has rolled back by itself.
      if database.isInsideTransaction { try? connection.execute("ROLLBACK") }
      if mayStand { connection.isInDoubt = !writeOverCommit(connection) }
      throw error
    }
  }

  /// A commit that failed when it could not be synced, or when SQLite's shared memory could not grow for it, stands in the -wal
  /// whole: whoever opens the store next, once all have left, would take it for done, and it was refused. What changes nothing
  /// is written over it.
  ///
  /// - Returns: whether that went well, but for its own sync.
  private func writeOverCommit(_ connection: SQLiteConnection) -> Bool {
    do {
      try connection.execute("BEGIN IMMEDIATE")
      // As it is now: the refused one may have been a migration.
      try connection.script("PRAGMA user_version = \(version(connection)); COMMIT")
      return true
    } catch {
      let isUnsynced = SQLiteErrors.isFailedSync(connection.database.sqliteConnection)
      if connection.database.isInsideTransaction { try? connection.execute("ROLLBACK") }
      return isUnsynced
    }
  }

  private func version(_ connection: SQLiteConnection) throws -> Int {
    try connection.first("PRAGMA user_version")?.integer("user_version") ?? 0
  }
}

// Opening
extension SQLiteEngine {
  /// What the file's header says.
  private struct Header {
    var version: Int
    var isWAL: Bool
  }

  /// Refuses what can't be a store that this user may use, before SQLite opens it or makes files beside it.
  private static func checkedFile(_ path: String, _ options: StoreOptions) throws -> StoreFile.Identity {
    guard let status = StoreFile.status(path) else {
      throw errno == EACCES ? StoreError.notWritable(path: path, owner: nil) : .missing(path: path)
    }
    guard !status.isDirectory else { throw StoreError.notADatabase(path: path) }
    let fileSystem = options.fileSystem(path)
    guard !fileSystem.isNetwork else { throw StoreError.networkFileSystem(path: path, type: fileSystem.name) }
    for name in ["-wal", "-shm", "-journal"].map({ path + $0 }) where !StoreFile.isPlainOrAbsent(name) {
      throw StoreError.inputOutput(path: name, detail: "it is a link, and a store's side file never is")
    }
    for name in [path, StoreFile.directory(of: path), path + "-wal", path + "-shm"] {
      guard let status = StoreFile.status(name), !StoreFile.isWritable(name) else { continue }
      // Their own -wal or -shm with a mode that keeps them out is put right a moment later.
      if status.uid == geteuid(), name.hasPrefix(path + "-") { continue }
      throw StoreError.notWritable(path: name, owner: status.owner)
    }
    return status.identity
  }

  /// Gives this user's own -wal and -shm the store's mode: stale ones with another lock colleagues out.
  private func repairModes() throws {
    guard let status = StoreFile.status(path) else { throw StoreError.missing(path: path) }
    for name in [path + "-wal", path + "-shm"] {
      guard let side = StoreFile.status(name), side.uid == geteuid(), side.mode != status.mode & 0o666 else { continue }
      let descriptor = Glibc.open(name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
      guard descriptor >= 0 else { continue }
      _ = fchmod(descriptor, status.mode & 0o666)
      Glibc.close(descriptor)
    }
  }

  private func identify(_ database: Database) throws -> Header {
    let connection = SQLiteConnection(database, path: path)
    let id = try connection.first("PRAGMA application_id")?.integer("application_id") ?? 0
    guard id == Int(SQLiteSettings.applicationID) else { throw StoreError.notAStore(path: path, applicationID: id) }
    let found = try version(connection)
    let known = options.migrations.last?.version ?? 0
    guard found <= known else { throw StoreError.newer(path: path, found: found, known: known) }
    // Somebody else's tables under our number are left as they are: nothing is migrated, not even the journal's mode.
    let tables = try connection.first(
      """
      SELECT count(*) AS found FROM sqlite_schema
      WHERE type = 'table' AND name IN ('store_setting', 'journal', 'journal_head', 'journal_change')
      """)
    guard try tables?.integer("found") == 4 else {
      throw StoreError.corrupt(place: path, detail: "lacks the tables of a store")
    }
    let mode = try connection.first("PRAGMA journal_mode")?.text("journal_mode")
    return Header(version: found, isWAL: mode == "wal")
  }

  /// Copies and migrates an older store, and then puts one that came as a plain copy back into WAL mode: what can't be
  /// migrated is left as it was.
  private func settle(_ header: Header) throws {
    if let known = options.migrations.last?.version, header.version < known { try upgrade(to: known) }
    guard !header.isWAL else { return }
    let (queue, lock) = try writer()
    try queue.inDatabase { database in
      try lock.hold(waiting: options.busyTimeout) {
        try SQLiteConnection(database, path: path).script("PRAGMA journal_mode = WAL")
      }
    }
  }

  private func upgrade(to known: Int) throws {
    // A migration writes much, even one that fails, and whoever is the first to open the store reads all of the log. Where it
    // can't be moved now, for somebody uses the store, a later command moves it once it is beyond 4 MB. The migration's
    // temporary files go with their connection.
    defer {
      try? emptyWAL()
      closeWriter()
    }
    var (copy, found) = (String?.none, 0)
    var used: SQLiteConnection?
    do {
      let upgrade: SchemaUpgrade? = try transaction { connection in
        // Whoever comes second finds the work done.
        found = connection.schemaVersion
        guard found < known else { return nil }
        let kept = try keepCopy(ofSchema: found)
        copy = kept
        used = connection
        do {
          try SQLiteMigrator.migrate(connection, with: options.migrations)
        } catch StoreError.engine(_, let detail) {
          throw StoreError.corrupt(
            place: path, detail: "is of schema \(found) and can't be brought to \(known): \(detail)")
        }
        return SchemaUpgrade(from: found, to: known, copy: kept)
      }
      upgraded.withLock { $0 = upgrade }
    } catch {
      // Whoever tries again makes another, and a disk would fill with them. Where nobody can say whether the store is of the new
      // schema, it stays.
      if let copy, used?.isInDoubt != true { unlink(copy) }
      guard case .full = error as? StoreError else { throw error }
      throw StoreError.upgradeNeedsRoom(path: path, found: found, known: known)
    }
  }

  private func closeWriter() {
    let writer = connections.withLock { connections in
      defer { (connections.writer, connections.lock) = (nil, nil) }
      return connections.writer
    }
    try? writer?.close()
  }

  private func reader() throws -> DatabaseQueue {
    try connections.withLock { connections in
      if let reader = connections.reader { return reader }
      guard !connections.isClosed else { throw StoreError.closed(path: path) }
      let reader = try connect(isReader: true)
      connections.reader = reader
      return reader
    }
  }

  private func writer() throws -> (queue: DatabaseQueue, lock: WriteLock) {
    try connections.withLock { connections in
      if let writer = connections.writer, let lock = connections.lock { return (writer, lock) }
      guard !connections.isClosed else { throw StoreError.closed(path: path) }
      guard let status = StoreFile.status(path) else { throw StoreError.vanished(path: path) }
      let lock = try WriteLock(store: path, like: status)
      let writer = try connect(isReader: false)
      connections.lock = lock
      connections.writer = writer
      return (writer, lock)
    }
  }

  private func connect(isReader: Bool) throws -> DatabaseQueue {
    do {
      let queue = try DatabaseQueue(
        path: path,
        configuration: SQLiteSettings.configuration(
          isReader: isReader, isGuarded: isGuarded, busyTimeout: options.busyTimeout))
      // GRDB has a mind of its own about `synchronous` once it is open.
      try queue.inDatabase { try $0.execute(sql: "PRAGMA synchronous = \(options.isThrowAway ? "OFF" : "FULL")") }
      try checkInPlace()
      return queue
    } catch { throw SQLiteErrors.translated(error, path) }
  }
}
