/// The lines of a configuration, from which what stands twice can be taken without moving the others.
///
/// Yams reads nothing of a mapping in which a name stands twice, and tells the place of the first only.
struct ConfigurationLines {
  /// A name that was on a line before.
  struct Repeated {
    var name: String
    /// From 1, as all lines and columns.
    var line: Int
    var column: Int
    var firstLine: Int
  }

  private var lines: [Substring]

  init(_ text: String) {
    lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }

  var text: String { lines.joined(separator: "\n") }

  /// Empties the lines of each name that stands again further down in the block that begins at the place.
  ///
  /// - Returns: what was taken out; nothing where the block is written in braces.
  mutating func removeRepeated(_ names: [String], fromLine line: Int, column: Int) -> [Repeated] {
    var removed: [Repeated] = []
    var first: [String: Int] = [:]
    var isRemoving = false
    let indent = column - 1
    for index in lines.indices.dropFirst(line - 1) {
      let content = lines[index].drop { $0 == " " }
      guard let start = content.first, start != "#" else { continue }
      let depth = lines[index].count - content.count
      if depth < indent { break }
      if depth == indent {
        isRemoving = false
        if let name = Self.name(content), names.contains(name) {
          if let firstLine = first[name] {
            isRemoving = true
            removed.append(Repeated(name: name, line: index + 1, column: column, firstLine: firstLine))
          } else {
            first[name] = index + 1
          }
        }
      }
      if isRemoving { lines[index] = "" }
    }
    return removed
  }

  /// Whether a value at the line, or on the one before it, is a bare sign that means something to YAML.
  func hasBarePunctuation(near line: Int) -> Bool {
    lines.indices.filter { $0 == line - 1 || $0 == line - 2 }.contains { index in
      guard let colon = lines[index].firstIndex(of: ":") else { return false }
      let value = lines[index][lines[index].index(after: colon)...].drop { $0 == " " }
      return (1...2).contains(value.count) && value.allSatisfy { "?:!#*&@`%|>-,{}[]'\"".contains($0) }
    }
  }

  /// The name before a line's colon, without its quotes.
  private static func name(_ content: Substring) -> String? {
    guard let quote = content.first, quote == "\"" || quote == "'" else {
      guard let colon = content.firstIndex(of: ":") else { return nil }
      return String(content[..<colon].reversed().drop { $0 == " " }.reversed())
    }
    let rest = content.dropFirst()
    return rest.firstIndex(of: quote).map { String(rest[..<$0]) }
  }
}
