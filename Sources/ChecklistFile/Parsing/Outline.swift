import Domain

/// The headings of a file, and which of them stand over each block outside of lists and quotes.
struct Outline {
  private let blocks: [MarkdownBlock]
  private let source: SourceLines
  private(set) var headings: [Heading] = []
  private(set) var comments: [AttributeComment] = []
  /// For each child of the document, by block index, the headings over it.
  private(set) var placements: [Int: Placement] = [:]
  /// The blocks that are headings.
  private(set) var headingBlocks: Set<Int> = []

  init(blocks: [MarkdownBlock], source: SourceLines) {
    self.blocks = blocks
    self.source = source
  }

  mutating func read(values: AttributeValues) throws(ChecklistFileError) {
    var indices: [Int: Int] = [:]
    for (index, block) in blocks.enumerated() where block.parent == 0 {
      guard let (level, inlines) = heading(block) else { continue }
      var attributes = StepAttributes()
      let lastLine = level == Heading.boldLevel ? block.lastLine : source.lastTextLine(ofHeading: block)
      let range = source[block.firstLine].start..<source[lastLine].contentEnd
      if inlines.endsWithComment,
        let comment = try AttributeComment.read(endOf: range, in: source, file: values.file)
      {
        attributes = try values.attributes(of: comment, onHeading: true)
        comments.append(comment)
      }
      let text = withoutColon(inlines.plainText)
      headingBlocks.insert(index)
      indices[index] = headings.count
      headings.append(
        Heading(
          level: level, text: text, line: block.firstLine, section: SectionWords.section(of: text),
          attributes: attributes, isTitle: false))
    }
    markTitle()
    place(indices)
  }

  private func heading(_ block: MarkdownBlock) -> (Int, Inlines)? {
    switch block.kind {
    case .heading(let level, let inlines): (level, inlines)
    case .paragraph(let inlines) where inlines.isWhollyBold && block.firstLine > 0: (Heading.boldLevel, inlines)
    default: nil
    }
  }

  private func withoutColon(_ text: String) -> String {
    var text = Substring(text.trimmingSpacing())
    while let last = text.last, last == ":" || last == "：" || last == " " { text.removeLast() }
    return String(text)
  }

  /// The first heading is the title when all others are deeper: always at level 1, and at other levels when it has no
  /// steps of its own and the headings under it name two sections or more.
  private mutating func markTitle() {
    guard let first = headings.first, first.level < Heading.boldLevel,
      headings.dropFirst().allSatisfy({ $0.level > first.level })
    else { return }
    if first.level > 1 {
      let inner = headings.dropFirst()
      let level = inner.map(\.level).min() ?? 0
      let sections = Set(inner.filter { $0.level == level }.compactMap(\.section))
      let nextLine = inner.first?.line ?? Int.max
      let hasOwnSteps = blocks.contains {
        if case .task = $0.kind { $0.firstLine > first.line && $0.firstLine < nextLine } else { false }
      }
      guard sections.count >= 2, !hasOwnSteps else { return }
    }
    headings[0].isTitle = true
  }

  private mutating func place(_ indices: [Int: Int]) {
    var open: [Heading] = []
    var placement = Placement(under: [])
    for (index, block) in blocks.enumerated() where block.parent == 0 {
      if let heading = indices[index].map({ headings[$0] }) {
        while let last = open.last, last.level >= heading.level { open.removeLast() }
        open.append(heading)
        placement = Placement(under: open)
      }
      placements[index] = placement
    }
  }
}

/// What prompts a rollback, in the words of the file.
enum RollbackPrompt {
  /// The prose under rollback headings that stands before the first rollback step, without HTML comments.
  static func text(blocks: [MarkdownBlock], source: SourceLines, outline: Outline, steps: [ParsedStep]) -> String {
    let firstStep = steps.filter { $0.section == .rollback }.map(\.line).min() ?? Int.max
    var parts: [String] = []
    for (index, block) in blocks.enumerated() where block.parent == 0 {
      guard outline.placements[index]?.section == .rollback, !outline.headingBlocks.contains(index),
        block.firstLine > 0, block.firstLine < firstStep
      else { continue }
      if case .html(let html) = block.kind, html.trimmingSpacing().hasPrefix("<!--") { continue }
      let last = source.lastContent(in: block.firstLine...max(block.firstLine, min(block.lastLine, firstStep - 1)))
      let text = (block.firstLine...last).map { source.text(of: $0) }.joined(separator: "\n")
      parts.append(text.trimmingSpacing())
    }
    return parts.joined(separator: "\n\n")
  }
}
