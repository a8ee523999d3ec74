/// A character that a picture draws itself: fonts leave gaps between lines and blocks that should meet.
enum PictureShape: Hashable {
  /// Which edges a line goes to from the middle of its cell.
  struct Arms: OptionSet, Hashable {
    let rawValue: UInt8
    static let up = Arms(rawValue: 1)
    static let right = Arms(rawValue: 2)
    static let down = Arms(rawValue: 4)
    static let left = Arms(rawValue: 8)
  }

  enum Weight: Hashable { case light, heavy }

  case lines(Arms, Weight)
  case roundedCorner(Arms)
  /// A part of the cell, in eighths of its width and height, and how much of it is covered, in quarters.
  case block(x: Int, y: Int, width: Int, height: Int, quarters: Int)
  /// One place of a progress bar. A seam to the next is left, so that they can be counted.
  case segment(isFull: Bool)

  init?(_ text: String) {
    guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1,
      (0x2500..<0x25B0).contains(scalar.value), let shape = Self.shapes[scalar] ?? Self.block(scalar)
    else { return nil }
    self = shape
  }

  private static let shapes: [Unicode.Scalar: PictureShape] = {
    var shapes: [Unicode.Scalar: PictureShape] = ["▮": .segment(isFull: true), "▯": .segment(isFull: false)]
    let arms: [(light: Unicode.Scalar, heavy: Unicode.Scalar, Arms)] = [
      ("─", "━", [.left, .right]), ("│", "┃", [.up, .down]), ("┌", "┏", [.right, .down]), ("┐", "┓", [.left, .down]),
      ("└", "┗", [.up, .right]), ("┘", "┛", [.up, .left]), ("├", "┣", [.up, .down, .right]),
      ("┤", "┫", [.up, .down, .left]), ("┬", "┳", [.left, .right, .down]), ("┴", "┻", [.left, .right, .up]),
      ("┼", "╋", [.up, .down, .left, .right]), ("╴", "╸", .left), ("╵", "╹", .up), ("╶", "╺", .right),
      ("╷", "╻", .down),
    ]
    for (light, heavy, arms) in arms {
      shapes[light] = .lines(arms, .light)
      shapes[heavy] = .lines(arms, .heavy)
    }
    let rounded: [(Unicode.Scalar, Arms)] = [
      ("╭", [.right, .down]), ("╮", [.left, .down]), ("╰", [.up, .right]), ("╯", [.up, .left]),
    ]
    for (corner, arms) in rounded { shapes[corner] = .roundedCorner(arms) }
    return shapes
  }()

  /// Unicode's Block Elements, but for the quadrants.
  private static func block(_ scalar: Unicode.Scalar) -> PictureShape? {
    let code = Int(scalar.value)
    return switch code {
    case 0x2580: .block(x: 0, y: 0, width: 8, height: 4, quarters: 4)
    case 0x2581...0x2588: .block(x: 0, y: 8 - (code - 0x2580), width: 8, height: code - 0x2580, quarters: 4)
    case 0x2589...0x258F: .block(x: 0, y: 0, width: 0x2590 - code, height: 8, quarters: 4)
    case 0x2590: .block(x: 4, y: 0, width: 4, height: 8, quarters: 4)
    case 0x2591...0x2593: .block(x: 0, y: 0, width: 8, height: 8, quarters: code - 0x2590)
    case 0x2594: .block(x: 0, y: 0, width: 8, height: 1, quarters: 4)
    case 0x2595: .block(x: 7, y: 0, width: 1, height: 8, quarters: 4)
    default: nil
    }
  }
}
