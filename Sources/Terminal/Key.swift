/// A key, or a combination that a terminal can tell apart.
public enum Key: Hashable, Sendable {
  case character(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 is `.function(1)`.
  case function(Int)
  /// Ctrl and a capital letter, or one of `@ [ \ ] ^ _`. Terminals send ^I, ^M and ^[ as Tab, Enter and Esc.
  case control(Character)
  case alt(Character)

  private static let named: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("S-Tab", .backTab), ("Backspace", .backspace),
    ("Del", .delete), ("Ins", .insert), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
    ("Home", .home), ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown), ("Space", .character(" ")),
  ]

  /// How the key is written in footers, help and the manual: `Enter`, `^R`, `g`, `PgDn`, `F1`, `Alt-x`.
  public var name: String {
    if let entry = Self.named.first(where: { $0.key == self }) { return entry.name }
    switch self {
    case .character(let character): return String(character)
    case .function(let number): return "F\(number)"
    case .control(let character): return "^\(character)"
    case .alt(let character): return "Alt-" + Key.character(character).name
    default: return ""
    }
  }

  /// Reads a name as ``name`` writes it. Nothing else is a key.
  public init?(name: String) {
    if let entry = Self.named.first(where: { $0.name == name }) {
      self = entry.key
    } else if name.count == 1, let character = name.first, !character.isWhitespace {
      self = .character(character)
    } else if name.hasPrefix("^"), name.count == 2, let character = name.last, Self.isControllable(character) {
      self = .control(character)
    } else if name.hasPrefix("F"), let number = Int(name.dropFirst()), (1...63).contains(number), name == "F\(number)" {
      self = .function(number)
    } else if name.hasPrefix("Alt-"), case .character(let character) = Key(name: String(name.dropFirst(4))) {
      self = .alt(character)
    } else {
      return nil
    }
  }

  private static func isControllable(_ character: Character) -> Bool {
    character.asciiValue.map { (0x40...0x5F).contains($0) } ?? false
  }
}

extension Key: CustomStringConvertible {
  public var description: String { name }
}
