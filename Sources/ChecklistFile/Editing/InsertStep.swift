import Domain

extension ChecklistDocument {
  /// The file with a step after the one at `anchor` and everything under it, in the list style of the anchor.
  ///
  /// Indices are those of `parsedSteps` and `steps(parent:)`: a step's number less one. No id is written but one
  /// that the new step's attributes give.
  public func inserting(_ new: NewStep, after anchor: Int) throws(ChecklistEditError) -> ChecklistDocument {
    try inserting(new, at: anchor, before: false)
  }

  /// The file with a step before the one at `anchor`.
  public func inserting(_ new: NewStep, before anchor: Int) throws(ChecklistEditError) -> ChecklistDocument {
    try inserting(new, at: anchor, before: true)
  }

  private func inserting(_ new: NewStep, at index: Int, before: Bool) throws(ChecklistEditError) -> ChecklistDocument {
    let anchor = try step(index)
    let text = try StepText.checked(new.text)
    var expected = shapes
    let position = before ? index : index + 1 + expected.countUnder(index)
    var shape = StepShape(anchor)
    shape.text = text
    let body = try StepText.checkedBody(new.body)
    shape.body = StepShape.withoutRunsOfBlankLines(body)
    shape.fences = []
    shape.own = new.attributes
    shape.isTicked = false
    expected.insert([shape], at: position, parent: anchor.parent, depth: anchor.depth)

    let style = style(of: anchor, before: before)
    var lines = StepText.lines(text: text, body: body, attributes: new.attributes, style: style).map {
      LineEdit.NewLine(content: $0)
    }
    let place = before ? anchor.lines.lowerBound : anchor.lines.upperBound + 1
    if before {
      let blank = blankLines(style.blankLines, asAbove: place)
      // A carriage return and the line feed of the blank line behind it would be one end instead of two.
      if style.ending == [.carriageReturn], blank.first?.ending == [.newline] {
        lines[lines.count - 1].ending = [.newline]
      }
      lines += blank
    } else {
      lines = [LineEdit.NewLine](repeating: .blank, count: style.blankLines) + lines
    }
    // A line right under the list would run on in the new step's paragraph; then a blank line comes between them. It ends as
    // the line above them: once the step goes again, the two stand behind each other.
    let above = place > 1 ? Array(source.ending(of: place - 1)) : []
    let apart = LineEdit.NewLine(ending: above.isEmpty ? nil : above)
    let candidates = [lines, lines + [apart]].map { lines in
      LineEdit(inserted: [place: lines], ending: style.ending).applied(to: source)
    }
    return try firstVerified(candidates, expecting: expected, ownFences: position)
  }

  /// Blank lines, each as the one that stands so far above the line: blanks in it may be tabs, its end another than the
  /// step's, and a step that goes again takes the lines above it with it, so that these have to be the same.
  private func blankLines(_ count: Int, asAbove line: Int) -> [LineEdit.NewLine] {
    (line - count..<line).map { number in
      guard number >= 1, source.isBlank(number) else { return .blank }
      return LineEdit.NewLine(content: Array(source.content(of: number)), ending: Array(source.ending(of: number)))
    }
  }
}

/// A step's text as lines of a file.
enum StepText {
  /// The text without spacing at the ends of its lines, if by itself it reads as one paragraph and no attributes.
  static func checked(_ text: String) throws(ChecklistEditError) -> String {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { $0.trimmingSpacing() }
    guard !lines.isEmpty, lines.allSatisfy({ !$0.isEmpty }), !text.utf8.contains(0) else { throw .unusableText(text) }
    let joined = lines.joined(separator: "\n")
    let probe = try? ChecklistDocument(source: "- [ ] \(lines.joined(separator: "\n  "))\n", fileName: "")
    guard let probe, probe.parsedSteps.count == 1, let step = probe.parsedSteps.first, step.layout.isParagraph,
      step.text == joined, step.comment == nil, step.body.isEmpty
    else { throw .unusableText(text) }
    return joined
  }

  /// The Markdown without blank lines at its ends, if there is no step in it.
  static func checkedBody(_ body: String) throws(ChecklistEditError) -> String {
    if let steps = try? ChecklistDocument(source: body, fileName: "").parsedSteps, !steps.isEmpty {
      throw .unusableBody(body)
    }
    return body.trimmingLines()
  }

  static func lines(text: String, body: String, attributes: StepAttributes, style: ListStyle) -> [[UInt8]] {
    let indent = [UInt8](repeating: .space, count: style.contentColumn)
    var lines = text.split(separator: "\n").map { Array($0.utf8) }
    let comment = attributes.entries.map(\.text).joined(separator: "; ")
    if !comment.isEmpty { lines[lines.count - 1] += Array(" <!-- \(comment) -->".utf8) }
    lines = lines.enumerated().map { ($0 == 0 ? style.start + Array("[ ] ".utf8) : indent) + $1 }
    guard !body.isEmpty else { return lines }
    if !["```", "~~~", ">"].contains(where: body.hasPrefix) { lines.append([]) }
    for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(line.isEmpty ? [] : indent + Array(line.utf8))
    }
    return lines
  }
}

extension String {
  /// Line ends as `\n`, without blank lines at both ends.
  func trimmingLines() -> String {
    var lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      $0.trimmingSpacing().isEmpty ? "" : $0
    }[...]
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
