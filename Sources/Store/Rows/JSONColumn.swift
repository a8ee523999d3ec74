import Foundation

/// Lists and small structures that no query looks into, kept as JSON text with sorted keys in one column.
enum JSONColumn {
  static func text(_ value: some Encodable) throws(StoreError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    } catch {
      throw .corrupt(place: "a \(type(of: value))", detail: "could not be written as JSON: \(error)")
    }
  }

  /// Most lists are empty, and decoding nothing is not free.
  static func list<Item: Decodable>(_ type: [Item].Type, _ row: Row, _ column: String) throws -> [Item] {
    try row.text(column) == "[]" ? [] : value(type, row, column)
  }

  static func value<Value: Decodable>(_ type: Value.Type, _ row: Row, _ column: String) throws -> Value {
    let text = try row.text(column)
    do {
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch {
      throw row.corrupt(column, "does not hold the JSON of a \(type): \(error)")
    }
  }
}
