import CSQLite
import Schema

/// How a store is opened. A program has one, with the catalogue of its tables.
public struct StoreOptions: Sendable {
  public var catalogue: Catalogue
  public var migrations: [Migration]
  /// How long a write waits for somebody else's.
  public var busyTimeout: Duration
  /// Whether a power cut may take what was acknowledged: for a store that is made to be looked at and thrown away.
  /// Nothing waits for the disk then; how the store is opened later decides for later.
  public var isThrowAway: Bool

  /// The file system of an existing path.
  var fileSystem: @Sendable (String) -> FileSystem = { FileSystem.of($0) }
  /// The version to judge the WAL-reset bug by.
  var sqliteVersion: Int32 = sqlite3_libversion_number()

  public init(
    catalogue: Catalogue, migrations: [Migration] = Schema.migrations, busyTimeout: Duration = .seconds(5),
    isThrowAway: Bool = false
  ) {
    self.catalogue = catalogue
    self.migrations = migrations
    self.busyTimeout = busyTimeout
    self.isThrowAway = isThrowAway
  }
}

/// Whose store it is, and with it who may read and write its files.
public enum StoreKind: Hashable, Sendable {
  /// Mode 0600, in a directory that is made 0700.
  case personal
  /// Mode 0660 and the Unix group, in a setgid directory of that group.
  case shared(group: String)

  var name: String {
    switch self {
    case .personal: "personal"
    case .shared: "shared"
    }
  }

  var fileMode: UInt32 { self == .personal ? 0o600 : 0o660 }
  var directoryMode: UInt32 { self == .personal ? 0o700 : 0o2770 }
}
