/// The moments of a sync between which a process may be killed; tests stop it at each.
enum SyncStep: CaseIterable, Sendable {
  /// The file and the versions were read, and it is decided what to do.
  case decided
  /// The file's new content lies beside it.
  case staged
  /// The store has the new version, where there is one.
  case stored
  /// The file has its new content.
  case replaced
  /// The store knows which version the file holds.
  case recorded
}
