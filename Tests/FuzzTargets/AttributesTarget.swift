import ChecklistFile
import Domain

/// The text of an attribute comment, and any text as a value in one.
package struct AttributesTarget: Sendable {
  package typealias Write = @Sendable (_ value: String) -> String

  private let write: Write

  package init(write: @escaping Write = AttributeText.written) { self.write = write }

  package func check(_ bytes: [UInt8]) throws {
    let text = bytes.asText
    try checkReading(text)
    // Neither stands in a value: the one ends a line, the other is in no text.
    let isValue = !text.utf8.contains { $0 == 0 || $0 == 0x0A || $0 == 0x0D }
    if isValue { try checkWriting(text) }
    try checkDuration(text)
  }

  private func checkReading(_ text: String) throws {
    guard let entries = try? AttributeText.parse(text) else { return }
    let count = text.utf8.count
    var end = 0
    for entry in entries {
      try hold(
        "an entry stands in the text, behind the one before it",
        entry.range.lowerBound >= end && entry.range.upperBound <= count)
      end = entry.range.upperBound
      let again = try? AttributeText.parse(entry.text)
      try hold(
        "an entry's normal form reads as the entry",
        again?.count == 1 && again?.first?.key == entry.key
          && (again?.first?.value).map { Array($0.utf8) } == entry.value.map { Array($0.utf8) },
        "\(entry.text.debugDescription) reads as \(again?.map(\.text) ?? [])")
    }
  }

  private func checkWriting(_ value: String) throws {
    let written = write(value)
    let bytes = Array(written.utf8)
    let endsComment = zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: "-") && $1 == UInt8(ascii: "-") }
    try hold("a written value can't end its comment", !endsComment, written)
    let entries = try? AttributeText.parse("role: \(written); killer")
    try hold("a value and the key behind it are two entries", entries?.count == 2, written)
    try holdSame("a value that is written reads back as what it was", entries?.first?.value ?? "", value)
  }

  private func checkDuration(_ text: String) throws {
    guard let duration = StepDuration.parse(text) else { return }
    try hold("a duration is not negative", duration >= .zero, text)
    let again = StepDuration.parse(StepDuration.text(duration))
    try hold("a duration that is written reads back as what it was", again == duration, StepDuration.text(duration))
  }
}
