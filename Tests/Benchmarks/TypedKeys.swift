import Terminal

/// Keys in the order of typing, as the program takes them and as a terminal sends them.
struct TypedKeys {
  private(set) var keys: [Key]

  init(_ keys: [Key]) { self.keys = keys }

  /// Reads key names with a blank between them, as in `g r PgDn Enter`; a word after `text:` is typed letter by letter.
  init(_ names: String) {
    keys = names.split(separator: " ").flatMap { name -> [Key] in
      if name.hasPrefix("text:") { return name.dropFirst(5).map { .character($0) } }
      guard let key = Key(name: String(name)) else { preconditionFailure("\(name) is no key") }
      return [key]
    }
  }

  /// One by one, to be timed each for itself.
  var each: [TypedKeys] { keys.map { TypedKeys([$0]) } }

  /// What xterm sends for them.
  var bytes: String { keys.map(Self.bytes).joined() }

  private static func bytes(of key: Key) -> String {
    switch key {
    case .character(let character): String(character)
    case .enter: "\r"
    case .escape: "\u{1B}"
    case .tab: "\t"
    case .backTab: "\u{1B}[Z"
    case .backspace: "\u{7F}"
    case .pageUp: "\u{1B}[5~"
    case .pageDown: "\u{1B}[6~"
    case .control(let letter): String(Character(Unicode.Scalar((letter.asciiValue ?? 0x40) - 0x40)))
    default: preconditionFailure("the benchmark does not type \(key)")
    }
  }
}
