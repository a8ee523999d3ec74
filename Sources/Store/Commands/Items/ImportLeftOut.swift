import Domain

/// An item of a file that an import took nothing of, for what was done here.
public struct ImportLeftOut: Hashable, Sendable {
  public enum Reason: Hashable, Sendable, CaseIterable {
    /// Somebody has removed it here, by merging or grooming too.
    case removedHere
    /// The file is an older export of this store's, and the item has been changed here since.
    case changedHere
  }

  /// How many of them an outcome names; all are counted.
  public static let mostNamed = 200

  public var reason: Reason
  public var item: ItemNumber
  /// Its place in the file, as in ``ImportedItem``.
  public var row: Int
  public var line: Int
  public var title: String

  init(_ reason: Reason, _ item: ItemNumber, _ imported: ImportedItem) {
    self.reason = reason
    self.item = item
    (row, line, title) = (imported.row, imported.line, imported.title)
  }
}
