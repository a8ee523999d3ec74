/// Somebody's text of several lines, taken apart no further than into paragraphs and lists.
///
/// No Markdown is understood: what is written is what is read, and nothing in it can reach out of its place.
enum ReportProse {
  enum Block: Hashable {
    case paragraph([String])
    case bullets([String])
    /// - `from`: the number of the first.
    case numbered(from: Int, [String])
  }

  static func blocks(_ text: String) -> [Block] {
    var blocks: [Block] = []
    var isOpen = false
    for line in lines(text) {
      let line = trimmed(line)
      if line.isEmpty {
        isOpen = false
        continue
      }
      defer { isOpen = true }
      if let item = bullet(line) {
        if isOpen, case .bullets(let items)? = blocks.last {
          blocks[blocks.count - 1] = .bullets(items + [item])
        } else {
          blocks.append(.bullets([item]))
        }
      } else if let (number, item) = numbered(line) {
        if isOpen, case .numbered(let from, let items)? = blocks.last {
          blocks[blocks.count - 1] = .numbered(from: from, items + [item])
        } else {
          blocks.append(.numbered(from: number, [item]))
        }
      } else if isOpen, case .paragraph(let lines)? = blocks.last {
        blocks[blocks.count - 1] = .paragraph(lines + [line])
      } else {
        blocks.append(.paragraph([line]))
      }
    }
    return blocks
  }

  static func lines(_ text: String) -> [String] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(String.UnicodeScalarView(line.last == "\r" ? line.dropLast() : line))
    }
  }

  private static func trimmed(_ line: String) -> String {
    String(line.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }

  private static func bullet(_ line: String) -> String? {
    ["- ", "* ", "+ "].contains { line.hasPrefix($0) } ? trimmed(String(line.dropFirst(2))) : nil
  }

  /// As in `3. text`, to three digits.
  private static func numbered(_ line: String) -> (Int, String)? {
    let digits = line.prefix { ("0"..."9").contains($0) }
    let rest = line.dropFirst(digits.count)
    guard digits.count <= 3, let number = Int(digits), rest.hasPrefix(". ") else { return nil }
    return (number, trimmed(String(rest.dropFirst(2))))
  }
}
