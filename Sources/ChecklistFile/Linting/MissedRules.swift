extension Linter {
  /// Lines that a person takes for a step or a heading, and Markdown does not.
  mutating func checkMissed() {
    let stepLines = Set(document.parsedSteps.map(\.line))
    let first = document.blocks.dropFirst().first?.firstLine ?? 1
    let skipped = linesTakenAsTheyAre
    guard first >= 1, first <= document.source.count else { return }
    for number in first...document.source.count where !stepLines.contains(number) && !skipped.contains(number) {
      if Self.looksLikeStep(document.source.content(of: number)) {
        let text = document.source.text(of: number).trimmingSpacing()
        find(.missedStep, number, "\"\(text)\" is not a step")
      }
    }
    for step in document.parsedSteps {
      for (line, text) in step.numberedLines.dropFirst() where !skipped.contains(line) && Self.looksLikeLeadIn(text) {
        find(.swallowedHeading, line, "\"\(text.trimmingSpacing())\" is not a heading")
      }
    }
  }

  /// Code and HTML.
  private var linesTakenAsTheyAre: Set<Int> {
    document.blocks.reduce(into: document.blocks.codeLines) { lines, block in
      if case .html = block.kind { lines.formUnion(block.firstLine...max(block.firstLine, block.lastLine)) }
    }
  }

  /// A list marker and a box, whatever spaces are missing; not a link such as `- [](x)`.
  private static func looksLikeStep(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line.drop(while: \.isBlank)
    guard let length = ListMarker.length(rest) else { return false }
    rest = rest.dropFirst(length).drop(while: \.isBlank)
    guard rest.first == UInt8(ascii: "[") else { return false }
    rest = rest.dropFirst()
    let inside = rest.prefix { $0 != UInt8(ascii: "]") }
    let mark = inside.filter { !$0.isBlank }
    guard inside.endIndex < rest.endIndex, mark.isEmpty || mark == [UInt8(ascii: "x")] || mark == [UInt8(ascii: "X")]
    else { return false }
    let after = rest[(inside.endIndex + 1)...].first
    return ![UInt8(ascii: "("), UInt8(ascii: ":"), UInt8(ascii: "[")].contains(after)
  }

  private static func looksLikeLeadIn(_ text: String) -> Bool {
    var text = Substring(text.trimmingSpacing())
    while text.last == ":" { text.removeLast() }
    for mark in ["**", "__"] where text.count > 4 && text.hasPrefix(mark) && text.hasSuffix(mark) {
      return !text.dropFirst(2).dropLast(2).contains(mark)
    }
    return false
  }
}
