/// What went wrong with the store: what, where, what was left untouched, and what to do.
public enum StoreError: Error, Hashable, Sendable {
  // Finding and opening it
  case missing(path: String)
  case exists(path: String)
  case cannotCreate(path: String, reason: String)
  case noSuchGroup(name: String)
  /// The file, or the directory it lies in, can't be written by this user. `owner` is the file's.
  case notWritable(path: String, owner: String?)
  case notADatabase(path: String)
  /// A database, but another application's.
  case notAStore(path: String, applicationID: Int)
  /// Written by a later program.
  case newer(path: String, found: Int, known: Int)
  /// An older store is copied before it is brought up to date, and the copy could not be made.
  case upgradeNeedsCopy(path: String, copy: String, reason: String)
  /// The disk was full, or a limit met, while a store of schema `found` was brought to `known`.
  case upgradeNeedsRoom(path: String, found: Int, known: Int)
  case networkFileSystem(path: String, type: String)
  /// Another file has taken the place of the one that was opened, as a restore does.
  case replaced(path: String)
  /// The file that was opened lies there no longer: it was moved or removed, or its disk is gone.
  case vanished(path: String)
  case closed(path: String)

  // Using it
  /// Somebody else was writing for longer than the wait.
  case busy(path: String, holder: String?)
  case corrupt(place: String, detail: String)
  case full(path: String)
  case inputOutput(path: String, detail: String)
  case engine(code: Int, detail: String)

  // Writing rows
  case noSuchRow(table: String, key: String)
  /// A rule of the schema: a key taken, a reference to nothing, a value missing.
  case constraint(detail: String)
  case nul(table: String, column: String)
  case appendOnly(table: String)
  case wrongColumns(table: String, columns: [String])
  case notCatalogued(table: String)

  // Undo
  case noSuchEntry(seq: Int)
  case nothingToUndo
  case nothingToRedo
  case undoRefused(seq: Int, UndoRefusal)

  // Copies
  case inUse(path: String, by: [StoreUser])
  case unsoundBackup(path: String, findings: [String])
}

/// Why an entry can't be taken back.
public enum UndoRefusal: Hashable, Sendable {
  case correctOnly(hint: String)
  case never(why: String)
  case alreadyUndone(by: Int)
  /// The row no longer looks as the entry left it. Without a later entry it was edited behind our back.
  case changedSince(table: String, key: String, by: JournalEntry?)
  /// A live row came to refer to the one that would go.
  case referredTo(table: String, key: String, fromTable: String, fromKey: String, by: JournalEntry?)
  /// What the row would refer to again is gone.
  case referenceGone(table: String, key: String, toTable: String, toKey: String)
  /// The table's columns are others than when the entry was written.
  case otherSchema(table: String, version: Int)
  /// The content that was overwritten is not in the journal, only its hash.
  case contentNotKept(table: String, key: String)
  /// What the row held before is somebody else's by now, such as a login.
  case takenMeanwhile(table: String, key: String, by: String?, detail: String)
}

/// A process that has a store open.
public struct StoreUser: Hashable, Sendable, CustomStringConvertible {
  /// Nil where the kernel doesn't say, as across containers.
  public var pid: Int32?
  public var login: String?
  public var command: String?

  public init(pid: Int32?, login: String? = nil, command: String? = nil) {
    self.pid = pid
    self.login = login
    self.command = command
  }

  public var description: String {
    let who = [login, command.map { "(\($0))" }].compactMap { $0 }
    let process = pid.map { "process \($0)" } ?? "a process that can't be seen from here"
    return ([process] + (who.isEmpty ? [] : ["of"]) + who).joined(separator: " ")
  }
}
