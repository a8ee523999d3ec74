/// Takes an input apart into choices and texts. Past its end all is zero and empty, so that every input says something.
struct Portions {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: some Sequence<UInt8>) { rest = Array(bytes)[...] }

  var isEmpty: Bool { rest.isEmpty }

  mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

  /// From 0; 0 where there is nothing to choose from.
  mutating func choice(of count: Int) -> Int {
    let byte = Int(byte())
    return count > 0 ? byte % count : 0
  }

  /// A byte that says how many follow, and those.
  mutating func bytes() -> [UInt8] {
    let count = Int(byte())
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  mutating func text() -> String { String(decoding: bytes(), as: UTF8.self) }

  /// All that is left.
  mutating func remainder() -> [UInt8] {
    defer { rest = [] }
    return Array(rest)
  }
}

extension [UInt8] {
  /// What stands before the first NUL and behind it, which no text has in it; all and nothing where there is none.
  var splitAtNUL: (before: [UInt8], after: [UInt8]) {
    guard let nul = firstIndex(of: 0) else { return (self, []) }
    return (Array(self[..<nul]), Array(self[(nul + 1)...]))
  }

  var asText: String { String(decoding: self, as: UTF8.self) }
}
