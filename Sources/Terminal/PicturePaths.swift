/// Everything of a picture that isn't text: lines, blocks and underlines, as one path for each way to paint.
///
/// Lengths are in eighths of a pixel, so that they stay whole numbers and come out the same everywhere.
struct PicturePaths {
  enum Brush: Hashable {
    case stroke(PictureColor, width: Int)
    case fill(PictureColor, quarters: Int)
  }

  static let cellWidth = 9 * 8
  static let cellHeight = 18 * 8

  private var order: [Brush] = []
  private var paths: [Brush: String] = [:]
  /// A line to the right that the next cell may continue.
  private var open: (brush: Brush, y: Int, from: Int, to: Int)?

  /// Adds a shape in the cell whose left upper corner is there.
  mutating func add(_ shape: PictureShape, x: Int, y: Int, color: PictureColor) {
    switch shape {
    case .lines(let arms, let weight):
      addLines(arms, x: x, y: y, brush: .stroke(color, width: weight == .light ? 1 : 3))
    case .roundedCorner(let arms):
      let (middleX, middleY) = middle(x: x, y: y)
      let vertical = arms.contains(.up) ? -1 : 1
      let horizontal = arms.contains(.left) ? -1 : 1
      let start = arms.contains(.up) ? y : y + Self.cellHeight
      let end = arms.contains(.left) ? x : x + Self.cellWidth
      append(
        "M\(pixels(middleX)) \(pixels(start))V\(pixels(middleY + vertical * 32))"
          + "Q\(pixels(middleX)) \(pixels(middleY)) \(pixels(middleX + horizontal * 32)) \(pixels(middleY))"
          + "H\(pixels(end))", with: .stroke(color, width: 1))
    case .block(let column, let row, let width, let height, let quarters):
      addRectangle(
        x: x + column * 9, y: y + row * 18, width: width * 9, height: height * 18,
        brush: .fill(color, quarters: quarters))
    case .segment(isFull: true):
      addRectangle(x: x, y: y + 24, width: 64, height: 96, brush: .fill(color, quarters: 4))
    case .segment(isFull: false):
      addRectangle(x: x + 4, y: y + 28, width: 56, height: 88, brush: .stroke(color, width: 1))
    }
  }

  /// Adds a line to the right, which becomes one with the line that ends where it begins.
  mutating func addHorizontal(x: Int, y: Int, width: Int, brush: Brush) {
    if let last = open, last.brush == brush, last.y == y, last.to == x {
      open?.to = x + width
    } else {
      closeLine()
      open = (brush, y, x, x + width)
    }
  }

  /// Adds a piece of background, as high as a row.
  mutating func addBand(x: Int, y: Int, width: Int, color: PictureColor) {
    let height = Self.cellHeight
    addHorizontal(x: x, y: y + height / 2, width: width, brush: .stroke(color, width: height / 8))
  }

  mutating func addRectangle(x: Int, y: Int, width: Int, height: Int, brush: Brush) {
    append("M\(pixels(x)) \(pixels(y))h\(pixels(width))v\(pixels(height))H\(pixels(x))z", with: brush)
  }

  /// The elements, in the order in which their brushes were first used.
  mutating func elements() -> String {
    closeLine()
    return order.map { brush in
      let path = paths[brush] ?? ""
      switch brush {
      case .stroke(let color, let width):
        let thickness = width == 1 ? "" : " stroke-width=\"\(width)\""
        return "<path fill=\"none\" stroke=\"\(color.hex)\"\(thickness) d=\"\(path)\"/>\n"
      case .fill(let color, let quarters):
        let opacity = quarters == 4 ? "" : " fill-opacity=\"\(pixels(quarters * 2))\""
        return "<path fill=\"\(color.hex)\"\(opacity) d=\"\(path)\"/>\n"
      }
    }.joined()
  }

  private mutating func addLines(_ arms: PictureShape.Arms, x: Int, y: Int, brush: Brush) {
    let (middleX, middleY) = middle(x: x, y: y)
    let (right, bottom) = (x + Self.cellWidth, y + Self.cellHeight)
    var rest = arms
    if arms.isSuperset(of: [.left, .right]) {
      addHorizontal(x: x, y: middleY, width: Self.cellWidth, brush: brush)
      rest.subtract([.left, .right])
    }
    if arms.isSuperset(of: [.up, .down]) {
      append("M\(pixels(middleX)) \(pixels(y))V\(pixels(bottom))", with: brush)
      rest.subtract([.up, .down])
    }
    // A corner in one stroke has its tip; two strokes that meet there don't.
    let vertical = rest.contains(.up) ? y : rest.contains(.down) ? bottom : nil
    let horizontal = rest.contains(.left) ? x : rest.contains(.right) ? right : nil
    if vertical == nil && horizontal == nil { return }
    append(
      "M\(pixels(middleX)) \(pixels(vertical ?? middleY))" + (vertical == nil ? "" : "V\(pixels(middleY))")
        + (horizontal.map { "H\(pixels($0))" } ?? ""), with: brush)
  }

  /// Half a pixel off the whole ones, where a line of one pixel is sharp.
  private func middle(x: Int, y: Int) -> (x: Int, y: Int) { (x + 36, y + 76) }

  private mutating func closeLine() {
    guard let line = open else { return }
    open = nil
    append("M\(pixels(line.from)) \(pixels(line.y))H\(pixels(line.to))", with: line.brush)
  }

  private mutating func append(_ path: String, with brush: Brush) {
    if paths[brush] == nil { order.append(brush) }
    paths[brush, default: ""] += path
  }
}

/// Eighths of a pixel, as SVG writes them: `4.5`.
func pixels(_ eighths: Int) -> String {
  let fractions = ["", ".125", ".25", ".375", ".5", ".625", ".75", ".875"]
  return "\(eighths / 8)\(fractions[eighths % 8])"
}
