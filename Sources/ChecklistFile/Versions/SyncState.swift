/// How a checklist's file and its latest version in the store stand to each other.
///
/// Decided from three SHA-256 hashes. The *base* is the version that the file was last the same as (contract.md,
/// section 2, "Versions").
public enum SyncState: String, Hashable, Codable, Sendable {
  case same
  case fileNewer = "file-newer"
  case storeNewer = "store-newer"
  case bothChanged = "both-changed"

  /// - Parameters:
  ///   - base: nil when it is not known; then a difference counts as a change on both sides, and nothing is lost.
  public init(file: String, base: String?, latest: String) {
    if file == latest {
      self = .same
    } else if base == latest {
      self = .fileNewer
    } else if base == file {
      self = .storeNewer
    } else {
      self = .bothChanged
    }
  }
}
