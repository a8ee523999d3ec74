/// One table that commands write: what the journal, undo and `verify` have to know of it.
public struct Table: Sendable {
  /// Columns that hold another table's key, in the order of that key. All null means no reference.
  public struct Reference: Hashable, Sendable {
    public let columns: [String]
    public let table: String

    public init(_ columns: [String], to table: String) {
      self.columns = columns
      self.table = table
    }
  }

  /// A column whose content is too large for the journal, and the column whose lower-case hexadecimal SHA-256
  /// stands for it there. The hash is filled in by `Transaction` and checked by `verify`.
  public struct KeptOut: Hashable, Sendable {
    public let column: String
    public let hash: String

    public init(_ column: String, hash: String) {
      self.column = column
      self.hash = hash
    }
  }

  public let name: String
  public let key: [String]
  /// Every column, `deleted` included.
  public let columns: [String]
  public let keptOut: [KeptOut]
  public let references: [Reference]
  /// Columns outside the key in which no two live rows have the same value.
  public let unique: [String]
  /// Rows are only ever inserted.
  public let isAppendOnly: Bool
  /// The index that the row's words are found in.
  public let fullText: FullText?
  /// The rows that it is looked up by.
  public let foundBy: FoundBy?
  /// Whether a removed row stays with `deleted` = 1, so that a reference never dangles.
  public let hasTombstone: Bool

  private let texts = MadeOnce<Texts>()

  /// - Parameter columns: every column; `deleted` is added when the table has tombstones.
  public init(
    _ name: String, key: [String], columns: [String], keptOut: [KeptOut] = [], references: [Reference] = [],
    unique: [String] = [],
    fullText: FullText? = nil, foundBy: FoundBy? = nil, isAppendOnly: Bool = false, hasTombstone: Bool = true
  ) {
    let hasTombstone = hasTombstone && !isAppendOnly
    let all = hasTombstone && !columns.contains("deleted") ? columns + ["deleted"] : columns
    self.name = name
    self.key = key
    self.columns = all
    self.keptOut = keptOut
    self.references = references
    self.unique = unique
    self.fullText = fullText
    self.foundBy = foundBy
    self.isAppendOnly = isAppendOnly
    self.hasTombstone = hasTombstone
  }

  static func quoted(_ name: String) -> String { "\"" + name + "\"" }

  /// The key as the journal writes it: the values joined by `/`.
  ///
  /// In a key of several columns `/` and `%` within a value become `%2F` and `%25`, so that no two keys are alike.
  func keyText(_ values: [Value]) -> String {
    if values.count == 1 { return values[0].description }
    return values.map { value in
      guard case .text(let text) = value, text.utf8.contains(where: { $0 == 0x2F || $0 == 0x25 }) else {
        return value.description
      }
      return text.replacing("%", with: "%25").replacing("/", with: "%2F")
    }.joined(separator: "/")
  }

  func keyValues(of row: Row) throws(StoreError) -> [Value] {
    var values: [Value] = []
    for column in key { values.append(try row.value(column)) }
    return values
  }

  func isLive(_ row: Row) -> Bool {
    guard hasTombstone, let deleted = row["deleted"] else { return true }
    return deleted == .integer(0)
  }

  func check(_ key: [Value]) throws(StoreError) {
    guard key.count == self.key.count else {
      throw .wrongColumns(table: name, columns: self.key)
    }
  }

  /// Throws when the row names a column that the table doesn't have.
  func check(_ row: Row) throws(StoreError) {
    let strange = row.columns.filter { !columns.contains($0) }
    guard strange.isEmpty else { throw .wrongColumns(table: name, columns: strange) }
  }
}

/// What statements and the journal have of a table. Few tables are written to by one process, and every process would make
/// this of all of them before it did anything else.
extension Table {
  private final class Texts: Sendable {
    let imageColumns: [String]
    let imageLabels: [[UInt8]]
    let imageList: String
    let selectByKey: String
    let selectImageByKey: String
    let keyCondition: String

    init(_ table: Table) {
      let image = table.columns.filter { column in !table.keptOut.contains { $0.column == column } }.sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
      imageColumns = image
      imageLabels = image.map { CanonicalJSON.label($0) }
      imageList = image.map(Table.quoted).joined(separator: ", ")
      keyCondition = table.key.map { Table.quoted($0) + " = ?" }.joined(separator: " AND ")
      let list = table.columns.map(Table.quoted).joined(separator: ", ")
      let source = "\(Table.quoted(table.name)) WHERE \(keyCondition)"
      selectByKey = "SELECT \(list) FROM \(source)"
      selectImageByKey = "SELECT \(imageList) FROM \(source)"
    }
  }

  private var made: Texts { texts.value { Texts(self) } }

  /// The columns of a journal image, in the order of the canonical form.
  var imageColumns: [String] { made.imageColumns }
  /// `"column":` of each, as UTF-8.
  var imageLabels: [[UInt8]] { made.imageLabels }
  var imageList: String { made.imageList }
  var selectByKey: String { made.selectByKey }
  var selectImageByKey: String { made.selectImageByKey }
  var keyCondition: String { made.keyCondition }
}

/// The tables that commands write. A store is opened with one; a table that isn't in it can't be written.
public struct Catalogue: Sendable {
  public let tables: [Table]
  private let byName: [String: Int]

  /// Of two tables with one name the first counts.
  public init(_ tables: [Table]) {
    self.tables = tables
    byName = Dictionary(tables.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public subscript(name: String) -> Table? { byName[name].map { tables[$0] } }

  /// The tables with a reference to the named one.
  func references(to name: String) -> [(table: Table, reference: Table.Reference)] {
    tables.flatMap { table in table.references.filter { $0.table == name }.map { (table, $0) } }
  }
}

extension Catalogue: ExpressibleByArrayLiteral {
  public init(arrayLiteral tables: Table...) { self.init(tables) }
}
