import Domain
import Foundation
import Synchronization

/// The one database that a team shares.
///
/// Everything is synchronous and may be called from any thread: one write at a time, and a read sees one
/// consistent snapshot while others write. Neither `perform` nor `read` may be called from within another's body.
///
/// ```swift
/// let store = try Store.open(path: path, options: options)
/// try store.perform(RenamePerson(handle: "ana", to: "Ana"), by: actor, at: now)
/// let people = try store.read { try $0.people() }
/// ```
public final class Store: Sendable {
  public let path: String
  public let catalogue: Catalogue
  let engine: any Engine
  private let caches = Caches()
  /// The entries that this process wrote and nobody has taken yet.
  private let ownEntries = Mutex<[Int]>([])

  private init(path: String, engine: any Engine, catalogue: Catalogue) {
    self.path = path
    self.engine = engine
    self.catalogue = catalogue
  }

  /// Opens an existing store, and brings an older schema up to date, of which a copy is kept: see ``upgrade``.
  ///
  /// - Throws: `missing`, `notADatabase`, `notAStore`, `newer`, `notWritable`, `networkFileSystem`, `corrupt`, `busy`,
  ///   `upgradeNeedsCopy`, `upgradeNeedsRoom`.
  public static func open(path: String, options: StoreOptions) throws(StoreError) -> Store {
    try storeErrors(path) {
      Store(path: path, engine: try SQLiteEngine(path: path, options: options), catalogue: options.catalogue)
    }
  }

  /// Makes a new store and opens it. Its directory is made too where it isn't there.
  ///
  /// - Throws: `exists`, `cannotCreate`, `noSuchGroup`, `networkFileSystem`.
  public static func create(
    path: String, kind: StoreKind, at now: Instant, options: StoreOptions, id: UUID = UUID()
  ) throws(StoreError) -> Store {
    try storeErrors(path) {
      try SQLiteCreation.create(path, kind: kind, id: id.uuidString.lowercased(), at: now, options: options)
    }
    do {
      return try open(path: path, options: options)
    } catch {
      SQLiteCreation.remove(path)
      throw error
    }
  }

  /// The same, with what it begins with: where that fails there is no store, and it can be tried again.
  ///
  /// - Throws: what `create` throws, and what the body throws.
  public static func create<Result>(
    path: String, kind: StoreKind, at now: Instant, options: StoreOptions, filledBy fill: (Store) throws -> Result
  ) throws -> (store: Store, result: Result) {
    let store = try create(path: path, kind: kind, at: now, options: options)
    do {
      return (store, try fill(store))
    } catch {
      try? store.close()
      SQLiteCreation.remove(path)
      throw error
    }
  }

  /// Reads what nearly every first picture needs once, from rows that lie in the program: for another thread, while this one
  /// opens the store. What it throws is of no interest to whoever opens one.
  public static func makeAhead() throws { try MadeAhead.read() }

  /// Performs a command in one transaction: all of it is durable when this returns, or nothing happened.
  ///
  /// Throws what the command throws, untouched, and `StoreError` for the rest.
  @discardableResult
  public func perform<C: Command>(_ command: C, by actor: Actor, at now: Instant) throws -> C.Output {
    let (output, readVersions, seq) = try engine.write { connection in
      let transaction = try Transaction(
        on: connection, catalogue: catalogue, caches: caches, actor: actor, now: now)
      let output = try command.perform(in: transaction)
      let entry = try transaction.finish(command: C.name, undo: C.undo, summary: command.summary)
      return (output, transaction.readVersions, entry?.seq)
    }
    if let seq, C.self != RecordHookRuns.self { ownEntries.withLock { $0.append(seq) } }
    for version in readVersions { caches.versions.keep(version, as: version.reference) }
    return output
  }

  /// Reads on one consistent snapshot. What is read is to be returned; the view itself ends with the body.
  public func read<Result>(_ body: (any Reading) throws -> Result) throws -> Result {
    try engine.read { try body(Reader(connection: $0, catalogue: catalogue, caches: caches)) }
  }

  /// Takes an entry back; without one the actor's own last undoable action.
  ///
  /// - Returns: the new entry; its `undoes` is the one taken back.
  /// - Throws: `nothingToUndo`, `noSuchEntry`, `undoRefused`.
  @discardableResult
  public func undo(_ seq: Int? = nil, by actor: Actor, at now: Instant) throws -> JournalEntry {
    try takeBack(by: actor, at: now) { transaction in
      guard let seq = try seq ?? UndoStack(reader: transaction, actor: actor).lastAction() else {
        throw StoreError.nothingToUndo
      }
      return seq
    }
  }

  /// Undoes the actor's own last undo, unless they did something undoable since.
  @discardableResult
  public func redo(by actor: Actor, at now: Instant) throws -> JournalEntry {
    try takeBack(by: actor, at: now) { transaction in
      guard let seq = try UndoStack(reader: transaction, actor: actor).lastUndo() else {
        throw StoreError.nothingToRedo
      }
      return seq
    }
  }

  /// Replays the journal's chain and compares every row with its last image.
  ///
  /// - Parameter exported: a head kept elsewhere; without one nothing tells that the last entries were cut off.
  public func verify(against exported: JournalHead? = nil) throws -> VerifyReport {
    try engine.read(givingWay: true) { connection in
      let reader = Reader(connection: connection, catalogue: catalogue, caches: caches)
      var verifier = try Verifier(reader)
      try verifier.run(against: exported)
      return verifier.report
    }
  }

  /// Calls back after commits of this and other processes, until the signal is let go.
  public func observe(_ onChange: @escaping @Sendable () -> Void) throws -> ChangeSignal {
    try ChangeSignal(engine: engine, onChange: onChange)
  }

  /// What opening did to a store of an older schema; nil for one that was up to date.
  public var upgrade: SchemaUpgrade? { engine.upgrade }

  /// Housekeeping for when nobody waits. Cheap when there is nothing to do.
  public func maintain() throws { try engine.maintain() }

  /// Writes a sound, synced copy to a path where nothing is yet; others may go on writing meanwhile. Where it fails there is
  /// nothing either.
  ///
  /// - Returns: up to where the copy goes.
  @discardableResult
  public func backup(to path: String) throws -> JournalHead {
    try engine.backup(to: path, givingWay: true) {
      try Reader(connection: $0, catalogue: catalogue, caches: Caches()).journalHead()
    }
  }

  /// What the database's own check of the whole file finds; empty when it is sound. Reads all of it.
  public func integrityProblems() throws -> [String] { try engine.integrityProblems() }

  public func facts() throws -> StoreFacts {
    let engineFacts = try engine.facts()
    return try read { reader in
      StoreFacts(
        id: try reader.storeID(), kind: try reader.storeKind(), createdAt: try reader.storeCreatedAt(),
        head: try reader.journalHead(), engine: engineFacts, identityCaveat: try reader.identityCaveat())
    }
  }

  public func close() throws { try engine.close() }

  /// The journal's entries that this process has written since the last call, oldest first: what hooks are told of.
  public func takeOwnEntries() -> [Int] {
    ownEntries.withLock { entries in
      defer { entries = [] }
      return entries
    }
  }

  private func takeBack(
    by actor: Actor, at now: Instant, _ choose: (Transaction) throws -> Int
  ) throws -> JournalEntry {
    let entry = try engine.write { connection in
      let transaction = try Transaction(
        on: connection, catalogue: catalogue, caches: caches, actor: actor, now: now)
      let seq = try choose(transaction)
      let undone = try Undoing(transaction: transaction, seq: seq).run()
      let isRedo = undone.command == UndoStack.undo
      let entry = try transaction.finish(
        command: isRedo ? UndoStack.redo : UndoStack.undo, undo: .undoable,
        summary: (isRedo ? "Redo: " : "Undo: ") + Self.withoutPrefix(undone.summary), undoes: seq)
      guard let entry else { throw StoreError.nothingToUndo }
      return entry
    }
    ownEntries.withLock { $0.append(entry.seq) }
    return entry
  }

  /// So that a long to and fro doesn't read "Undo: Redo: Undo: …".
  private static func withoutPrefix(_ summary: String) -> String {
    for prefix in ["Undo: ", "Redo: "] where summary.hasPrefix(prefix) {
      return String(summary.dropFirst(prefix.count))
    }
    return summary
  }

  private static func storeErrors<Result>(_ path: String, _ body: () throws -> Result) throws(StoreError) -> Result {
    do { return try body() } catch let error as StoreError { throw error } catch {
      throw .engine(code: -1, detail: "\(path): \(error)")
    }
  }
}

/// The view of one read.
private struct Reader: Reading {
  let connection: any Connection
  let catalogue: Catalogue
  let caches: Caches

  func forEachRow(_ sql: String, _ arguments: [Value], _ body: (Row) throws -> Void) throws {
    try connection.forEachRow(sql, arguments, body)
  }

  func forEachPart(
    of column: String, in table: String, rowid: Int, _ body: ([UInt8]) throws -> Void
  ) throws {
    try connection.forEachPart(of: column, in: table, rowid: rowid, body)
  }
}
