/// The one byte-for-byte form in which the journal writes a row's image and hashes an entry.
///
/// - A value: an integer in decimal; text in `"`, with `\"` and `\\`, the control characters below U+0020 as
///   `\u00` and two lower-case hexadecimal digits, and everything else as plain UTF-8; `null`; a blob as
///   `{"hex":"0aff"}`. There are no floating-point numbers and no booleans.
/// - An image: an object of every journalled column, keys in the order of their UTF-8 bytes, no white space.
///   `{"deleted":0,"name":"ana"}`
/// - A change: `{"after":IMAGE,"before":IMAGE,"key":TEXT,"schema":INTEGER,"table":TEXT}`, an image that isn't
///   there being `null`, then one line feed.
/// - An entry: `{"actingAs":…,"at":…,"by":…,"changes":COUNT,"claims":{…},"command":…,"login":…,"person":…,"seq":…,
///   "sessionLogin":…,"summary":…,"uid":…,"undo":…,"undoHint":…,"undoes":…}`, then one line feed.
///
/// An entry's hash is SHA-256 over the previous entry's hash (32 bytes), its changes in order, and the entry. The
/// hash before the first is SHA-256 of `prodpair journal ` and the store's id.
package enum CanonicalJSON {
  private static let digits = Array("0123456789abcdef".utf8)
  private static let null = Array("null".utf8)

  static func hex(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of a hexadecimal text; nil when it is none.
  static func bytes(hex text: String) -> [UInt8]? {
    let nibbles = text.utf8.map { digits.firstIndex(of: $0) }
    guard nibbles.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: nibbles.count, by: 2) {
      guard let high = nibbles[index], let low = nibbles[index + 1] else { return nil }
      bytes.append(UInt8(high << 4 | low))
    }
    return bytes
  }

  /// `"name":` as UTF-8.
  package static func label(_ name: String) -> [UInt8] {
    var bytes: [UInt8] = []
    append(name, to: &bytes)
    bytes.append(0x3A)
    return bytes
  }

  /// An image of a row whose values stand in the order of the table's image columns.
  static func image(_ values: [Value], of table: Table) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24 * values.count)
    bytes.append(0x7B)
    let labels = table.imageLabels
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      bytes.append(contentsOf: labels[index])
      append(value, to: &bytes)
    }
    bytes.append(0x7D)
    return bytes
  }

  package static func append(_ value: Value, to bytes: inout [UInt8]) {
    switch value {
    case .null: bytes.append(contentsOf: null)
    case .integer(let number): append(number, to: &bytes)
    case .text(let text): append(text, to: &bytes)
    case .blob(let blob):
      bytes.append(contentsOf: #"{"hex":""#.utf8)
      for byte in blob {
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      }
      bytes.append(contentsOf: #""}"#.utf8)
    }
  }

  static func append(_ number: Int64, to bytes: inout [UInt8]) { bytes.append(contentsOf: String(number).utf8) }

  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(0x22)
    text.withUTF8 { utf8 in
      var clean = 0
      for index in utf8.indices {
        let byte = utf8[index]
        guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
        bytes.append(contentsOf: utf8[clean..<index])
        clean = index + 1
        bytes.append(0x5C)
        if byte < 0x20 {
          bytes.append(contentsOf: [0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
        } else {
          bytes.append(byte)
        }
      }
      bytes.append(contentsOf: utf8[clean...])
    }
    bytes.append(0x22)
  }

  /// One field of an entry: a comma unless it is the first, the label and the value.
  private static func append(_ name: String, _ value: Value, to bytes: inout [UInt8]) {
    if bytes.count > 1 { bytes.append(0x2C) }
    append(name, to: &bytes)
    bytes.append(0x3A)
    append(value, to: &bytes)
  }

  /// A change's line; the images are canonical already.
  static func change(
    table: String, key: String, schemaVersion: Int, before: String?, after: String?
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity((before?.utf8.count ?? 4) + (after?.utf8.count ?? 4) + 96)
    bytes.append(contentsOf: #"{"after":"#.utf8)
    bytes.append(contentsOf: (after ?? "null").utf8)
    bytes.append(contentsOf: #","before":"#.utf8)
    bytes.append(contentsOf: (before ?? "null").utf8)
    append("key", .text(key), to: &bytes)
    append("schema", Value(schemaVersion), to: &bytes)
    append("table", .text(table), to: &bytes)
    bytes.append(contentsOf: [0x7D, 0x0A])
    return bytes
  }

  /// An entry's line.
  static func entry(_ entry: JournalEntry) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(512)
    bytes.append(0x7B)
    append("actingAs", Value(entry.actingAs?.text), to: &bytes)
    append("at", Value(entry.at), to: &bytes)
    append("by", .text(entry.by.text), to: &bytes)
    append("changes", Value(entry.changeCount), to: &bytes)
    bytes.append(contentsOf: #","claims":"#.utf8)
    append(entry.claims, to: &bytes)
    append("command", .text(entry.command), to: &bytes)
    append("login", .text(entry.login), to: &bytes)
    append("person", Value(entry.person?.text), to: &bytes)
    append("seq", Value(entry.seq), to: &bytes)
    append("sessionLogin", Value(entry.sessionLogin), to: &bytes)
    append("summary", .text(entry.summary), to: &bytes)
    append("uid", .integer(Int64(entry.uid)), to: &bytes)
    append("undo", .text(entry.undo.name), to: &bytes)
    append("undoHint", Value(entry.undo.hint), to: &bytes)
    append("undoes", Value(entry.undoes), to: &bytes)
    bytes.append(contentsOf: [0x7D, 0x0A])
    return bytes
  }

  static func append(_ claims: [String: String], to bytes: inout [UInt8]) {
    bytes.append(0x7B)
    let keys = claims.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for (index, key) in keys.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      append(key, to: &bytes)
      bytes.append(0x3A)
      append(claims[key, default: ""], to: &bytes)
    }
    bytes.append(0x7D)
  }

  package static func text(_ claims: [String: String]) -> String {
    var bytes: [UInt8] = []
    append(claims, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
