import Text

/// A sentence of the record that knows which words are the program's own and which came from somebody.
///
/// Literals are trusted; **everything interpolated is not**, unless it says `own:`. So that the same sentence can be
/// made safe for a terminal and for Markdown, and neither can be forgotten.
///
///     let phrase: Phrase = "skipped by \(entry.by): \(reason)"
///     phrase.text      // controls visible
///     phrase.markdown  // controls visible, and Markdown, HTML, mentions and links defused
struct Phrase: Hashable, Sendable, ExpressibleByStringInterpolation {
  fileprivate enum Part: Hashable, Sendable {
    case own(String)
    case foreign(String)
    case code(String)
  }

  private var parts: [Part]

  init(stringLiteral value: String) { parts = [.own(value)] }
  init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }
  private init(parts: [Part]) { self.parts = parts }

  static func + (left: Self, right: Self) -> Self { Self(parts: left.parts + right.parts) }
  static func += (left: inout Self, right: Self) { left.parts += right.parts }

  /// For a terminal or a pipe; line breaks in somebody's text stay, to be indented by whoever lays it out.
  var text: String {
    parts.reduce(into: "") { result, part in
      switch part {
      case .own(let text): result += text
      case .foreign(let text), .code(let text): result += visible(text, keepingLineBreaks: true)
      }
    }
  }

  /// For a Markdown page, on one line.
  var markdown: String {
    parts.reduce(into: "") { result, part in
      switch part {
      case .own(let text): result += text
      case .foreign(let text): result += MarkdownText.escaped(text)
      case .code(let text): result += MarkdownText.code(text)
      }
    }
  }

  /// For an HTML page. The program's own words use `<br>` and `**`, which become elements; nobody else's do.
  var html: [HTML] {
    var whole: [Part] = []
    for part in parts {
      // A mark may begin in one piece of the program's words and end in the next.
      if case .own(let more) = part, case .own(let text)? = whole.last {
        whole[whole.count - 1] = .own(text + more)
      } else {
        whole.append(part)
      }
    }
    return whole.flatMap { part -> [HTML] in
      switch part {
      case .own(let text): Self.marked(text)
      case .foreign(let text): Self.lines(text)
      case .code(let text): [.element(.code, Self.lines(text))]
      }
    }
  }

  /// With another text in the place of everything that somebody wrote; the program's own words stay.
  func replacing(_ other: (String) -> String) -> Phrase {
    Phrase(
      parts: parts.map { part in
        switch part {
        case .own: part
        case .foreign(let text): .foreign(other(text))
        case .code(let text): .code(other(text))
        }
      })
  }

  private static func marked(_ own: String) -> [HTML] {
    let lines = own.split(separator: "<br>", omittingEmptySubsequences: false).map { line in
      line.split(separator: "**", omittingEmptySubsequences: false).enumerated().filter { !$0.element.isEmpty }.map {
        $0.offset % 2 == 1 ? HTML.element(.strong, [String($0.element).html]) : String($0.element).html
      }
    }
    return Array(lines.joined(separator: [.element(.br)]))
  }

  private static func lines(_ text: String) -> [HTML] {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return Array(lines.map { [HTML(text: String(String.UnicodeScalarView($0)))] }.joined(separator: [.element(.br)]))
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    init(literalCapacity: Int, interpolationCount: Int) { parts.reserveCapacity(interpolationCount * 2 + 1) }

    mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.own(literal)) }
    }

    /// Somebody's text: a name, a reason, a value, anything from a file.
    mutating func appendInterpolation(_ foreign: some CustomStringConvertible) {
      parts.append(.foreign(foreign.description))
    }

    /// Words that this program made, such as a time or a count.
    mutating func appendInterpolation(own: some CustomStringConvertible) { parts.append(.own(own.description)) }

    /// Somebody's text that is copied rather than read: a hash, an artifact.
    mutating func appendInterpolation(code: some CustomStringConvertible) { parts.append(.code(code.description)) }

    mutating func appendInterpolation(_ phrase: Phrase) { parts += phrase.parts }
  }
}

extension Sequence<Phrase> {
  func joined(_ separator: Phrase) -> Phrase {
    var result: Phrase = ""
    var isFirst = true
    for phrase in self {
      if !isFirst { result += separator }
      result += phrase
      isFirst = false
    }
    return result
  }
}
