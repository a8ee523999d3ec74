import Text

/// A picture of the terminal: a grid of cells that is drawn on as a value, compared in tests as text, and
/// painted by ``CursesTerminal``.
///
/// Everything that is put on it is made safe and clipped. A wide character that would stick out is left
/// away, and one that is half overwritten loses its other half.
public struct Screen: Hashable, Sendable {
  public let size: Size
  /// The lines and signs that this terminal can show.
  public let glyphs: Glyphs
  /// Where the cursor blinks; hidden if `nil`.
  public var cursor: Point?
  private var cells: [Cell]

  public init(size: Size, glyphs: Glyphs = .unicode) {
    self.size = Size(width: max(0, size.width), height: max(0, size.height))
    self.glyphs = glyphs
    cells = Array(repeating: .blank(), count: self.size.width * self.size.height)
  }

  public var bounds: Rect { Rect(size) }

  /// - Precondition: `point` is inside ``bounds``.
  public subscript(point: Point) -> Cell { cells[index(point)] }

  /// The cells of a row, from the left.
  public func row(_ y: Int) -> ArraySlice<Cell> { cells[y * size.width..<(y + 1) * size.width] }

  /// Whether a row is that of another screen of the same size.
  func hasRow(_ y: Int, of other: Screen) -> Bool {
    Self.areSame(cells, other.cells, in: y * size.width..<(y + 1) * size.width)
  }

  public static func == (one: Screen, other: Screen) -> Bool {
    one.size == other.size && one.glyphs == other.glyphs && one.cursor == other.cursor
      && areSame(one.cells, other.cells, in: one.cells.indices)
  }

  /// Looks at the cells where they lie; arrays' own `==` takes each of them out first, which takes ten times as long.
  private static func areSame(_ one: [Cell], _ other: [Cell], in range: Range<Int>) -> Bool {
    one.withUnsafeBufferPointer { one in
      other.withUnsafeBufferPointer { other in
        one.baseAddress == other.baseAddress
          || range.allSatisfy { index in
            one[index].width == other[index].width && one[index].style == other[index].style
              && one[index].text == other[index].text
          }
      }
    }
  }

  /// Puts text on one row and returns the columns that it took.
  ///
  /// - Parameter width: the columns there are for it: longer text ends in an ellipsis. Without it, the text
  ///   is cut at the right edge.
  @discardableResult
  public mutating func put(_ text: String, at point: Point, style: Style = .plain, width: Int? = nil) -> Int {
    let shown = width.map { text.truncated(toWidth: max(0, $0), ellipsis: glyphs.ellipsis) } ?? text
    guard (0..<size.height).contains(point.y) else { return 0 }
    var x = point.x
    for cluster in Clusters(shown) {
      guard x + cluster.width <= size.width else { break }
      place(cluster, at: Point(x: x, y: point.y), style: style)
      x += cluster.width
    }
    return x - point.x
  }

  /// Puts text in several styles on one row and returns the columns that it took.
  ///
  /// - Parameter width: as above; the ellipsis has the style of the first span that is cut.
  @discardableResult
  public mutating func put(_ spans: [Span], at point: Point, width: Int? = nil) -> Int {
    let room = width.map { max(0, $0) } ?? Int.max
    let isCut = spans.reduce(0) { $0 + $1.text.displayWidth } > room
    let ellipsis = isCut && glyphs.ellipsis.displayWidth <= room ? glyphs.ellipsis : ""
    var left = room - ellipsis.displayWidth
    var used = 0
    for span in spans {
      let needed = span.text.displayWidth
      let text = needed <= left ? span.text : span.text.prefix(ofWidth: left) + ellipsis
      used += put(text, at: Point(x: point.x + used, y: point.y), style: span.style)
      if needed > left { break }
      left -= needed
    }
    return used
  }

  /// Fills a block with one character.
  public mutating func fill(_ rect: Rect, with character: Character = " ", style: Style = .plain) {
    guard let cluster = Clusters(String(character)).first(where: { _ in true }) else { return }
    let block = rect.intersection(bounds)
    for y in block.y..<block.maxY {
      for x in stride(from: block.x, through: block.maxX - cluster.width, by: cluster.width) {
        place(cluster, at: Point(x: x, y: y), style: style)
      }
    }
  }

  /// Changes the style of a block and leaves its text: how a selected row is drawn.
  public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let block = rect.intersection(bounds)
    for y in block.y..<block.maxY {
      for x in block.x..<block.maxX { change(&cells[index(Point(x: x, y: y))].style) }
    }
  }

  private func index(_ point: Point) -> Int { point.y * size.width + point.x }

  private mutating func place(_ cluster: Cluster, at point: Point, style: Style) {
    guard bounds.contains(point) else { return }
    let start = index(point)
    for offset in start..<start + cluster.width { separate(offset) }
    cells[start] = Cell(text: cluster.text, width: Int8(cluster.width), style: style)
    if cluster.width == 2 { cells[start + 1] = .rightHalf(style) }
  }

  /// Blanks the other half of a wide cluster before one half is overwritten.
  private mutating func separate(_ offset: Int) {
    switch cells[offset].width {
    case 0: cells[offset - 1] = .blank(cells[offset - 1].style)
    case 2: cells[offset + 1] = .blank(cells[offset + 1].style)
    default: break
    }
  }
}
