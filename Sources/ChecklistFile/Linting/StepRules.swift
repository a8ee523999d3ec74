import Domain

extension Linter {
  /// Whole texts that say nothing, lower-case and without punctuation.
  private static let vagueTexts: Set<String> = [
    "check everything", "check all", "check it", "check that everything works", "make sure everything works",
    "make sure it works", "do it", "do the rest", "and so on", "the usual", "do the usual", "as usual",
  ]
  /// Words that leave something open.
  private static let vagueWords: Set<String> = ["todo", "tbd", "fixme", "etc", "xxx"]

  mutating func checkSteps() {
    var firstLines: [String: Int] = [:]
    for step in document.parsedSteps {
      checkText(step)
      if step.isTicked { find(.tickedBox, step.line, "the box is ticked") }
      if let id = step.ownAttributes.explicitID {
        if id.allSatisfy(\.isNumber) { find(.numericID, step.line, "the id \"\(id)\" is a number") }
        continue
      }
      let place = "\(step.section.rawValue)\u{1}\(step.group.joined(separator: "\u{1}"))\u{1}\(step.parent ?? -1)"
      let key = "\(place)\u{2}\(TextSimilarity.normal(step.text))"
      if let first = firstLines[key], !step.text.isEmpty {
        find(.sameText, step.line, "\"\(step.plainText)\" is also the text of line \(first)")
      } else {
        firstLines[key] = step.line
      }
    }
  }

  private mutating func checkText(_ step: ParsedStep) {
    let text = step.plainText
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
    if words.isEmpty {
      find(.emptyStep, step.line, "the step has no words")
    } else if let word = words.first(where: Self.vagueWords.contains) {
      find(.vagueStep, step.line, "\"\(text)\" leaves something open (\"\(word)\")")
    } else if Self.vagueTexts.contains(words.joined(separator: " ")) {
      find(.vagueStep, step.line, "\"\(text)\" says too little")
    } else if words.count < 2, step.parent == nil {
      find(.vagueStep, step.line, "\"\(text)\" is one word; say what to do with what")
    }
  }
}
