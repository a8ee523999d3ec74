import Terminal
import Text

/// Fills lines with words, whose letters may differ in style.
struct LineFilling {
  private let width: Int
  private let rest: [Span]
  private let restWidth: Int
  private var lines: [StyledLine] = []
  private var line: [Span]
  private var used: Int
  /// Where the margin of the line ends.
  private var start: Int
  private var word: [(cluster: Cluster, style: Style)] = []
  private var wordWidth = 0
  private var spaces: [Style] = []
  /// Whether the line was begun by the text itself, so that spaces at its beginning are indentation.
  private var isFresh = true

  /// - Precondition: Both margins are narrower than `width`.
  init(width: Int, first: [Span], rest: [Span]) {
    self.width = width
    self.rest = rest
    restWidth = rest.displayWidth
    line = first
    used = first.displayWidth
    start = used
  }

  mutating func fill(_ spans: [Span]) {
    for span in spans {
      for cluster in Clusters(span.text) {
        if cluster.text == " " {
          placeWord()
          spaces.append(span.style)
        } else if cluster.width > 1 {
          placeWord()
          extendWord(cluster, span.style)
          placeWord()
        } else {
          extendWord(cluster, span.style)
        }
      }
    }
    placeWord()
    spaces = []
  }

  mutating func place(_ cluster: Cluster, _ style: Style) {
    if used + cluster.width > width, used > start { breakLine() }
    let fits = start + cluster.width <= width
    line.append(fits ? cluster.text : "…", style)
    used += fits ? cluster.width : 1
    isFresh = false
  }

  mutating func breakLine() {
    lines.append(StyledLine(line))
    line = rest
    used = restWidth
    start = used
    spaces = []
    isFresh = true
  }

  mutating func finished() -> [StyledLine] {
    placeWord()
    return lines + [StyledLine(line)]
  }

  private mutating func extendWord(_ cluster: Cluster, _ style: Style) {
    word.append((cluster, style))
    wordWidth += cluster.width
  }

  private mutating func placeWord() {
    guard !word.isEmpty else { return }
    let isIndented = isFresh && used == start && start <= restWidth && start + spaces.count < width
    if used + spaces.count + wordWidth > width, !isIndented { wrapLine() }
    if used > start || isFresh, used + spaces.count < width {
      for style in spaces { line.append(" ", style) }
      used += spaces.count
    }
    spaces = []
    for (cluster, style) in word {
      if used + cluster.width > width { wrapLine() }
      place(cluster, style)
    }
    word = []
    wordWidth = 0
  }

  /// Goes on in the next line, unless nothing stands in this one yet and the next has no more room.
  private mutating func wrapLine() {
    guard used > start || start > restWidth else { return }
    breakLine()
    isFresh = false
  }
}
