import Terminal

/// What stands to the left of a block: signs before its first line, and indentation and bars before all others.
struct Margin {
  private(set) var first: [Span] = []
  private(set) var rest: [Span] = []

  /// Columns that are always left for text, as far as there are any.
  static let leastRoom = 12

  /// The margin of the next line; the signs come only once.
  mutating func take() -> [Span] {
    defer { first = rest }
    return first
  }

  var displayWidth: Int { max(first.displayWidth, rest.displayWidth) }

  var blankLine: StyledLine {
    var spans = rest
    while let last = spans.last, last.text.allSatisfy({ $0 == " " }) { spans.removeLast() }
    return StyledLine(spans)
  }

  /// The margin of what stands inside; it takes over the signs of the first line. Where it would leave too little
  /// room, it does not indent.
  mutating func inside(first signs: [Span], rest indent: [Span], width: Int) -> Margin {
    var inner = Margin()
    inner.first = take() + signs
    let isRoomy = rest.displayWidth + indent.displayWidth + Self.leastRoom <= width
    inner.rest = isRoomy ? rest + indent : rest
    return inner
  }
}
