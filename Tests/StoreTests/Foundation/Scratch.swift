import CSQLite
import Domain
import Foundation
import Schema

@testable import Store

/// A directory of its own with a store in it, gone when the test is over. Its tables are made for these tests.
final class Scratch {
  let directory: String
  let path: String
  var options: StoreOptions
  private(set) var store: Store

  init(_ adjust: (inout StoreOptions) -> Void = { _ in }) throws {
    directory = NSTemporaryDirectory() + "prodpair-store-" + UUID().uuidString
    path = directory + "/team.sqlite"
    var options = StoreOptions(catalogue: Scratch.catalogue, migrations: Scratch.migrations)
    adjust(&options)
    self.options = options
    store = try Store.create(path: path, kind: .personal, at: .start, options: options)
  }

  deinit {
    try? store.close()
    try? FileManager.default.removeItem(atPath: directory)
  }

  /// Another store object on the same file, as another process has it.
  func another() throws -> Store { try Store.open(path: path, options: options) }

  func reopen() throws {
    try store.close()
    store = try another()
  }

  func mode(_ suffix: String = "") -> UInt32? { StoreFile.status(path + suffix)?.mode }

  /// Runs SQL behind the store's back, as the sqlite3 shell does.
  func outside(_ sql: String) throws {
    var connection: OpaquePointer?
    defer { sqlite3_close(connection) }
    var message: UnsafeMutablePointer<CChar>?
    defer { sqlite3_free(message) }
    guard sqlite3_open(path, &connection) == SQLITE_OK, csqlite_keep_wal_on_close(connection) == SQLITE_OK,
      sqlite3_exec(connection, sql, nil, nil, &message) == SQLITE_OK
    else { throw OutsideError(text: message.map { String(cString: $0) } ?? "can't open") }
  }

  struct OutsideError: Error, Hashable { var text: String }

  /// The same, past the triggers that keep the journal append-only.
  func forge(_ sql: String) throws {
    try outside("DROP TRIGGER journal_no_update; DROP TRIGGER journal_no_delete")
    try outside("DROP TRIGGER journal_change_no_update; DROP TRIGGER journal_change_no_delete")
    try outside("DROP TRIGGER journal_head_moves_by_one")
    try outside(sql)
  }
}

extension Scratch {
  static let migrations = [
    Migration(version: 1, name: "journal", sql: journal),
    Migration(
      version: 2, name: "scratch",
      sql: """
        CREATE TABLE team (name TEXT PRIMARY KEY, size INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT;
        CREATE TABLE item (
          number INTEGER PRIMARY KEY, title TEXT NOT NULL, team TEXT REFERENCES team (name),
          deleted INTEGER NOT NULL DEFAULT 0) STRICT;
        CREATE TABLE tag (
          item INTEGER NOT NULL REFERENCES item (number), label TEXT NOT NULL, PRIMARY KEY (item, label)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE note (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
        CREATE TABLE file (name TEXT PRIMARY KEY, content BLOB, sha256 TEXT, deleted INTEGER NOT NULL DEFAULT 0) STRICT;
        """),
  ]

  /// All that the schema has of the journal.
  private static let journal = Schema.migrations.filter { [1, 12].contains($0.version) }.map(\.sql).joined()

  static let catalogue: Catalogue = [.team, .item, .tag, .note, .file]
}

extension Table {
  static let team = Table("team", key: ["name"], columns: ["name", "size"])
  static let item = Table(
    "item", key: ["number"], columns: ["number", "title", "team"], references: [Reference(["team"], to: "team")])
  static let tag = Table(
    "tag", key: ["item", "label"], columns: ["item", "label"], references: [Reference(["item"], to: "item")],
    hasTombstone: false)
  static let note = Table("note", key: ["number"], columns: ["number", "text"], isAppendOnly: true)
  static let file = Table(
    "file", key: ["name"], columns: ["name", "content", "sha256"], keptOut: [KeptOut("content", hash: "sha256")])
}

/// Whatever the test wants done; undoable.
struct Change<Output: Sendable>: Command {
  static var name: String { "change" }
  static var undo: UndoPolicy { .undoable }
  var summary = "A change"
  let body: @Sendable (Transaction) throws -> Output

  init(_ summary: String = "A change", _ body: @escaping @Sendable (Transaction) throws -> Output) {
    self.summary = summary
    self.body = body
  }

  func perform(in transaction: Transaction) throws -> Output { try body(transaction) }
}

/// A note, which is a fact.
struct AddNote: Command {
  static let name = "add-note"
  static let undo = UndoPolicy.correctOnly("use note correct")
  var number: Int
  var summary: String { "Note \(number)" }

  func perform(in transaction: Transaction) throws {
    try transaction.insert(.note, ["number": Value(number), "text": "n\(number)"])
  }
}

extension Store {
  func addTeam(_ name: String, size: Int = 1, by actor: Actor = .ana) throws {
    try perform(
      Change("Add team \(name)") { try $0.insert(.team, ["name": .text(name), "size": Value(size)]) }, by: actor,
      at: .start)
  }

  func resize(_ name: String, to size: Int, by actor: Actor = .ana) throws {
    try perform(
      Change("Resize team \(name)") { try $0.update(.team, [.text(name)], set: ["size": Value(size)]) }, by: actor,
      at: .start)
  }

  func removeTeam(_ name: String, by actor: Actor = .ana) throws {
    try perform(Change("Remove team \(name)") { try $0.remove(.team, [.text(name)]) }, by: actor, at: .start)
  }

  func addItem(_ number: Int, team: String? = nil, by actor: Actor = .ana) throws {
    try perform(
      Change("Add item \(number)") {
        try $0.insert(.item, ["number": Value(number), "title": "an item", "team": Value(team)])
      }, by: actor, at: .start)
  }

  func size(of team: String) throws -> Int? { try read { try $0.row(.team, [.text(team)])?.integer("size") } }

  func head() throws -> JournalHead { try read { try $0.journalHead() } }
}

extension Actor {
  static let ana = Actor(login: "ana", uid: 1001, person: Handle("ana"), claims: ["terminal": "/dev/pts/1"])
  static let bo = Actor(login: "bo", uid: 1002, person: Handle("bo"))
}

extension Instant {
  static let start = Instant(milliseconds: 1_796_000_000_000)
}
