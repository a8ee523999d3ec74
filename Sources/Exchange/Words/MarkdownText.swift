import Domain
import Text

/// Makes somebody's text literal on a Markdown page.
///
/// Controls and bidi marks become visible first. Then nothing in it formats, links, shows an image, mentions a
/// person, refers to an issue, turns into a picture or a formula, or leaves its table cell. What the site would
/// only find after rendering (`@name`, `#12`, `https://`, `:name:`) can't be escaped with a backslash, so an empty
/// HTML comment breaks it: it renders as nothing, and copying gives the text as it was.
enum MarkdownText {
  /// The text on one line, its line breaks as `<br>` and a bar, which tells them from the page's own.
  static func escaped(_ text: String) -> String {
    visible(text, keepingLineBreaks: true).unicodeScalars
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { escapedLine(Array($0)) }
      .joined(separator: "<br>\\| ")
  }

  /// As a code span where the text is plain enough for one, else escaped: a span can't escape anything.
  static func code(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && text.unicodeScalars.allSatisfy { isWord($0) || "._/:@+=-".unicodeScalars.contains($0) }
    return isPlain ? "`\(text)`" : escaped(text)
  }

  /// Somebody's Markdown in a quotation: no heading is taken for one of the page, and nothing in it that is not closed goes
  /// on behind its last line (CommonMark, 5.1).
  static func quotation(of note: String) -> String {
    let plain = note.withPlainLineBreaks.replacing("\t", with: "    ")
    return visible(plain, keepingLineBreaks: true).split(separator: "\n", omittingEmptySubsequences: false).map {
      line in
      line.allSatisfy { $0 == " " } ? ">\n" : "> \(line)\n"
    }.joined()
  }

  /// A text as it stands, in a fence of its own that is longer than every one in it; not sanitised.
  static func fence(_ text: String) -> String {
    var longest = 0
    var length = 0
    for scalar in text.unicodeScalars {
      length = scalar == "`" ? length + 1 : 0
      longest = max(longest, length)
    }
    let mark = String(repeating: "`", count: max(3, longest + 1))
    return "\(mark)text\n\(text)\n\(mark)\n"
  }

  private static let gap = "<!-- -->"

  private static func escapedLine(_ line: [Unicode.Scalar]) -> String {
    var result = ""
    for (index, scalar) in line.enumerated() {
      let next = index + 1 < line.count ? line[index + 1] : nil
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "|", "~": result += "\\" + String(scalar)
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "$": result += "<span>$</span>"
      case "@": result += "@" + gap
      case "#": result += "\\#" + (next.map(isWord) == true ? gap : "")
      case ":": result += ":" + (next == "/" || opensShortcode(line, at: index) ? gap : "")
      case ".": result += (endsWith(line, "www", before: index) ? gap : "") + "."
      case "-": result += "-" + (endsWith(line, "gh", before: index) ? gap : "")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether a `:name:` that a site would turn into a picture begins here.
  private static func opensShortcode(_ line: [Unicode.Scalar], at index: Int) -> Bool {
    let name = line[(index + 1)...].prefix { isWord($0) || $0 == "_" || $0 == "+" || $0 == "-" }
    guard name.endIndex < line.endIndex, line[name.endIndex] == ":" else { return false }
    // `09:30:00` is a time, though `:100:` would be a picture.
    return name.contains(where: isLetter) || ["100", "1234"].contains(String(String.UnicodeScalarView(name)))
  }

  private static func endsWith(_ line: [Unicode.Scalar], _ word: String, before index: Int) -> Bool {
    let tail = line[..<index].suffix(word.unicodeScalars.count)
    return String(String.UnicodeScalarView(tail)).lowercased() == word
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool { isLetter(scalar) || ("0"..."9").contains(scalar) }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
