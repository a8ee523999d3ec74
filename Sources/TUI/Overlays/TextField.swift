import Terminal
import Text

/// One line of text that is being typed, with the keys of readline.
struct TextField: Hashable, Sendable {
  private(set) var text: [Character]
  /// Characters before the cursor.
  private(set) var cursor: Int

  /// - Parameter cursor: characters before the cursor; nil puts it at the end.
  init(_ text: String = "", cursor: Int? = nil) {
    self.text = Array(text)
    self.cursor = min(max(0, cursor ?? self.text.count), self.text.count)
  }

  var string: String { String(text) }
  var isEmpty: Bool { text.isEmpty }
  var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
  var isCursorAtEnd: Bool { cursor == text.count }

  /// Takes a key that edits; false for one that does not.
  mutating func press(_ input: Typed) -> Bool {
    switch input {
    case .paste(let text): insert(Self.oneLine(text))
    case .key(.character(let character)): insert(String(character))
    case .key(let key): return edit(key)
    }
    return true
  }

  /// What is longer than this is a file and no line; the rest of it is left away.
  static let mostCharacters = 100_000

  mutating func insert(_ string: String) {
    let new = Array(string.prefix(max(0, Self.mostCharacters - text.count)))
    text.insert(contentsOf: new, at: cursor)
    cursor += new.count
  }

  private mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .backspace: remove(max(0, cursor - 1)..<cursor)
    case .delete, .control("D"): remove(cursor..<min(text.count, cursor + 1))
    case .left, .control("B"): cursor = max(0, cursor - 1)
    case .right, .control("F"): cursor = min(text.count, cursor + 1)
    case .home, .control("A"): cursor = 0
    case .end, .control("E"): cursor = text.count
    case .control("U"): remove(0..<cursor)
    case .control("K"): remove(cursor..<text.count)
    case .control("W"), .alt("\u{7F}"): remove(wordStart..<cursor)
    case .alt("b"): cursor = wordStart
    case .alt("f"): cursor = wordEnd
    default: return false
    }
    return true
  }

  private mutating func remove(_ range: Range<Int>) {
    text.removeSubrange(range)
    cursor = range.lowerBound
  }

  private var wordStart: Int {
    var index = cursor
    while index > 0, text[index - 1].isWhitespace { index -= 1 }
    while index > 0, !text[index - 1].isWhitespace { index -= 1 }
    return index
  }

  private var wordEnd: Int {
    var index = cursor
    while index < text.count, text[index].isWhitespace { index += 1 }
    while index < text.count, !text[index].isWhitespace { index += 1 }
    return index
  }

  /// Pasted lines become one, and what no key can type is left away.
  static func oneLine(_ text: String) -> String {
    var result = ""
    var isSpaceOwed = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": isSpaceOwed = !result.isEmpty
      case _ where scalar.properties.generalCategory == .control: break
      default:
        if isSpaceOwed { result += " " }
        isSpaceOwed = false
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension TextField {
  /// Draws the line, scrolled so that the cursor shows, and puts the screen's cursor there.
  ///
  /// - Parameter ghost: what would follow if a suggestion were taken.
  func draw(on screen: inout Screen, at point: Point, width: Int, ghost: String = "", hasCursor: Bool = true) {
    guard width > 0 else { return }
    // Back from the cursor as far as there is room; one column is left for the cursor behind the last character.
    var start = cursor
    var column = 0
    while start > 0 {
      let next = String(text[start - 1]).displayWidth
      guard column + next <= width - 1 else { break }
      column += next
      start -= 1
    }
    let shown = String(text[start..<min(text.count, start + width)]).prefix(ofWidth: width)
    screen.fill(Rect(x: point.x, y: point.y, width: width, height: 1))
    let used = screen.put(shown, at: point)
    if !ghost.isEmpty, isCursorAtEnd {
      screen.put(ghost.prefix(ofWidth: width - used), at: Point(x: point.x + used, y: point.y), style: .dim)
    }
    if start > 0 { screen.put(screen.glyphs.arrowLeft, at: point, style: .dim) }
    guard hasCursor else { return }
    screen.cursor = Point(x: point.x + min(column, width - 1), y: point.y)
  }
}
