import Store

/// What the journal holds of a row, as text that anybody who may write the file may have put there.
package struct JournalTarget: Sendable {
  package typealias Write = @Sendable (_ value: Value, _ bytes: inout [UInt8]) -> Void

  private let write: Write

  package init(write: @escaping Write = { CanonicalJSON.append($0, to: &$1) }) { self.write = write }

  package func check(_ bytes: [UInt8]) throws {
    let text = bytes.asText
    if let row = CanonicalJSONReader.image(text, source: "fuzz") { try checkWritten(row) }
    if let claims = CanonicalJSONReader.pairs(text) { try checkWritten(claims) }
    try checkWritten(Self.row(Portions(bytes)))
    try checkHead(text)
  }

  /// What is read of what was written is what it was, and is written the same again.
  private func checkWritten(_ row: Row) throws {
    let written = image(row)
    guard let again = CanonicalJSONReader.image(written, source: "fuzz") else {
      throw BrokenPromise("a row's image is read", found: written.debugDescription)
    }
    try hold(
      "a row's image reads back as the row",
      again.values == row.values && again.columns.elementsEqual(row.columns) { $0.utf8.elementsEqual($1.utf8) },
      "\(again)\nnot \(row)")
    try holdSame("a row has one image", image(again), written)
  }

  private func checkWritten(_ claims: [String: String]) throws {
    let again = CanonicalJSONReader.pairs(CanonicalJSON.text(claims))
    try hold("claims read back as what they were", again == claims, "\(again ?? [:]) not \(claims)")
  }

  private func checkHead(_ text: String) throws {
    guard let head = JournalHead(text) else { return }
    try hold("a head reads back as what it was", JournalHead(head.description) == head, head.description)
  }

  private func image(_ row: Row) -> String {
    var bytes: [UInt8] = [UInt8(ascii: "{")]
    for (index, (column, value)) in zip(row.columns, row.values).enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += CanonicalJSON.label(column)
      write(value, &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
    return bytes.asText
  }

  /// A row of columns `a`, `b` … with any values at all.
  private static func row(_ input: Portions) -> Row {
    var input = input
    var values: [Value] = []
    while !input.isEmpty, values.count < 16 {
      switch input.choice(of: 4) {
      case 0: values.append(.null)
      case 1: values.append(.integer((0..<8).reduce(0) { number, _ in number << 8 | Int64(input.byte()) }))
      case 2: values.append(.text(input.text()))
      default: values.append(.blob(input.bytes()))
      }
    }
    var row: Row = [:]
    for (index, value) in values.enumerated() { row["column\(index)"] = value }
    return row
  }
}
