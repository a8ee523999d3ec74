/// A cluster of a picture and the columns that it covers.
struct PictureCell: Hashable {
  let text: String
  let columns: Range<Int>
  let ink: PictureInk

  /// Monospace fonts agree about its width: Latin, Greek, Cyrillic and the usual punctuation, without marks.
  var isUniform: Bool {
    let scalars = text.unicodeScalars
    guard columns.count == 1, scalars.count == 1 else { return false }
    return switch scalars.first?.value ?? 0 {
    case 0x20..<0x250, 0x370..<0x530, 0x2010..<0x2027: true
    default: false
    }
  }
}

/// Turns the cells of one row, from the left, into text elements, and hands on what isn't text.
struct PictureRow {
  /// What text elements differ in.
  private struct Look: Hashable {
    let color: PictureColor
    let bold, italic: Bool

    init(_ ink: PictureInk) {
      color = ink.color
      bold = ink.bold
      italic = ink.italic
    }

    var attributes: String {
      (color == .ink ? "" : " fill=\"\(color.hex)\"") + (bold ? " font-weight=\"bold\"" : "")
        + (italic ? " font-style=\"italic\"" : "")
    }
  }

  private let y: Int
  private var elements = ""
  private var run: (look: Look, start: Int, text: String)?
  /// Blanks that are part of the run if it goes on.
  private var spaces = 0

  init(y: Int) {
    self.y = y
  }

  private var top: Int { y * PicturePaths.cellHeight }
  private var baseline: Int { y * PicturePaths.cellHeight / 8 + 14 }

  mutating func add(_ cell: PictureCell, paper: inout PicturePaths, shapes: inout PicturePaths) {
    let x = cell.columns.lowerBound * PicturePaths.cellWidth
    let width = cell.columns.count * PicturePaths.cellWidth
    if cell.ink.background != .paper {
      paper.addBand(x: x, y: top, width: width, color: cell.ink.background)
    }
    if cell.ink.underline {
      shapes.addHorizontal(x: x, y: top + 132, width: width, brush: .stroke(cell.ink.color, width: 1))
    }
    if cell.text == " " {
      spaces += 1
      // A wide gap is where a font's own width would show; a new element starts on the grid again.
      if spaces > 1 { endRun() }
    } else if let shape = PictureShape(cell.text) {
      endRun()
      shapes.add(shape, x: x, y: top, color: cell.ink.color)
    } else if cell.isUniform {
      extendRun(with: cell)
    } else {
      endRun()
      let middle = pixels(x + width / 2)
      elements +=
        "<text x=\"\(middle)\" y=\"\(baseline)\" text-anchor=\"middle\"\(Look(cell.ink).attributes)>"
        + "\(cell.text.escapedForXML)</text>\n"
    }
  }

  /// - Returns: the row's text elements.
  mutating func finish() -> String {
    endRun()
    return elements
  }

  private mutating func extendRun(with cell: PictureCell) {
    let look = Look(cell.ink)
    if run?.look != look { endRun() }
    if run == nil {
      run = (look, cell.columns.lowerBound, "")
      spaces = 0
    }
    run?.text += String(repeating: " ", count: spaces) + cell.text
    spaces = 0
  }

  private mutating func endRun() {
    guard let (look, start, text) = run else { return }
    run = nil
    let columns = text.unicodeScalars.count
    let x = pixels(start * PicturePaths.cellWidth)
    let length = pixels(columns * PicturePaths.cellWidth)
    elements +=
      "<text x=\"\(x)\" y=\"\(baseline)\" textLength=\"\(length)\" lengthAdjust=\"spacingAndGlyphs\""
      + "\(look.attributes)>\(text.escapedForXML)</text>\n"
  }
}
