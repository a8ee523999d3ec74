import Domain

/// One action of one user, as the journal keeps it.
public struct JournalEntry: Hashable, Sendable {
  /// From 1 without gaps, in the order of the commits.
  public var seq: Int
  public var at: Instant
  /// The name that the entry is written by: whoever is acted for, else the person, else the login as it is recorded.
  public var by: Handle
  /// The command's name; `undo` and `redo` are two of them.
  public var command: String
  public var undo: UndoPolicy
  public var login: String
  public var uid: UInt32
  public var sessionLogin: String?
  public var person: Handle?
  /// Whom it was done for with `--as`; nil when that was the actor's own person.
  public var actingAs: Handle?
  public var claims: [String: String]
  public var summary: String
  /// The entry that this one took back.
  public var undoes: Int?
  public var changeCount: Int

  init(
    seq: Int, at: Instant, command: String, undo: UndoPolicy, actor: Actor, summary: String, undoes: Int?,
    changeCount: Int
  ) {
    self.seq = seq
    self.at = at
    by = actor.handle
    self.command = command
    self.undo = undo
    login = actor.login
    uid = actor.uid
    sessionLogin = actor.sessionLogin
    person = actor.person
    actingAs = actor.isOneself ? nil : actor.actingAs
    claims = actor.claims
    self.summary = summary
    self.undoes = undoes
    self.changeCount = changeCount
  }

  init(_ row: Row) throws(StoreError) {
    seq = try row.integer("seq")
    at = try row.instant("at")
    by = Handle(try row.text("by"))
    command = try row.text("command")
    guard let undo = UndoPolicy(name: try row.text("undo_policy"), hint: try row.optionalText("undo_hint")) else {
      throw row.corrupt("undo_policy", "is not a policy")
    }
    self.undo = undo
    login = try row.text("login")
    guard let uid = UInt32(exactly: try row.integer("uid")) else { throw row.corrupt("uid", "is not a uid") }
    self.uid = uid
    sessionLogin = try row.optionalText("session_login")
    person = try row.optionalText("person").map { Handle($0) }
    actingAs = try row.optionalText("acting_as").map { Handle($0) }
    guard let claims = CanonicalJSONReader.pairs(try row.text("claims")) else {
      throw row.corrupt("claims", "is not an object of text")
    }
    self.claims = claims
    summary = try row.text("summary")
    undoes = try row.optionalInteger("undoes")
    changeCount = try row.integer("change_count")
  }

  static let columns =
    "seq, at, by, command, undo_policy, undo_hint, login, uid, session_login, person, acting_as, claims, summary, undoes, "
    + "change_count"
}

/// One row that an entry touched. The images are canonical JSON; nil means that the row wasn't there.
public struct JournalChange: Hashable, Sendable {
  public var seq: Int
  public var ordinal: Int
  public var table: String
  /// The key's values joined by `/`.
  public var key: String
  public var schemaVersion: Int
  public var before: String?
  public var after: String?

  init(_ row: Row) throws(StoreError) {
    seq = try row.integer("seq")
    ordinal = try row.integer("ordinal")
    table = try row.text("table_name")
    key = try row.text("row_key")
    schemaVersion = try row.integer("schema_version")
    before = try row.optionalText("before")
    after = try row.optionalText("after")
  }

  static let columns = "seq, ordinal, table_name, row_key, schema_version, before, after"
}

/// The journal's last entry: where the chain stands. Kept elsewhere, it proves later that nothing was cut off.
public struct JournalHead: Hashable, Sendable, CustomStringConvertible {
  public var seq: Int
  /// SHA-256, lower-case hexadecimal.
  public var hash: String

  public init(seq: Int, hash: String) {
    self.seq = seq
    self.hash = hash
  }

  /// `seq:hash`, as `init(_:)` reads it.
  public var description: String { "\(seq):\(hash)" }

  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let seq = Int(parts[0]), seq >= 0,
      let bytes = CanonicalJSON.bytes(hex: String(parts[1])), bytes.count == 32
    else { return nil }
    self.init(seq: seq, hash: String(parts[1]))
  }
}
