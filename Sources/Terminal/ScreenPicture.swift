import Text

/// A screen as an SVG picture: for manuals, reports and reviews, made without a terminal.
///
/// It depends on nothing outside of itself and comes out the same everywhere. Every cell has its place,
/// whatever font shows it: text has its width written down, what fonts disagree about stands alone in the
/// middle of its cells, and lines and blocks are drawn.
///
/// ```swift
/// try ScreenPicture(of: screen, title: "A run").svg.write(to: file, atomically: true, encoding: .utf8)
/// ```
public struct ScreenPicture: Hashable, Sendable {
  public let svg: String

  /// - Parameter title: what the picture shows, for those who can't see it, and for a pointer that rests on it.
  public init(of screen: Screen, title: String, theme: Theme = .standard) {
    var paper = PicturePaths()
    var shapes = PicturePaths()
    var text = ""
    for y in 0..<screen.size.height {
      var row = PictureRow(y: y)
      for cell in Self.cells(of: screen, row: y, theme: theme) { row.add(cell, paper: &paper, shapes: &shapes) }
      text += row.finish()
    }
    let width = screen.size.width * PicturePaths.cellWidth / 8 + 2 * Self.margin
    let height = screen.size.height * PicturePaths.cellHeight / 8 + 2 * Self.margin
    let name = visible(title).escapedForXML
    svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" \
      role="img" aria-label="\(name)">
      <title>\(name)</title>
      <rect x=".5" y=".5" width="\(width - 1)" height="\(height - 1)" rx="8" fill="\(PictureColor.paper.hex)" \
      stroke="\(PictureColor.frame.hex)"/>
      <g transform="translate(\(Self.margin) \(Self.margin))" shape-rendering="crispEdges">
      \(paper.elements())</g>
      <g transform="translate(\(Self.margin) \(Self.margin))" font-family="\(Self.fonts)" font-size="15" \
      fill="\(PictureColor.ink.hex)" xml:space="preserve">
      \(shapes.elements())\(text)</g>
      </svg>

      """
  }

  private static let margin = 12
  private static let fonts =
    "ui-monospace,'DejaVu Sans Mono','SF Mono',Menlo,Consolas,'Noto Sans Mono CJK SC','Noto Sans Mono',monospace"

  private static func cells(of screen: Screen, row y: Int, theme: Theme) -> [PictureCell] {
    screen.row(y).enumerated().compactMap { x, cell in
      guard cell.width > 0 else { return nil }
      let columns = x..<x + Int(cell.width)
      let isUnderCursor = screen.cursor.map { $0.y == y && columns.contains($0.x) } ?? false
      let ink = PictureInk(theme.resolve(cell.style), isUnderCursor: isUnderCursor)
      return PictureCell(text: cell.text, columns: columns, ink: ink)
    }
  }
}

extension String {
  /// For text that ``visible(_:keepingLineBreaks:)`` has made safe: what else XML forbids is gone then.
  var escapedForXML: String {
    var result = ""
    for character in self {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }
}
