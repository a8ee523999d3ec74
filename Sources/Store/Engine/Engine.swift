/// What the store asks of a database. SQLite is one; another engine brings its own schema and this.
///
/// All of it is synchronous and may be called from any thread. Errors are `StoreError`, but for those that a
/// body throws, which pass untouched.
protocol Engine: Sendable {
  /// Runs the body in one write transaction: all of it is durable when this returns, or nothing of it happened.
  /// Not to be called from within a body.
  func write<Result>(_ body: (any Connection) throws -> Result) throws -> Result

  /// Runs the body on one consistent snapshot; giving way it stops while others wait to write.
  func read<Result>(givingWay: Bool, _ body: (any Connection) throws -> Result) throws -> Result

  /// A number that is another one after every commit by anybody else or by this process; after the log was cut too.
  func changeCounter() throws -> Int64

  /// The file that is written to with every commit, for inotify; nil where there is none.
  var signalFile: String? { get }

  /// What opening it did to a store of an older schema; nil for one that was up to date.
  var upgrade: SchemaUpgrade? { get }

  /// Housekeeping that would only slow a commit down. Cheap when there is nothing to do.
  func maintain() throws

  /// Writes a sound, synced copy to a path where nothing is yet, once the body has read what it wants of it; giving way it stops
  /// while others wait to write.
  func backup<Result>(
    to path: String, givingWay: Bool, reading body: (any Connection) throws -> Result
  ) throws -> Result

  /// What the engine's own check of the whole file finds; empty when it is sound. It gives way to those who wait to write, as
  /// far as the engine can be stopped in it.
  func integrityProblems() throws -> [String]

  func facts() throws -> EngineFacts

  func close() throws
}

extension Engine {
  func read<Result>(_ body: (any Connection) throws -> Result) throws -> Result { try read(givingWay: false, body) }
}

/// One connection, inside a transaction.
protocol Connection: AnyObject {
  /// The schema's version in this transaction.
  var schemaVersion: Int { get }
  /// Runs one statement; each row that it returns is handed over with its columns' names.
  func forEachRow(_ sql: String, _ arguments: [Value], _ body: (Row) throws -> Void) throws
  /// Hands a row's blob over in parts, first to last.
  func forEachPart(of column: String, in table: String, rowid: Int, _ body: ([UInt8]) throws -> Void) throws
}

extension Connection {
  func first(_ sql: String, _ arguments: [Value] = []) throws -> Row? {
    var first: Row?
    try forEachRow(sql, arguments) { if first == nil { first = $0 } }
    return first
  }

  func execute(_ sql: String, _ arguments: [Value] = []) throws {
    try forEachRow(sql, arguments) { _ in }
  }
}
