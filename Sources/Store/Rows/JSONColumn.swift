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

  /// A list of texts, which nearly every row has some of: Foundation's reader takes longer than the database.
  static func texts(_ row: Row, _ column: String) throws -> [String] {
    try PlainList.texts(of: row.text(column)) ?? value([String].self, row, column)
  }

  /// Texts by their names; the same goes for them.
  static func pairs(_ row: Row, _ column: String) throws -> [String: String] {
    try CanonicalJSONReader.pairs(row.text(column)) ?? value([String: String].self, row, column)
  }

  static func value<Value: Decodable>(_ type: Value.Type, _ row: Row, _ column: String) throws -> Value {
    var text = try row.text(column)
    do {
      // Of a buffer: to make it of `utf8` the runtime would look a conformance up among ten thousand.
      return try JSONDecoder().decode(type, from: text.withUTF8 { Data(buffer: $0) })
    } catch {
      throw row.corrupt(column, "does not hold the JSON of a \(type): \(error)")
    }
  }
}
