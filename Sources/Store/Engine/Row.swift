import Domain

/// The values of one row, by column.
///
/// The typed getters throw `StoreError.corrupt`, naming the table and the column, where the row holds
/// something else: what a store holds is data, and data never stops the program.
public struct Row: Hashable, Sendable {
  public private(set) var columns: [String]
  public private(set) var values: [Value]
  /// The table's name, or the query that the row came from, for messages.
  let source: String

  init(columns: [String], values: [Value], source: String) {
    self.columns = columns
    self.values = values
    self.source = source
  }

  /// The value of a column; nil when the row has no such column.
  public subscript(column: String) -> Value? {
    get { columns.firstIndex(of: column).map { values[$0] } }
    set {
      switch (columns.firstIndex(of: column), newValue) {
      case (let index?, let value?): values[index] = value
      case (let index?, nil):
        columns.remove(at: index)
        values.remove(at: index)
      case (nil, let value?):
        columns.append(column)
        values.append(value)
      case (nil, nil): break
      }
    }
  }

  /// Equal when both have the same columns with the same values, in whatever order and from whatever query.
  public static func == (left: Self, right: Self) -> Bool {
    if left.columns == right.columns { return left.values == right.values }
    return left.columns.count == right.columns.count && left.columns.allSatisfy { left[$0] == right[$0] }
  }

  public func hash(into hasher: inout Hasher) {
    for index in columns.indices.sorted(by: { columns[$0] < columns[$1] }) { hasher.combine(values[index]) }
  }
}

extension Row: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, Value)...) {
    self.init(columns: elements.map(\.0), values: elements.map(\.1), source: "row")
  }
}

extension Row {
  public func value(_ column: String) throws(StoreError) -> Value {
    guard let value = self[column] else { throw corrupt(column, "is missing") }
    return value
  }

  public func text(_ column: String) throws(StoreError) -> String {
    guard let text = try optionalText(column) else { throw corrupt(column, "is empty") }
    return text
  }

  public func optionalText(_ column: String) throws(StoreError) -> String? {
    switch try value(column) {
    case .text(let text): return text
    case .null: return nil
    case .integer, .blob: throw corrupt(column, "is not text")
    }
  }

  public func integer(_ column: String) throws(StoreError) -> Int {
    guard let number = try optionalInteger(column) else { throw corrupt(column, "is empty") }
    return number
  }

  public func optionalInteger(_ column: String) throws(StoreError) -> Int? {
    switch try value(column) {
    case .integer(let number): return Int(number)
    case .null: return nil
    case .text, .blob: throw corrupt(column, "is not a number")
    }
  }

  /// A number that stands for yes (any but 0) or no (0).
  public func flag(_ column: String) throws(StoreError) -> Bool { try integer(column) != 0 }

  public func instant(_ column: String) throws(StoreError) -> Instant {
    Instant(milliseconds: Int64(try integer(column)))
  }

  public func optionalInstant(_ column: String) throws(StoreError) -> Instant? {
    try optionalInteger(column).map { Instant(milliseconds: Int64($0)) }
  }

  public func blob(_ column: String) throws(StoreError) -> [UInt8] {
    guard let bytes = try optionalBlob(column) else { throw corrupt(column, "is empty") }
    return bytes
  }

  public func optionalBlob(_ column: String) throws(StoreError) -> [UInt8]? {
    switch try value(column) {
    case .blob(let bytes): return bytes
    case .null: return nil
    case .text, .integer: throw corrupt(column, "is not a blob")
    }
  }

  /// What to throw when a column holds something that the reader of the row cannot mean.
  public func corrupt(_ column: String, _ what: String) -> StoreError {
    .corrupt(place: "\(source), column \(column)", detail: what)
  }
}
