import Domain

/// What `doctor` tells of a store.
public struct StoreFacts: Hashable, Sendable {
  public var id: String
  public var kind: StoreKind
  public var createdAt: Instant
  public var head: JournalHead
  public var engine: EngineFacts
  /// Why names in the journal prove less than they seem to; nil when nothing speaks against them.
  public var identityCaveat: String?
}

extension Reading {
  /// The id that every copy of the store has too, from its making.
  public func storeID() throws -> String { try setting("id") }

  public func storeKind() throws -> StoreKind {
    let kind = try setting("kind")
    switch kind {
    case "personal": return .personal
    case "shared": return .shared(group: try setting("group"))
    default: throw StoreError.corrupt(place: "store_setting, kind", detail: "is \(kind)")
    }
  }

  func storeCreatedAt() throws -> Instant {
    guard let milliseconds = Int64(try setting("created_at")) else {
      throw StoreError.corrupt(place: "store_setting, created_at", detail: "is not a number")
    }
    return Instant(milliseconds: milliseconds)
  }

  private func setting(_ key: String) throws -> String {
    guard let row = try first("SELECT value FROM store_setting WHERE key = ?", [.text(key)]) else {
      throw StoreError.corrupt(place: "store_setting, \(key)", detail: "is missing")
    }
    return try row.text("value")
  }

  /// Judged by the last thousand entries: several names from one login mean that the login is shared.
  func identityCaveat() throws -> String? {
    let row = try first(
      """
      SELECT count(DISTINCT coalesce(session_login, login)) AS logins,
        count(DISTINCT coalesce(acting_as, person, login)) AS names
      FROM (SELECT login, session_login, person, acting_as FROM journal ORDER BY seq DESC LIMIT 1000)
      """)
    guard let row, try row.integer("logins") == 1, try row.integer("names") > 1 else { return nil }
    return "Everybody shares one login, so no name can be verified: give each person a login of their own."
  }
}
