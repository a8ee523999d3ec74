/// What opening an older store did to it: it was copied, and then brought up to date.
public struct SchemaUpgrade: Hashable, Sendable, CustomStringConvertible {
  /// The schema that the store had.
  public var from: Int
  /// The schema that it has now.
  public var to: Int
  /// The store as it was, whole and checked, beside the store: what the older program can still open.
  public var copy: String

  public var description: String {
    "the store was brought from schema \(from) to \(to); \(copy) is the store as it was, for the older prodpair"
  }
}

extension SQLiteEngine {
  /// Copies an older store to a name of its own beside it.
  ///
  /// To be called under the write lock and before anything is changed, so that nothing can come between the copy and the
  /// upgrade. What has its name already is somebody's, and stays: the copy is then numbered.
  ///
  /// - Throws: `StoreError.upgradeNeedsCopy`; the store was then left as it is.
  func keepCopy(ofSchema version: Int) throws -> String {
    var attempt = 1
    while true {
      let target = path + ".schema-\(version)" + (attempt == 1 ? "" : "-\(attempt)")
      do {
        try backup(to: target, givingWay: false) { _ in }
        return target
      } catch StoreError.exists {
        attempt += 1
      } catch {
        throw StoreError.upgradeNeedsCopy(path: path, copy: target, reason: "\(error)")
      }
    }
  }
}
