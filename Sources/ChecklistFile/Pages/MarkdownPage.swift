/// What a text in Markdown shows: a value to lay out, free of any syntax.
///
///     MarkdownPage("Expect **95** runners.").blocks
///     // [.paragraph([InlineRun("Expect "), InlineRun("95", .strong), InlineRun(" runners.")])]
///
/// GitHub's tables, task lists, `~~strikethrough~~` and bare links are understood. Comments that hold a step's
/// attributes are left away, all other HTML is shown as it stands.
public struct MarkdownPage: Hashable, Sendable {
  public var blocks: [Block]

  public init(blocks: [Block]) { self.blocks = blocks }

  public indirect enum Block: Hashable, Sendable {
    /// A level from 1 to 6.
    case heading(level: Int, [InlineRun])
    case paragraph([InlineRun])
    /// What the fence's info string says that it is (``FenceInfo``), which may be empty; nil for code that is only
    /// indented.
    /// Code has no line end at its own end.
    case code(language: String?, String)
    case quote([Block])
    case list(List)
    case table(Table)
    case rule
    /// Without a line end at its end.
    case html(String)
  }

  public struct List: Hashable, Sendable {
    /// The first item's number; nil for a list with bullets.
    public var start: Int?
    /// Whether its items stand without blank lines between them.
    public var isTight: Bool
    public var items: [Item]

    public init(start: Int? = nil, isTight: Bool = true, items: [Item]) {
      self.start = start
      self.isTight = isTight
      self.items = items
    }
  }

  public struct Item: Hashable, Sendable {
    /// Whether its box is ticked; nil for an item without a box.
    public var isTicked: Bool?
    public var blocks: [Block]

    public init(isTicked: Bool? = nil, blocks: [Block]) {
      self.isTicked = isTicked
      self.blocks = blocks
    }
  }

  public struct Table: Hashable, Sendable {
    public enum Alignment: Hashable, Sendable {
      case left, center, right
    }

    /// One for each column.
    public var alignments: [Alignment]
    public var header: [[InlineRun]]
    /// Each with as many cells as the header.
    public var rows: [[[InlineRun]]]

    public init(alignments: [Alignment], header: [[InlineRun]], rows: [[[InlineRun]]]) {
      self.alignments = alignments
      self.header = header
      self.rows = rows
    }
  }
}
