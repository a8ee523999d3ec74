/// A stretch of a filter, with its place in characters.
struct FilterPiece: Hashable {
  var text: String
  var range: Range<Int>
  /// What stands in quotes is never a list and never a number of days.
  var isQuoted = false
}

/// One term as it was typed, taken apart but not understood.
struct FilterToken {
  var range: Range<Int>
  var isNegated = false
  /// Nil for a word or a phrase.
  var key: FilterPiece?
  var comparison: (piece: FilterPiece, sign: ItemFilter.Comparison)?
  /// A word or a phrase has exactly one; a key has one or more, any of which may be empty.
  var values: [FilterPiece]

}

/// Takes a filter apart into terms.
struct FilterTokens {
  private let line: String
  private let characters: [Character]
  private var at = 0

  init(_ line: String) {
    self.line = line
    characters = Array(line)
  }

  /// - Throws: ``FilterProblem`` for a quote that is not closed, or something right behind a closed one.
  mutating func all() throws(FilterProblem) -> [FilterToken] {
    var tokens: [FilterToken] = []
    while let token = try next() { tokens.append(token) }
    return tokens
  }

  private var here: Character? { at < characters.count ? characters[at] : nil }

  private mutating func next() throws(FilterProblem) -> FilterToken? {
    while here?.isWhitespace == true { at += 1 }
    guard here != nil else { return nil }
    let start = at
    var token = FilterToken(range: start..<start, values: [])
    if here == "-" {
      token.isNegated = true
      at += 1
      if here == nil || here?.isWhitespace == true || here == "-" {
        throw problem(start..<at, "After one `-` comes what is not wanted.")
      }
    }
    if here == "#", let number = hashNumber() {
      token.key = FilterPiece(text: "id", range: number.range)
      token.values = [number]
    } else if let key = key() {
      token.key = key
      token.comparison = sign()
      token.values = try list()
    } else {
      token.values = [try value(endsAtComma: false)]
    }
    if let here, !here.isWhitespace { throw problem(at..<at + 1, "After a closing quote there has to be a space.") }
    token.range = start..<at
    return token
  }

  /// A number behind `#`, as in `#12`; else nothing is read.
  private mutating func hashNumber() -> FilterPiece? {
    var end = at + 1
    while end < characters.count, characters[end].isASCII, characters[end].isNumber { end += 1 }
    guard end > at + 1, end == characters.count || characters[end].isWhitespace else { return nil }
    defer { at = end }
    return FilterPiece(text: String(characters[at + 1..<end]), range: at..<end)
  }

  /// Letters and hyphens before a sign; else nothing is read.
  private mutating func key() -> FilterPiece? {
    var end = at
    while end < characters.count, characters[end].isLetter || characters[end] == "-" { end += 1 }
    guard end > at, end < characters.count, characters[end - 1] != "-", ":=<>".contains(characters[end]) else {
      return nil
    }
    defer { at = end }
    return FilterPiece(text: String(characters[at..<end]), range: at..<end)
  }

  /// `:`, `=`, `<`, `<=`, `>`, `>=`, and any of them behind a `:`.
  private mutating func sign() -> (piece: FilterPiece, sign: ItemFilter.Comparison) {
    let start = at
    if here == ":" { at += 1 }
    var sign = ""
    if let first = here, "<>=".contains(first) {
      sign = String(first)
      at += 1
      if first != "=", here == "=" {
        sign = "\(first)="
        at += 1
      }
    }
    let piece = FilterPiece(text: String(characters[start..<at]), range: start..<at)
    return (piece, ItemFilter.Comparison(rawValue: sign) ?? .equal)
  }

  private mutating func list() throws(FilterProblem) -> [FilterPiece] {
    var values = [try value(endsAtComma: true)]
    while here == "," {
      at += 1
      values.append(try value(endsAtComma: true))
    }
    return values
  }

  private mutating func value(endsAtComma: Bool) throws(FilterProblem) -> FilterPiece {
    if here == "\"" { return try quoted() }
    let start = at
    while let here, !here.isWhitespace, !(endsAtComma && here == ",") { at += 1 }
    return FilterPiece(text: String(characters[start..<at]), range: start..<at)
  }

  /// Within quotes `\"` is a quote and `\\` a backslash.
  private mutating func quoted() throws(FilterProblem) -> FilterPiece {
    let start = at
    var text = ""
    at += 1
    while let character = here {
      at += 1
      if character == "\"" { return FilterPiece(text: text, range: start..<at, isQuoted: true) }
      if character == "\\", let escaped = here, escaped == "\"" || escaped == "\\" {
        text.append(escaped)
        at += 1
      } else {
        text.append(character)
      }
    }
    throw problem(start..<start + 1, "This quote is not closed.", "\"\(text)\"")
  }

  private func problem(_ range: Range<Int>, _ sentence: String, _ suggestion: String? = nil) -> FilterProblem {
    FilterProblem(
      line: line, offset: range.lowerBound, length: range.count, sentence: sentence, suggestion: suggestion)
  }
}
