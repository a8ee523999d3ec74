extension StringProtocol {
  /// The text made visible, in lines of at most `width` columns; its own line breaks are kept.
  ///
  /// Breaks at spaces, and on both sides of a wide character; a word that is too long is cut. The space at
  /// a break is dropped, indentation at the beginning of a line is kept. At least one line is returned. In a
  /// width of one column, wide characters give way to `…`.
  public func wrapped(toWidth width: Int) -> [String] {
    let text = visible(self, keepingLineBreaks: true)
    return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      var wrapper = LineWrapper(width: Swift.max(1, width))
      return wrapper.wrap(String(line))
    }
  }
}

/// Fills lines with pieces: words, runs of spaces, single wide characters.
private struct LineWrapper {
  let width: Int
  private var lines: [String] = []
  private var line = ""
  private var used = 0
  private var word: [Cluster] = []
  private var wordWidth = 0
  private var spaces = 0

  init(width: Int) {
    self.width = width
  }

  mutating func wrap(_ text: String) -> [String] {
    if text.displayWidth <= width { return [text] }
    for cluster in Clusters(text) {
      if cluster.text == " " {
        placeWord()
        spaces += 1
      } else if cluster.width > 1 {
        placeWord()
        extendWord(cluster.width <= width ? cluster : Cluster(text: "…", width: 1))
        placeWord()
      } else {
        extendWord(cluster)
      }
    }
    placeWord()
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  private mutating func extendWord(_ cluster: Cluster) {
    word.append(cluster)
    wordWidth += cluster.width
  }

  private mutating func placeWord() {
    guard !word.isEmpty else { return }
    if used + spaces + wordWidth > width && !(lines.isEmpty && line.isEmpty && spaces < width) { breakLine() }
    let gap = Swift.min(spaces, width - 1)
    line += String(repeating: " ", count: gap)
    used += gap
    for cluster in word {
      if used + cluster.width > width { breakLine() }
      line += cluster.text
      used += cluster.width
    }
    word = []
    wordWidth = 0
    spaces = 0
  }

  private mutating func breakLine() {
    if !line.isEmpty { lines.append(line) }
    line = ""
    used = 0
    spaces = 0
  }
}
