/// A piece of a line of Markdown that looks the same throughout.
///
/// Runs are flat: text that is bold in a link carries both marks, so that nesting costs nothing. Entities are decoded,
/// and nothing is made safe to show: that happens at the sink.
public struct InlineRun: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case text(String)
    /// `{{name}}`, as it was written in the file.
    case placeholder(name: String, written: String)
    /// Where the link leads whose text ends here; left away where the text says it.
    case address(String)
    /// A break that the author wanted; other line ends are spaces of the text.
    case lineBreak
  }

  public var content: Content
  public var marks: InlineMarks

  public init(_ content: Content, _ marks: InlineMarks = []) {
    self.content = content
    self.marks = marks
  }

  public init(_ text: String, _ marks: InlineMarks = []) { self.init(.text(text), marks) }

  /// The text as it is, with its placeholders in runs of their own; for code too.
  public static func runs(of text: String, _ marks: InlineMarks = []) -> [InlineRun] {
    let placeholders = Placeholder.all(in: text)
    guard !placeholders.isEmpty else { return text.isEmpty ? [] : [InlineRun(text, marks)] }
    let bytes = Array(text.utf8)
    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    var runs: [InlineRun] = []
    var position = 0
    for placeholder in placeholders {
      let range = placeholder.range
      if position < range.lowerBound { runs.append(InlineRun(string(position..<range.lowerBound), marks)) }
      runs.append(InlineRun(.placeholder(name: placeholder.name, written: string(range)), marks))
      position = range.upperBound
    }
    if position < bytes.count { runs.append(InlineRun(string(position..<bytes.count), marks)) }
    return runs
  }
}

/// What sets a run apart from plain text.
public struct InlineMarks: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let strong = InlineMarks(rawValue: 1)
  public static let emphasis = InlineMarks(rawValue: 2)
  public static let strikethrough = InlineMarks(rawValue: 4)
  public static let code = InlineMarks(rawValue: 8)
  /// Text of a link, or what is said of an image.
  public static let link = InlineMarks(rawValue: 16)
  /// A tag, as it stands in the file.
  public static let html = InlineMarks(rawValue: 32)
}

extension [InlineRun] {
  /// The words alone, on one line, without where links lead.
  public var plainText: String {
    map { run in
      switch run.content {
      // A tag may go over several lines.
      case .text(let text), .placeholder(_, let text): text.replacing("\n", with: " ")
      case .lineBreak: " "
      case .address: ""
      }
    }.joined()
  }
}
