extension ChecklistDocument {
  /// The file with another text for the step at the index; its body, its attributes and what stands under it stay.
  public func rewording(_ index: Int, to text: String) throws(ChecklistEditError) -> ChecklistDocument {
    let reworded = try step(index)
    let text = try StepText.checked(text)
    var expected = shapes
    expected[index].text = text
    let indent = [UInt8](repeating: .space, count: reworded.layout.contentColumn)
    let separator = lineEnding(near: reworded.line) + indent
    let lines = text.split(separator: "\n").map { Array($0.utf8) }
    var bytes = Array(lines.joined(separator: separator))
    let range = reworded.layout.text
    if range.isEmpty, range.lowerBound > 0, !source.bytes[range.lowerBound - 1].isBlank { bytes.insert(.space, at: 0) }
    if range.isEmpty, let comment = reworded.comment, comment.range.lowerBound == range.upperBound {
      bytes.append(.space)
    }
    return try verified(spliced([(range, bytes)]), expecting: expected)
  }
}
