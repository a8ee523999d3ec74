/// Which part of an output shows, and how: a value, so that scrolling can be tried without any output.
struct OutputView: Sendable {
  private(set) var page = OutputPage()
  /// All that there is, in bytes.
  private(set) var size = 0
  /// The line on top, by its first byte, and how many of its rows are above the window.
  private(set) var top = 0
  private(set) var topRow = 0
  /// Columns that are out of sight on the left; only where lines are cut.
  private(set) var column = 0
  var wraps = true
  /// Whether it stays at the end while more comes.
  private(set) var follows = true
  /// Rows that could not be moved yet, because what is there had to be read first.
  private var owed = 0
  private(set) var area = (width: 80, height: 20)

  var window: OutputWindow { OutputWindow(width: area.width, height: area.height, wraps: wraps) }

  struct Row: Hashable, Sendable {
    /// Of the page.
    var line: Int
    var text: String
    /// Whether it goes on from the row above it, or would, where that is out of sight.
    var isContinued: Bool
  }

  // MARK: What is read

  var isAtStart: Bool { (page.lines.first?.range.lowerBound ?? 0) == 0 }
  var isAtEnd: Bool { page.range.upperBound >= size }

  /// What is to be read for what shows, or will show next; nil while there is enough of it, and where the same was read
  /// already and there was no more.
  var wanted: OutputLoading.Wanted? {
    guard let place = wantedPlace else { return nil }
    let wanted = OutputLoading.Wanted(place: place, window: window)
    return wanted == page.wanted && (page.isBounded || page.size == size) ? nil : wanted
  }

  private var wantedPlace: OutputLoading.Place? {
    let count = page.lines.count
    guard count > 0 else { return size == 0 ? nil : follows ? .end : .around(top) }
    if follows {
      // What is at the end comes by itself; where lines are long, more of what is before it has to be read.
      return isAtEnd && (isAtStart || page.hasRows(area.height, in: 0..<count, of: window)) ? nil : .end
    }
    guard page.range.contains(top) else { return .around(top) }
    let index = page.index(of: top)
    // The longer the lines, the fewer of them are read at once.
    let spare = max(area.height, min(200, count / 8))
    let hasBefore = isAtStart || page.hasRows(spare, in: 0..<index, of: window)
    let hasAfter = isAtEnd || page.hasRows(spare + area.height, in: index..<count, of: window)
    return hasBefore && hasAfter ? nil : .around(top)
  }

  /// The window is not full though there is more: as much as is read at once was read, and the next key goes on.
  var isShort: Bool { page.isBounded && !(isAtStart && isAtEnd) && rows.count < area.height }

  mutating func show(_ page: OutputPage, size: Int) {
    self.page = page
    grow(to: size)
    if follows { return goToEnd() }
    let rest = owed
    owed = 0
    move(by: rest)
  }

  mutating func grow(to size: Int) { self.size = max(self.size, size) }

  // MARK: Moving

  mutating func settle(width: Int, height: Int) {
    area = (width, max(1, height))
    if follows { goToEnd() } else { clamp() }
  }

  /// To the end, and stays there.
  mutating func follow() {
    follows = true
    owed = 0
    goToEnd()
  }

  mutating func goToStart() {
    follows = false
    owed = 0
    (top, topRow) = (0, 0)
  }

  /// - Parameter rows: down; up where negative.
  mutating func move(by rows: Int) {
    guard rows != 0 else { return clamp() }
    if rows < 0 { follows = false }
    guard !page.lines.isEmpty else { return }
    var index = page.index(of: top)
    var row = topRow + rows
    while row < 0, index > 0 {
      index -= 1
      row += height(of: index)
    }
    while row >= height(of: index), index < page.lines.count - 1 {
      row -= height(of: index)
      index += 1
    }
    if row < 0, !isAtStart { owed = row }
    let last = height(of: index) - 1
    if row > last, !isAtEnd { owed = row - last }
    (top, topRow) = (page.lines[index].range.lowerBound, max(0, min(row, last)))
    clamp()
  }

  mutating func move(columns: Int) {
    guard !wraps else { return }
    column = max(0, column + columns)
  }

  mutating func toggleWrapping() {
    wraps.toggle()
    column = 0
    topRow = 0
    if follows { goToEnd() }
  }

  /// Puts a byte of the output in sight, a few rows below the top.
  ///
  /// - Parameter row: of its line, that is to be seen.
  mutating func show(offset: Int, row: Int = 0) {
    follows = false
    owed = 0
    guard !page.lines.isEmpty, page.range.contains(offset) else {
      (top, topRow) = (offset, 0)
      return
    }
    let index = page.index(of: offset)
    (top, topRow) = (page.lines[index].range.lowerBound, min(row, height(of: index) - 1))
    move(by: -min(3, area.height / 3))
  }

  private mutating func goToEnd() {
    let end = bottom
    (top, topRow) = (end.offset, end.row)
  }

  /// No further down than so that the window is full.
  private mutating func clamp() {
    guard !page.lines.isEmpty, isAtEnd else { return }
    let end = bottom
    if top > end.offset || top == end.offset && topRow > end.row { (top, topRow) = (end.offset, end.row) }
  }

  /// Where the top is when the last row stands at the window's foot.
  private var bottom: (offset: Int, row: Int) {
    guard !page.lines.isEmpty else { return (0, 0) }
    var index = page.lines.count - 1
    var room = area.height - height(of: index)
    while room > 0, index > 0 {
      index -= 1
      room -= height(of: index)
    }
    return (page.lines[index].range.lowerBound, max(0, -room))
  }

  private func height(of index: Int) -> Int {
    wraps ? page.lines[index].rows(width: area.width).count : 1
  }

  // MARK: What shows

  /// The rows of the window, from the top.
  var rows: [Row] {
    guard !page.lines.isEmpty else { return [] }
    var rows: [Row] = []
    var index = page.index(of: top)
    var skipped = topRow
    while rows.count < area.height, index < page.lines.count {
      let line = page.lines[index]
      let texts = wraps ? line.rows(width: area.width) : [line.text]
      for (number, text) in texts.enumerated().dropFirst(skipped) where rows.count < area.height {
        rows.append(Row(line: index, text: text, isContinued: number > 0 || line.isContinued))
      }
      skipped = 0
      index += 1
    }
    return rows
  }

  /// Whether a row goes on to the right of the window; only where lines are cut.
  var goesOnToTheRight: Bool {
    !wraps && rows.contains { $0.text.isWider(than: column + area.width) }
  }

  /// The bytes that show.
  var shown: Range<Int> {
    let rows = rows
    guard let first = rows.first, let last = rows.last else { return 0..<0 }
    return page.lines[first.line].range.lowerBound..<page.lines[last.line].range.upperBound
  }
}
