import Domain

/// A paragraph or another block of a checklist that belongs to no step: it stands before, between or after them.
public struct ChecklistProse: Hashable, Sendable {
  /// nil for what stands before every section, right under the title or at the top of the file.
  public var section: Section?
  /// The headings between the section's and the prose, outermost first.
  public var group: [String]
  /// The 1-based line in the file where it begins; steps have theirs too.
  public var line: Int
  /// Markdown.
  public var text: String

  public init(section: Section?, group: [String] = [], line: Int = 0, text: String) {
    self.section = section
    self.group = group
    self.line = line
    self.text = text
  }

  /// In file order, without what holds a step and without HTML comments.
  static func all(blocks: [MarkdownBlock], source: SourceLines, outline: Outline, steps: [ParsedStep]) -> [Self] {
    let stepLines = Set(steps.map(\.line))
    let firstHeading = outline.headings.first { !$0.isTitle }?.line ?? Int.max
    return blocks.indices.compactMap { index in
      let block = blocks[index]
      guard block.parent == 0, block.firstLine > 0, !outline.headingBlocks.contains(index),
        let placement = outline.placements[index]
      else { return nil }
      if case .html(let html) = block.kind, html.trimmingSpacing().hasPrefix("<!--") { return nil }
      let lines = source.lines(of: block)
      guard !lines.contains(where: stepLines.contains) else { return nil }
      return Self(
        section: block.firstLine < firstHeading ? nil : placement.section, group: placement.group,
        line: block.firstLine,
        text: lines.map { source.text(of: $0) }.joined(separator: "\n"))
    }
  }
}
