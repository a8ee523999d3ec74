import Domain

/// One task item of a file before it has an id.
public struct ParsedStep: Sendable {
  public var section: Section
  /// Whether no heading of the step's own named its section; lint mentions it.
  public var isSectionGuessed: Bool
  /// The headings between the section's and the step, outermost first.
  public var group: [String]
  /// The index of the step that this one stands under, in the document's steps.
  public var parent: Int?
  public var depth: Int
  /// The first paragraph's Markdown without task marker and attribute comment, lines joined by `\n`.
  public var text: String
  /// The text as a reader sees it, without markup.
  public var plainText: String
  public var body: String
  public var fences: [Fence]
  /// The step's own on top of its headings'.
  public var attributes: StepAttributes
  /// The step's own alone.
  public var ownAttributes: StepAttributes
  /// Whether the box is ticked in the file, which a template's should not be.
  public var isTicked: Bool
  /// The 1-based lines of the step with everything under it, without blank lines at the end.
  public var lines: ClosedRange<Int>
  /// The bytes of `lines`, with the last one's line ending.
  public var byteRange: Range<Int>

  var comment: AttributeComment?
  var layout: StepLayout

  public var line: Int { lines.lowerBound }
}

extension [ParsedStep] {
  /// In file order. Steps are costly to copy, and sorting them would do it many times.
  var indicesByLine: [Int] {
    let lines = map(\.line)
    return indices.sorted { lines[$0] < lines[$1] }
  }
}

/// Where the parts of a step stand in the file.
struct StepLayout: Sendable {
  /// The bytes before the list marker.
  var prefix: Range<Int>
  var marker: Range<Int>
  /// The bytes between the list marker and `[ ]`.
  var padding: Range<Int>
  /// Where the item's content begins, in columns from 0.
  var contentColumn: Int
  /// The text, without spacing at its ends and without the attribute comment.
  var text: Range<Int>
  /// Whether the text is a paragraph, and not a heading, a table's head or a link's definition.
  var isParagraph: Bool
  /// The block of the item, and of the list that it is in.
  var item: Int
  var list: Int
  /// The file's line of each line of the body.
  var bodyLines: [Int]
  /// The file's line of each fence's first line.
  var fenceLines: [Int]
}
